package io.kitproof.broker.http.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kitproof.broker.traffic.Disconnect.Cause;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

class ConnectionOperationsTest {

  private final Plane plane = new Plane();

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void connection_is_ended_by_the_sdk() {
    try (Listener listener = new Listener(plane, "kit/1")) {
      assertThat(listener).isNotNull();

      plane.sdk.deleteConnection(r -> r.clientId("kit/1").cleanSession(true));

      assertThat(plane.recorder.awaitEnd("kit/1").cause())
          .isEqualTo(Cause.API_INITIATED_DISCONNECT);
    }
  }

  @Test
  void client_that_is_not_connected_is_not_found() throws Exception {
    assertThatThrownBy(() -> plane.sdk.deleteConnection(r -> r.clientId("nobody")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("The specified resource does not exist ");
    assertThat(plane.device("GET", "/connections/nobody", "").statusCode()).isEqualTo(404);
    assertThat(plane.device("GET", "/connections/nobody/subscriptions", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void connection_is_told_with_its_socket_if_asked_for() throws Exception {
    try (Listener listener = new Listener(plane, "kit")) {
      assertThat(listener).isNotNull();

      assertThat(plane.device("GET", "/connections/kit", "").body())
          .matches(
              "\\{\"connected\":true,\"cleanSession\":true,\"keepAliveDuration\":60,"
                  + "\"connectedSince\":\\d{13},\"sessionExpiry\":0,\"clientId\":\"kit\"}");
      assertThat(plane.device("GET", "/connections/kit?includeSocketInformation=true", "").body())
          .matches(".*\"sourceIp\":\"127.0.0.1\",\"sourcePort\":\\d+,.*");
    }
  }

  @Test
  void subscriptions_are_listed_in_pages() throws Exception {
    try (Listener listener = new Listener(plane, "kit", "b/#", "a/+", "c")) {
      assertThat(listener).isNotNull();

      HttpResponse<String> first =
          plane.device("GET", "/connections/kit/subscriptions?maxResults=2", "");
      HttpResponse<String> second =
          plane.device("GET", "/connections/kit/subscriptions?maxResults=2&nextToken=Yi8j", "");

      assertThat(first.body())
          .contains("\"a/+\"")
          .contains("\"b/#\"")
          .contains("\"nextToken\":\"Yi8j\"");
      assertThat(second.body()).contains("\"c\"").doesNotContain("a/+").doesNotContain("nextToken");
      assertThat(plane.asked)
          .containsExactly(
              "iot:ListSubscriptions arn:aws:iot:us-east-1:1234:client/kit",
              "iot:ListSubscriptions arn:aws:iot:us-east-1:1234:client/kit");
    }
  }

  @Test
  void client_id_that_cannot_be_is_refused() throws Exception {
    assertThat(plane.device("DELETE", "/connections/$kit", "").body())
        .startsWith(
            "{\"message\":\"The client id must have 1 to 128 characters and no $ in front\"");
  }
}
