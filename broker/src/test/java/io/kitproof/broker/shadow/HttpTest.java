package io.kitproof.broker.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kitproof.broker.fault.AwsFault;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What HTTP asks of the shadows. */
class HttpTest {

  private static final Optional<String> CLASSIC = Optional.empty();

  private final Client client = Client.classic();
  private final Shadows shadows = client.shadows;

  @Test
  void update_answers_like_accepted_and_tells_subscribers() {
    String answer = update(CLASSIC, "{\"state\":{\"desired\":{\"on\":true}}}");

    assertThat(answer)
        .isEqualTo(
            "{\"state\":{\"desired\":{\"on\":true}},"
                + "\"metadata\":{\"desired\":{\"on\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719853620}");
    assertThat(client.post.take())
        .containsExactly(
            "$aws/things/lamp/shadow/update/accepted " + answer,
            "$aws/things/lamp/shadow/update/documents {\"previous\":null,"
                + "\"current\":{\"state\":{\"desired\":{\"on\":true}},"
                + "\"metadata\":{\"desired\":{\"on\":{\"timestamp\":1719853620}}},\"version\":1},"
                + "\"timestamp\":1719853620}",
            "$aws/things/lamp/shadow/update/delta {\"version\":1,\"timestamp\":1719853620,"
                + "\"state\":{\"on\":true},\"metadata\":{\"on\":{\"timestamp\":1719853620}}}");
  }

  @Test
  void token_is_echoed_if_it_was_sent() {
    assertThat(update(CLASSIC, "{\"state\":{},\"clientToken\":\"t\"}"))
        .isEqualTo(
            "{\"state\":{},\"metadata\":{},\"version\":1,\"timestamp\":1719853620,"
                + "\"clientToken\":\"t\"}");
  }

  @Test
  void get_answers_with_the_document_and_tells_nobody() {
    update(Optional.of("night"), "{\"state\":{\"reported\":{\"on\":true}}}");
    client.post.take();

    assertThat(new String(shadows.get("lamp", Optional.of("night")), UTF_8))
        .isEqualTo(
            "{\"state\":{\"reported\":{\"on\":true}},"
                + "\"metadata\":{\"reported\":{\"on\":{\"timestamp\":1719853620}}},"
                + "\"version\":1,\"timestamp\":1719853620}");
    assertThat(client.post.take()).isEmpty();
  }

  @Test
  void delete_answers_with_the_version_and_tells_subscribers() {
    update(CLASSIC, "{\"state\":{}}");
    client.post.take();

    assertThat(new String(shadows.delete("lamp", CLASSIC), UTF_8))
        .isEqualTo("{\"version\":1,\"timestamp\":1719853620}");
    assertThat(client.post.take())
        .containsExactly(
            "$aws/things/lamp/shadow/delete/accepted {\"version\":1,\"timestamp\":1719853620}");
  }

  @Test
  void refusal_is_a_fault_and_tells_nobody() {
    assertFault(
        () -> shadows.get("lamp", CLASSIC),
        404,
        "ResourceNotFoundException",
        "No shadow exists with name: 'lamp'");
    assertFault(
        () -> shadows.delete("lamp", Optional.of("night")),
        404,
        "ResourceNotFoundException",
        "No shadow exists with name: 'lamp~night'");
    assertFault(() -> update(CLASSIC, "x"), 400, "InvalidRequestException", "Invalid JSON");
    assertFault(
        () -> update(CLASSIC, "{\"state\":{},\"version\":4}"),
        409,
        "ConflictException",
        "Version conflict");
    assertFault(
        () -> update(CLASSIC, "{\"state\":{\"desired\":{\"a\":\"" + "x".repeat(9000) + "\"}}}"),
        413,
        "RequestEntityTooLargeException",
        "The payload exceeds the maximum size allowed");
    assertFault(
        () -> shadows.update("lamp", CLASSIC, new byte[] {'"', (byte) 0xE9, '"'}),
        415,
        "UnsupportedDocumentEncodingException",
        "Unsupported documented encoding; supported encoding is UTF-8");
    assertThat(client.post.take()).isEmpty();
  }

  @Test
  void name_that_cannot_be_is_a_fault() {
    assertFault(
        () -> shadows.get("la mp", CLASSIC), 400, "InvalidRequestException", "Invalid thing name");
    assertFault(
        () -> shadows.get("lamp", Optional.of("")),
        400,
        "InvalidRequestException",
        "Invalid shadow name");
  }

  private String update(Optional<String> shadow, String body) {
    return new String(shadows.update("lamp", shadow, body.getBytes(UTF_8)), UTF_8);
  }

  private static void assertFault(
      ThrowingCallable request, int status, String type, String message) {
    AwsFault fault = catchThrowableOfType(AwsFault.class, request);
    assertThat(fault.status()).isEqualTo(status);
    assertThat(fault.type()).isEqualTo(type);
    assertThat(fault.message()).isEqualTo(message);
  }
}
