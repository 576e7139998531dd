package io.kitproof.broker.http.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PayloadFormatIndicator;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.PayloadFormatIndicator;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;

class PublishOperationTest {

  private final Plane plane = new Plane();

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void message_of_the_sdk_arrives_with_all_that_mqtt_5_can_say() throws Exception {
    String properties = "[{\"a\":\"1\"},{\"b\":\"2\"},{\"a\":\"3\"}]";
    try (Listener listener = new Listener(plane, "kit", "abc/+")) {
      assertThat(
              plane.sdk.publish(
                  r ->
                      r.topic("abc/bulb")
                          .qos(1)
                          .payload(SdkBytes.fromUtf8String("LIGHT ON"))
                          .contentType("text/plain")
                          .responseTopic("abc/answer")
                          .correlationData(base64("order 7"))
                          .messageExpiry(60L)
                          .payloadFormatIndicator(PayloadFormatIndicator.UTF8_DATA)
                          .userProperties(properties)))
          .isNotNull();

      Mqtt5Publish heard = listener.hears();
      assertThat(heard.getPayloadAsBytes()).asString().isEqualTo("LIGHT ON");
      assertThat(heard.getTopic()).hasToString("abc/bulb");
      assertThat(heard.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
      assertThat(heard.getContentType().orElseThrow()).hasToString("text/plain");
      assertThat(heard.getResponseTopic().orElseThrow()).hasToString("abc/answer");
      byte[] correlation = new byte[7];
      heard.getCorrelationData().orElseThrow().get(correlation);
      assertThat(correlation).asString().isEqualTo("order 7");
      assertThat(heard.getMessageExpiryInterval().orElseThrow()).isBetween(1L, 60L);
      assertThat(heard.getPayloadFormatIndicator()).contains(Mqtt5PayloadFormatIndicator.UTF_8);
      assertThat(heard.getUserProperties().asList())
          .extracting(property -> property.getName() + "=" + property.getValue())
          .containsExactly("a=1", "b=2", "a=3");
    }
  }

  @ParameterizedTest
  @CsvSource({"/topics/abc/bulb?qos=1", "/topics/abc%2Fbulb", "/topics/%61bc%2fbulb?qos="})
  void device_is_told_ok_with_the_id_of_its_request(String target) throws Exception {
    try (Listener listener = new Listener(plane, "kit", "abc/bulb")) {
      HttpResponse<String> answer = plane.device("POST", target, "LIGHT ON");

      String id = answer.headers().firstValue("x-amzn-RequestId").orElse("");
      assertThat(answer.body())
          .hasSize(65)
          .isEqualTo("{\"message\":\"OK\",\"traceId\":\"" + id + "\"}");
      assertThat(listener.hears().getPayloadAsBytes()).asString().isEqualTo("LIGHT ON");
      assertThat(plane.asked)
          .containsExactly("iot:Publish arn:aws:iot:us-east-1:1234:topic/abc/bulb");
    }
  }

  @Test
  void device_needs_both_permissions_to_retain() throws Exception {
    assertThat(plane.device("POST", "/topics/abc?retain=true", "x").statusCode()).isEqualTo(200);

    assertThat(plane.asked)
        .containsExactly(
            "iot:Publish arn:aws:iot:us-east-1:1234:topic/abc",
            "iot:RetainPublish arn:aws:iot:us-east-1:1234:topic/abc");
  }

  @Test
  void device_without_a_policy_is_forbidden_and_nobody_hears_it() throws Exception {
    plane.allowed = false;
    try (Listener listener = new Listener(plane, "kit", "abc/bulb")) {
      assertThat(plane.device("POST", "/topics/abc/bulb", "forbidden").statusCode()).isEqualTo(403);
      plane.sdk.publish(r -> r.topic("abc/bulb").payload(SdkBytes.fromUtf8String("signed")));

      assertThat(listener.hears().getPayloadAsBytes()).asString().isEqualTo("signed");
    }
  }

  @Test
  void request_to_a_shadow_may_come_this_way_too() throws Exception {
    try (Listener listener = new Listener(plane, "kit", "$aws/things/abc/shadow/update/accepted")) {
      plane.sdk.publish(
          r ->
              r.topic("$aws/things/abc/shadow/update")
                  .payload(SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"a\":1}}}")));

      assertThat(listener.hears().getPayloadAsBytes()).asString().contains("\"version\":1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/topics/a%2B | The topic must have 1 to 256 bytes, at most 7 slashes and no wildcards",
        "/topics/%23 | The topic must have 1 to 256 bytes, at most 7 slashes and no wildcards",
        "/topics/a%00b | The topic must have 1 to 256 bytes, at most 7 slashes and no wildcards",
        "/topics/1/2/3/4/5/6/7/8/9 | The topic must have 1 to 256 bytes, at most 7 slashes and no"
            + " wildcards",
        "/topics/$aws/things/abc/nonsense | The topic is reserved",
        "/topics/$aws/things/abc/shadow/get?retain=true | Messages cannot be retained on a reserved"
            + " topic",
        "/topics/a?qos=2 | qos must be a number from 0 to 1",
        "/topics/a?qos=x | qos must be a number from 0 to 1",
        "/topics/a?retain=yes | retain must be true or false",
        "/topics/a?messageExpiry=0 | messageExpiry must be a number from 1 to 604800",
        "/topics/a?responseTopic=a%2F%23 | The response topic must have 1 to 256 bytes, at most 7"
            + " slashes and no wildcards",
      })
  void what_cannot_be_published_is_refused(String target, String message) throws Exception {
    HttpResponse<String> refusal = plane.device("POST", target, "x");

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.headers().firstValue("x-amzn-ErrorType"))
        .contains("InvalidRequestException:");
    assertThat(refusal.body()).startsWith("{\"message\":\"" + message + "\",\"traceId\":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-amz-mqtt5-user-properties | ? | The user properties must be base64",
        "x-amz-mqtt5-user-properties | e30= | The user properties must be an array of objects with"
            + " texts",
        "x-amz-mqtt5-user-properties | WzFd | The user properties must be an array of objects with"
            + " texts",
        "x-amz-mqtt5-user-properties | W3siYSI6MX1d | The user properties must be an array of"
            + " objects with texts",
        "x-amz-mqtt5-user-properties | e3t7 | The user properties must be an array of objects with"
            + " texts",
        "x-amz-mqtt5-correlation-data | ? | The correlation data must be base64",
        "x-amz-mqtt5-payload-format-indicator | 1 | The payload format indicator must be"
            + " UNSPECIFIED_BYTES or UTF8_DATA",
      })
  void header_that_makes_no_sense_is_refused(String name, String value, String message)
      throws Exception {
    HttpResponse<String> refusal = plane.device("POST", "/topics/a", "x", name, value);

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.body()).startsWith("{\"message\":\"" + message + "\",\"traceId\":");
  }

  @Test
  void payload_may_have_128_kilobytes_and_no_more() throws Exception {
    SdkBytes largest = SdkBytes.fromByteArray(new byte[128 * 1024]);
    SdkBytes larger = SdkBytes.fromByteArray(new byte[128 * 1024 + 1]);
    try (Listener listener = new Listener(plane, "kit", "abc/bulb")) {
      plane.sdk.publish(r -> r.topic("abc/bulb").payload(largest));

      assertThat(listener.hears().getPayloadAsBytes()).hasSize(128 * 1024);
      assertThatThrownBy(() -> plane.sdk.publish(r -> r.topic("abc/bulb").payload(larger)))
          .isInstanceOf(RequestEntityTooLargeException.class);
    }
  }

  @Test
  void refusal_is_an_exception_of_the_sdk() {
    assertThatThrownBy(
            () -> plane.sdk.publish(r -> r.topic("a/+").payload(SdkBytes.fromUtf8String("x"))))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
