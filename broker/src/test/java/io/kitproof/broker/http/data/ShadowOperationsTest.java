package io.kitproof.broker.http.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

/** Shadows through the AWS SDK and with a certificate. */
class ShadowOperationsTest {

  private final Plane plane = new Plane();

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void shadow_is_made_read_and_deleted_by_the_sdk() {
    assertThat(update("abc", "{\"state\":{\"desired\":{\"LED\":\"on\"}}}"))
        .startsWith("{\"state\":{\"desired\":{\"LED\":\"on\"}},\"metadata\":")
        .contains("\"version\":1");

    assertThat(plane.sdk.getThingShadow(r -> r.thingName("abc")).payload().asUtf8String())
        .startsWith("{\"state\":{\"desired\":{\"LED\":\"on\"},\"delta\":{\"LED\":\"on\"}}");
    assertThat(plane.sdk.deleteThingShadow(r -> r.thingName("abc")).payload().asUtf8String())
        .startsWith("{\"version\":1,\"timestamp\":");
    ResourceNotFoundException gone =
        catchThrowableOfType(
            ResourceNotFoundException.class,
            () -> assertThat(plane.sdk.getThingShadow(r -> r.thingName("abc"))).isNull());
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.awsErrorDetails().errorMessage())
        .isEqualTo("No shadow exists with name: 'abc'");
  }

  @Test
  void named_shadows_are_kept_apart_and_listed_in_pages() {
    for (String name : new String[] {"one", "two", "$three"}) {
      SdkBytes state =
          SdkBytes.fromUtf8String("{\"state\":{\"reported\":{\"is\":\"" + name + "\"}}}");
      assertThat(
              plane
                  .sdk
                  .updateThingShadow(r -> r.thingName("a:b").shadowName(name).payload(state))
                  .payload()
                  .asUtf8String())
          .contains(name);
    }

    assertThat(
            plane
                .sdk
                .getThingShadow(r -> r.thingName("a:b").shadowName("$three"))
                .payload()
                .asUtf8String())
        .startsWith("{\"state\":{\"reported\":{\"is\":\"$three\"}}");
    var first = plane.sdk.listNamedShadowsForThing(r -> r.thingName("a:b").pageSize(2));
    var second =
        plane.sdk.listNamedShadowsForThing(
            r -> r.thingName("a:b").pageSize(2).nextToken(first.nextToken()));
    assertThat(first.results()).containsExactly("$three", "one");
    assertThat(first.timestamp()).isPositive();
    assertThat(second.results()).containsExactly("two");
    assertThat(second.nextToken()).isNull();
    assertThat(plane.sdk.listNamedShadowsForThing(r -> r.thingName("other")).results()).isEmpty();
  }

  @Test
  void refusals_are_the_exceptions_of_the_sdk() {
    assertThat(update("abc", "{\"state\":{}}")).contains("\"version\":1");

    assertThatThrownBy(() -> update("abc", "{\"state\":{},\"version\":7}"))
        .isInstanceOf(ConflictException.class)
        .hasMessageStartingWith("Version conflict (Service: IotDataPlane, Status Code: 409");
    assertThatThrownBy(() -> update("abc", "{}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("Missing required node: state ");
    String large = "x".repeat(9000);
    assertThatThrownBy(() -> update("abc", "{\"state\":{\"desired\":{\"a\":\"" + large + "\"}}}"))
        .isInstanceOf(RequestEntityTooLargeException.class)
        .hasMessageStartingWith("The payload exceeds the maximum size allowed ");
    assertThatThrownBy(
            () ->
                assertThat(plane.device("GET", listing("abc?pageSize=0"), "").body())
                    .contains("results"))
        .hasMessageContaining("pageSize must be a number from 1 to 100");
  }

  @Test
  void change_over_http_is_told_over_mqtt() throws Exception {
    try (Listener listener = new Listener(plane, "kit", "$aws/things/abc/shadow/update/delta")) {
      assertThat(update("abc", "{\"state\":{\"desired\":{\"LED\":\"on\"}}}")).isNotEmpty();

      assertThat(listener.hears().getPayloadAsBytes())
          .asString()
          .contains("\"state\":{\"LED\":\"on\"}");
    }
  }

  @Test
  void device_is_judged_by_its_policies_for_each_operation() throws Exception {
    assertThat(plane.device("POST", "/things/abc/shadow", "{\"state\":{}}").statusCode())
        .isEqualTo(200);
    assertThat(plane.device("GET", "/things/abc/shadow?name=", "").statusCode()).isEqualTo(200);
    assertThat(plane.device("DELETE", "/things/abc/shadow", "").statusCode()).isEqualTo(200);
    assertThat(plane.device("GET", "/things/abc/shadow?name=s", "").statusCode()).isEqualTo(404);
    assertThat(plane.device("GET", listing("abc"), "").body())
        .matches("\\{\"results\":\\[],\"timestamp\":\\d+}");

    assertThat(plane.asked)
        .containsExactly(
            "iot:UpdateThingShadow arn:aws:iot:us-east-1:1234:thing/abc",
            "iot:GetThingShadow arn:aws:iot:us-east-1:1234:thing/abc",
            "iot:DeleteThingShadow arn:aws:iot:us-east-1:1234:thing/abc",
            "iot:GetThingShadow arn:aws:iot:us-east-1:1234:thing/abc/s",
            "iot:ListNamedShadowsForThing *");
  }

  @Test
  void device_without_a_policy_is_forbidden_and_changes_nothing() throws Exception {
    plane.allowed = false;

    HttpResponse<String> refusal = plane.device("POST", "/things/abc/shadow", "{\"state\":{}}");

    String id = refusal.headers().firstValue("x-amzn-RequestId").orElse("");
    assertThat(refusal.statusCode()).isEqualTo(403);
    assertThat(refusal.headers().firstValue("x-amzn-ErrorType")).contains("ForbiddenException:");
    assertThat(refusal.body()).isEqualTo("{\"message\":\"Forbidden\",\"traceId\":\"" + id + "\"}");
    assertThatThrownBy(() -> assertThat(plane.sdk.getThingShadow(r -> r.thingName("abc"))).isNull())
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private static String listing(String thing) {
    return "/api/things/shadow/ListNamedShadowsForThing/" + thing;
  }

  private String update(String thing, String json) {
    return plane
        .sdk
        .updateThingShadow(r -> r.thingName(thing).payload(SdkBytes.fromUtf8String(json)))
        .payload()
        .asUtf8String();
  }
}
