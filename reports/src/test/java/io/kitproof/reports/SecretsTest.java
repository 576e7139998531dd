package io.kitproof.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.shadow.Value;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.Way;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretsTest {
  private static final String BODY =
      "MIIEpAIBAAKCAQEA7Zkx3pVb0c9Hc5k1mU2Qf8nE4yTgRj6oWsXaLdPzBvNhKiJq";
  private static final String KEY =
      "-----BEGIN RSA PRIVATE KEY-----\n" + BODY + "\n-----END RSA PRIVATE KEY-----";

  private static List<String> console(String... lines) {
    Observation[] all =
        Arrays.stream(lines).map(l -> Sample.line(1, "publisher", l)).toArray(Observation[]::new);
    return Sample.recording(all).observations().stream().map(Observation::text).toList();
  }

  @Test
  void a_key_printed_line_by_line_is_withheld_and_what_comes_between_stays() {
    assertThat(
            console(
                "key: -----BEGIN RSA PRIVATE KEY-----",
                BODY,
                "light on, then off",
                "abc=",
                "-----END RSA PRIVATE KEY----- done",
                "light"))
        .containsExactly(
            "key: (private key withheld)",
            "(private key withheld)",
            "light on, then off",
            "(private key withheld)",
            "(private key withheld) done",
            "light");
  }

  @Test
  void a_key_in_one_line_does_not_hide_the_next() {
    assertThat(console(KEY.replace("\n", "\\n"), "light"))
        .containsExactly("(private key withheld)", "light");
  }

  @Test
  void consoles_are_followed_each_for_itself() {
    Recording seen =
        Sample.recording(
            Sample.line(1, "publisher", "-----BEGIN PRIVATE KEY-----"),
            Sample.line(2, "subscriber", "light"),
            Sample.line(3, "publisher", BODY));

    assertThat(seen.observations())
        .extracting(Observation::text)
        .containsExactly("(private key withheld)", "light", "(private key withheld)");
  }

  @Test
  void a_key_in_a_payload_is_withheld_and_other_bytes_stay() {
    byte[] secret = ("k=" + KEY + "!").getBytes(UTF_8);
    byte[] binary = {(byte) 0xff, 0, (byte) 0xc3};
    Recording seen =
        Sample.recording(
            Sample.packet(1, Way.IN, "a", "PUBLISH", "t", secret),
            Sample.packet(1, Way.IN, "a", "PUBLISH", "t", binary),
            new Observation.TestClientMessage(1, "t", secret));

    assertThat(((PacketSeen) seen.observations().get(0)).message())
        .isEqualTo("k=(private key withheld)!");
    assertThat(((PacketSeen) seen.observations().get(1)).payload()).isEqualTo(binary);
    assertThat(seen.observations().get(2).text())
        .isEqualTo("test client got t \"k=(private key withheld)!\"");
  }

  @Test
  void a_key_in_words_of_any_kind_is_withheld() {
    Recording seen =
        Sample.recording(
            new Observation.TlsHandshake(1, 1, false, "", KEY),
            new Observation.ConnectionEnd(1, 1, "c", "", KEY),
            new Observation.Deed(1, "l", KEY),
            new Observation.ShadowSeen(
                1, Sample.shadow("{\"state\":{\"k\":" + Value.text(KEY) + "}}")),
            Sample.trouble(1, new IllegalStateException(KEY)),
            asked("print " + KEY, Optional.empty(), ""));

    assertThat(seen.observations())
        .extracting(Observation::text)
        .allMatch(t -> t.contains("(private key withheld)") && !t.contains("MII"));
    assertThat(new Step("Then", KEY, Step.Status.PASSED, Sample.millis(1)).text())
        .isEqualTo("(private key withheld)");
  }

  private static Asked asked(String wanted, Optional<Observation> met, String instead) {
    return new Asked(1, "console", "", wanted, 0, 1, met.isPresent(), met, instead);
  }

  @Test
  void what_met_an_expectation_and_what_came_instead_are_withheld_too() {
    Observation body = Sample.line(2, "publisher", BODY);
    Recording seen =
        Sample.recording(
            Sample.line(1, "publisher", "-----BEGIN PRIVATE KEY-----"),
            body,
            asked("print anything", Optional.of(body), ""),
            asked("stay silent", Optional.empty(), "it said \"" + BODY + "\""));

    assertThat(((Asked) seen.observations().get(2)).answer().orElseThrow().text())
        .isEqualTo("(private key withheld)");
    assertThat(((Asked) seen.observations().get(3)).instead())
        .isEqualTo("it said \"(private key withheld)\"");
  }

  @Test
  void a_message_that_quotes_the_middle_of_a_key_is_withheld_but_a_fingerprint_stays() {
    String fingerprint = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    assertThat(new Cause("kit", "seen " + BODY + "\nby " + fingerprint).text())
        .isEqualTo("seen (private key withheld)\nby " + fingerprint);
  }
}
