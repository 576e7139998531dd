package io.kitproof.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kitproof.broker.CloudOptions;
import io.kitproof.broker.LocalCloud;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.TrafficListener;
import io.kitproof.cli.Ran;
import io.kitproof.fixtures.provision.Access;
import io.kitproof.fixtures.provision.Access.AccessKey;
import io.kitproof.fixtures.provision.CredentialFiles;
import io.kitproof.fixtures.provision.Provisioned;
import io.kitproof.fixtures.provision.Provisioner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
final class BrokerTest {
  private static final List<String> RATES =
      List.of(
          "connects_per_second",
          "qos0_per_second",
          "qos1_per_second",
          "qos0_fan_out_per_second",
          "qos1_fan_out_per_second");

  private static Ran brief(String... more) {
    List<String> words =
        List.of(
            "benchmark",
            "broker",
            "--seconds",
            "0.2",
            "--rounds",
            "1",
            "--subscribers",
            "3",
            "--idle",
            "5",
            "--format",
            "json");
    return Ran.command(
        Stream.concat(words.stream(), List.of(more).stream()).toArray(String[]::new));
  }

  @Test
  void every_figure_is_measured_and_no_message_of_qos_1_is_lost() throws Exception {
    Ran ran = brief();

    JsonNode json = ran.json();
    JsonNode broker = json.at("/brokers/0");
    assertThat(ran.code()).isZero();
    assertThat(json.get("brokers")).hasSize(1);
    assertThat(broker.get("broker").asText()).isEqualTo("kitproof");
    assertThat(RATES).allSatisfy(rate -> assertThat(broker.get(rate).asDouble()).isPositive());
    assertThat(broker.get("lost").asLong()).isZero();
    assertThat(broker.at("/delivery/p50").asLong()).isPositive();
    assertThat(broker.at("/delivery/p99").asLong())
        .isGreaterThanOrEqualTo(broker.at("/delivery/p50").asLong());
    assertThat(json.at("/idle/connections").asInt()).isEqualTo(5);
    assertThat(json.at("/idle/rss_before_bytes").asLong()).isPositive();
    assertThat(json.at("/idle/rss_bytes").asLong()).isPositive();
    assertThat(json.has("ratio")).isFalse();
  }

  @Test
  void other_broker_gets_the_same_load_and_a_ratio_of_each_figure(@TempDir Path folder)
      throws Exception {
    try (LocalCloud other = LocalCloud.start(CloudOptions.defaults(), new Unwatched())) {
      Path papers = papers(other, folder.resolve("papers"));

      Ran ran =
          brief(
              "--against",
              "127.0.0.1:" + other.mqtt().getPort(),
              "--against-ca",
              papers.resolve("rootca.cer").toString(),
              "--against-cert",
              papers.resolve("client.cer").toString(),
              "--against-key",
              papers.resolve("privkey.cer").toString());

      JsonNode json = ran.json();
      assertThat(json.get("brokers")).hasSize(2);
      assertThat(RATES)
          .allSatisfy(rate -> assertThat(json.at("/ratio/" + rate).asDouble()).isPositive());
      assertThat(json.at("/ratio/delivery_p99").asDouble()).isPositive();
    }
  }

  private static Path papers(LocalCloud cloud, Path folder) throws IOException {
    Access access =
        new Access(
            cloud.region(),
            Optional.of(URI.create("http://127.0.0.1:" + cloud.api().getPort())),
            Optional.of(new AccessKey(cloud.key().id(), cloud.key().secret())));
    try (Provisioner provisioner = Provisioner.of(access)) {
      Provisioned device = provisioner.provision("other", "all", Provisioner.COURSE_POLICY);
      CredentialFiles.write(folder, device, cloud.caPem());
      return folder;
    }
  }

  private record Unwatched() implements TrafficListener {
    @Override
    public void packet(Packet packet) {}

    @Override
    public void handshake(Handshake handshake) {}

    @Override
    public void disconnected(Disconnect disconnect) {}
  }

  @Test
  void address_of_another_broker_without_a_port_is_refused() {
    assertThat(brief("--against", "localhost"))
        .isEqualTo(
            new Ran(
                2, "", "--against should be HOST:PORT, not localhost." + System.lineSeparator()));
  }

  @Test
  void another_broker_without_papers_is_refused() {
    assertThat(brief("--against", "localhost:8883").err())
        .isEqualTo("--against needs --against-ca." + System.lineSeparator());
  }

  @Test
  void papers_that_are_none_are_refused(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("none.pem"), "none").toString();

    Ran ran =
        brief(
            "--against",
            "localhost:8883",
            "--against-ca",
            file,
            "--against-cert",
            file,
            "--against-key",
            file);

    assertThat(ran.err())
        .isEqualTo(
            "Authority, certificate and key for localhost:8883 should be PEM files of one another."
                + System.lineSeparator());
  }

  @Test
  void phase_of_no_time_is_refused() {
    assertThat(Ran.command("benchmark", "broker", "--seconds", "0").err())
        .startsWith(
            "Invalid value for option '--seconds': should be seconds such as 3 or 0.2, not 0");
  }
}
