package io.kitproof.broker.http.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.model.GetRetainedMessageResponse;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;
import software.amazon.awssdk.services.iotdataplane.model.RetainedMessageSummary;

class RetainedOperationsTest {

  private final Plane plane = new Plane();

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void retained_message_is_read_back_with_its_properties() {
    long before = Instant.now().toEpochMilli();
    plane.sdk.publish(
        r ->
            r.topic("abc/bulb")
                .qos(1)
                .retain(true)
                .userProperties("[{\"a\":\"1\"}]")
                .payload(SdkBytes.fromUtf8String("LIGHT ON")));

    GetRetainedMessageResponse kept = plane.sdk.getRetainedMessage(r -> r.topic("abc/bulb"));

    assertThat(kept.topic()).isEqualTo("abc/bulb");
    assertThat(kept.payload().asUtf8String()).isEqualTo("LIGHT ON");
    assertThat(kept.qos()).isEqualTo(1);
    assertThat(kept.lastModifiedTime()).isBetween(before, Instant.now().toEpochMilli());
    assertThat(kept.userProperties().asUtf8String()).isEqualTo("[{\"a\":\"1\"}]");
  }

  @Test
  void newer_message_takes_the_place_and_an_empty_one_deletes() {
    retain("abc", "first");
    plane.sdk.publish(
        r ->
            r.topic("abc")
                .retain(true)
                .messageExpiry(600L)
                .payload(SdkBytes.fromUtf8String("second")));

    assertThat(plane.sdk.listRetainedMessages(r -> {}).retainedTopics()).hasSize(1);
    assertThat(plane.sdk.getRetainedMessage(r -> r.topic("abc")).payload().asUtf8String())
        .isEqualTo("second");
    retain("abc", "");
    assertThatThrownBy(() -> assertThat(plane.sdk.getRetainedMessage(r -> r.topic("abc"))).isNull())
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("The specified resource does not exist ");
  }

  @Test
  void all_are_listed_in_pages() {
    for (String topic : List.of("b/2", "a", "b", "/c", "b/1")) {
      retain(topic, "payload");
    }

    List<RetainedMessageSummary> listed = new ArrayList<>();
    plane
        .sdk
        .listRetainedMessagesPaginator(r -> r.maxResults(2))
        .forEach(page -> listed.addAll(page.retainedTopics()));

    assertThat(listed)
        .extracting(RetainedMessageSummary::topic)
        .containsExactly("/c", "a", "b", "b/1", "b/2");
    assertThat(listed).allMatch(one -> one.payloadSize() == 7 && one.qos() == 0);
  }

  @Test
  void device_is_judged_by_its_policies() throws Exception {
    retain("abc", "x");

    assertThat(plane.device("GET", "/retainedMessage/abc", "").body())
        .matches(
            "\\{\"topic\":\"abc\",\"payload\":\"eA==\",\"qos\":0,\"lastModifiedTime\":\\d{13}}");
    assertThat(plane.device("GET", "/retainedMessage?maxResults=1", "").body())
        .matches(
            "\\{\"retainedTopics\":\\[\\{\"topic\":\"abc\",\"payloadSize\":1,\"qos\":0,"
                + "\"lastModifiedTime\":\\d{13}}]}");
    assertThat(plane.device("GET", "/retainedMessage?nextToken=%25", "").body())
        .startsWith("{\"message\":\"nextToken is none of ours\"");

    assertThat(plane.asked)
        .containsExactly(
            "iot:GetRetainedMessage arn:aws:iot:us-east-1:1234:topic/abc",
            "iot:ListRetainedMessages *",
            "iot:ListRetainedMessages *");
  }

  private void retain(String topic, String payload) {
    plane.sdk.publish(r -> r.topic(topic).retain(true).payload(SdkBytes.fromUtf8String(payload)));
  }
}
