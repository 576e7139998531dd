package io.kitproof.broker.interop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.broker.Clouds;
import io.kitproof.broker.LocalCloud;
import io.kitproof.broker.Recorder;
import io.kitproof.broker.interop.Program.Ended;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.PacketType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's mosquitto_pub and mosquitto_sub against the local cloud. */
final class MosquittoClientsTest {

  @TempDir Path folder;
  private final Recorder recorder = new Recorder();
  private LocalCloud cloud = Clouds.start(recorder);

  @BeforeEach
  void credentials() throws IOException {
    Program.needs("mosquitto_pub");
    Program.needs("mosquitto_sub");
    Files.writeString(folder.resolve("ca"), cloud.caPem(), US_ASCII);
    Files.writeString(folder.resolve("cert"), Clouds.DEVICE.certificatePem(), US_ASCII);
    Files.writeString(folder.resolve("key"), Clouds.DEVICE.privateKeyPem(), US_ASCII);
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void message_goes_from_one_to_the_other_at_either_qos() {
    for (String qos : List.of("0", "1")) {
      try (Program listener =
          subscribed("-t", "abc/bulb", "-q", qos, "-C", "1", "-i", "sub" + qos)) {
        Ended sent = publish("-t", "abc/bulb", "-q", qos, "-m", "LIGHT ON");

        assertThat(sent).isEqualTo(new Ended(0, "", ""));
        assertThat(listener.await()).isEqualTo(new Ended(0, "LIGHT ON", ""));
      }
    }
  }

  @Test
  void mqtt_5_is_spoken_too() {
    try (Program listener =
        subscribed("-V", "5", "-t", "abc/+", "-q", "1", "-C", "1", "-i", "sub5")) {
      Ended sent = publish("-V", "5", "-t", "abc/bulb", "-q", "1", "-m", "five");

      assertThat(sent).isEqualTo(new Ended(0, "", ""));
      assertThat(listener.await()).isEqualTo(new Ended(0, "five", ""));
    }
  }

  @Test
  void retained_message_waits_for_whoever_subscribes_to_exactly_its_topic() {
    assertThat(publish("-t", "abc/kept", "-q", "1", "-r", "-m", "kept").code()).isZero();

    Ended late = run("mosquitto_sub", "-t", "abc/kept", "-C", "1", "-W", "20", "-i", "late");

    assertThat(late).isEqualTo(new Ended(0, "kept", ""));
  }

  @Test
  void persistent_session_gets_what_was_published_while_it_was_away() {
    String[] session = {"-t", "abc/bulb", "-q", "1", "-c", "-i", "sleeper"};
    try (Program first = subscribed(with(session, "-C", "1"))) {
      assertThat(publish("-t", "abc/bulb", "-q", "1", "-m", "while there").code()).isZero();
      assertThat(first.await().out()).isEqualTo("while there");
    }
    assertThat(publish("-t", "abc/bulb", "-q", "1", "-m", "while away").code()).isZero();

    Ended back = run("mosquitto_sub", with(session, "-C", "1", "-W", "20"));

    assertThat(back).isEqualTo(new Ended(0, "while away", ""));
  }

  @Test
  void shadow_answers_an_update() {
    String shadow = "$aws/things/lamp/shadow/update";
    try (Program listener =
        subscribed("-t", shadow + "/accepted", "-q", "1", "-C", "1", "-i", "watch")) {
      Ended sent =
          publish("-t", shadow, "-q", "1", "-m", "{\"state\":{\"desired\":{\"status\":\"ON\"}}}");

      assertThat(sent.code()).isZero();
      assertThat(listener.await().out())
          .startsWith("{\"state\":{\"desired\":{\"status\":\"ON\"}},\"metadata\":")
          .contains("\"version\":1,");
    }
  }

  @Test
  void client_without_a_certificate_is_not_let_in() {
    Ended refused =
        Program.run(
            Map.of(),
            List.of(
                "mosquitto_pub",
                "-h",
                "localhost",
                "-p",
                String.valueOf(cloud.mqtt().getPort()),
                "--cafile",
                folder.resolve("ca").toString(),
                "-t",
                "abc/bulb",
                "-m",
                "no"));

    assertThat(refused.code()).isNotZero();
    assertThat(refused.err()).contains("Error: The connection was lost.");
  }

  @Test
  void publish_that_the_policy_denies_ends_the_connection() {
    cloud
        .registry()
        .attachments()
        .attach(
            cloud
                .registry()
                .policies()
                .create(
                    "silent",
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"iot:Publish\",\"Resource\":\"*\"}}",
                    Map.of())
                .name(),
            cloud.registry().certificates().arn(Clouds.DEVICE.principal()));

    Ended refused = publish("-t", "abc/bulb", "-q", "1", "-m", "no");

    assertThat(refused.code()).isNotZero();
    assertThat(recorder.awaitEndOf(1).reason()).contains("abc/bulb");
  }

  private Ended publish(String... options) {
    return run("mosquitto_pub", options);
  }

  private Ended run(String program, String... options) {
    return Program.run(Map.of(), command(program, options));
  }

  /** Returns once the broker has agreed. */
  private Program subscribed(String... options) {
    String id = List.of(options).get(List.of(options).indexOf("-i") + 1);
    Program program = Program.start(Map.of(), command("mosquitto_sub", options));
    recorder.await(Packet.class, p -> p.type() == PacketType.SUBACK && p.clientId().equals(id));
    return program;
  }

  private List<String> command(String program, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "-h",
                "localhost",
                "-p",
                String.valueOf(cloud.mqtt().getPort()),
                "--cafile",
                folder.resolve("ca").toString(),
                "--cert",
                folder.resolve("cert").toString(),
                "--key",
                folder.resolve("key").toString()));
    command.addAll(List.of(options));
    return command;
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
