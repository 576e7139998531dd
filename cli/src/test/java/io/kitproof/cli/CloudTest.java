package io.kitproof.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.broker.store.Store;
import io.kitproof.fixtures.provision.Access;
import io.kitproof.fixtures.provision.Access.AccessKey;
import io.kitproof.fixtures.provision.CredentialFiles;
import io.kitproof.fixtures.provision.Provisioned;
import io.kitproof.fixtures.provision.Provisioner;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** {@code kitproof cloud} and {@code kitproof provision} as people have them. */
@TestInstance(Lifecycle.PER_CLASS)
final class CloudTest {
  private static final String SHADOW = "{\"state\":{\"desired\":{\"light\":\"ON\"}}}";

  private final Started shared = Started.command("cloud");
  private final JsonNode endpoints = endpoints(shared);

  @TempDir private Path folder;

  CloudTest() throws IOException {}

  @AfterAll
  void end() {
    shared.close();
  }

  @Test
  void cloud_says_in_one_line_where_it_is_and_is_there_until_it_is_interrupted() throws Exception {
    try (Started cloud = Started.command("cloud")) {
      JsonNode own = endpoints(cloud);
      Path root = Path.of(own.get("ca").asText());

      assertThat(root).content(US_ASCII).startsWith("-----BEGIN CERTIFICATE-----");
      for (String door : List.of("mqtt", "https", "wss", "api")) {
        assertThat(own.get(door)).as(door).isNotNull();
      }
      try (Provisioner provisioner = provisioner(own)) {
        assertThat(provisioner.endpoint())
            .isEqualTo(own.at("/mqtt/host").asText() + ":" + own.at("/mqtt/port").asText());
      }

      // Not INT, which a build that runs in the background has its children ignore.
      assertThat(cloud.end("TERM")).isEqualTo(143);
      assertThat(cloud.rest()).isEmpty();
      assertThat(root).doesNotExist();
    }
  }

  @Test
  void data_of_a_cloud_outlives_a_kill(@TempDir Path data) throws Exception {
    Provisioned lamp;
    try (Started cloud = Started.command("cloud", "--data", data.toString())) {
      JsonNode own = endpoints(cloud);
      try (Provisioner provisioner = provisioner(own)) {
        lamp = provisioner.provision("lamp", "lamp_Policy", Provisioner.COURSE_POLICY);
      }
      CredentialFiles.write(folder, lamp, Files.readString(data.resolve("rootca.cer")));
      assertThat(Device.of(folder).ask(own, "POST", "/things/lamp/shadow", SHADOW))
          .contains("\"ON\"");
      assertThat(
              Device.of(folder).ask(own, "POST", "/topics/lamp%2Fstate?qos=1&retain=true", "lit"))
          .startsWith("{\"message\":\"OK\"");

      assertThat(cloud.end("KILL")).isEqualTo(137);
    }

    try (Started cloud = Started.command("cloud", "--data", data.toString())) {
      JsonNode own = endpoints(cloud);
      try (Provisioner provisioner = provisioner(own)) {
        assertThat(provisioner.look("lamp").certificates())
            .singleElement()
            .satisfies(c -> assertThat(c.id()).isEqualTo(lamp.certificateId()));
      }
      assertThat(Device.of(folder).ask(own, "GET", "/things/lamp/shadow", ""))
          .contains("\"desired\":{\"light\":\"ON\"}", "\"version\":1");
      assertThat(Device.of(folder).ask(own, "GET", "/retainedMessage/lamp%2Fstate", ""))
          .contains("\"payload\":\"bGl0\"");
    }
  }

  @Test
  void data_of_a_cloud_that_runs_is_refused_to_another_one(@TempDir Path data) {
    try (Store running = Store.at(data)) {
      assertThat(running).isNotNull();

      Ran second = Ran.command("cloud", "--data", data.toString());

      assertThat(second.code()).isEqualTo(2);
      assertThat(second.out()).isEmpty();
      assertThat(second.err()).contains(data.toString(), "in use").doesNotContain("\tat ");
    }
  }

  @Test
  void provisioned_device_gets_in_with_its_files_which_are_private_and_never_overwritten()
      throws Exception {
    Path files = folder.resolve("lamp");
    try (Started first = provision("lamp")) {
      assertThat(first.line()).startsWith("lamp: certificate ");
      assertThat(first.line()).isEqualTo("  " + files + ": client.cer, privkey.cer, rootca.cer");
      assertThat(first.ended()).isZero();
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(files.resolve("privkey.cer"))))
        .isEqualTo("rw-------");
    assertThat(Device.of(files).ask(endpoints, "POST", "/things/lamp/shadow", SHADOW))
        .contains("\"ON\"");
    try (Started second = provision("lamp")) {
      assertThat(second.toldLine())
          .startsWith(
              files.resolve("privkey.cer") + " is there already; a key is never overwritten.");
      assertThat(second.ended()).isEqualTo(2);
    }
    mosquittoGetsIn(files);
  }

  @Test
  void nothing_is_provisioned_where_a_key_could_not_be_written() throws Exception {
    Path file = Files.writeString(folder.resolve("bulb"), "no folder");
    try (Started refused = provision("bulb")) {
      assertThat(refused.toldLine()).contains("Folder " + file + " can't be made");
      assertThat(refused.ended()).isEqualTo(2);
    }
    try (Provisioner provisioner = provisioner(endpoints)) {
      assertThat(provisioner.look("bulb").exists()).isFalse();
    }
  }

  @Test
  void cloud_that_is_not_there_is_named_by_who_provisions() throws Exception {
    Path root = Files.writeString(folder.resolve("root.cer"), "any");
    String nowhere = "http://127.0.0.1:1";
    try (Started provision =
        Started.command(
            Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "any"),
            "provision",
            "lamp",
            "--out",
            folder.toString(),
            "--endpoint",
            nowhere,
            "--ca",
            root.toString())) {
      String told = provision.toldRest();

      assertThat(provision.ended()).isEqualTo(3);
      assertThat(told).contains(nowhere).doesNotContain("\tat ");
    }
  }

  private Started provision(String thing) throws IOException {
    return Started.command(
        Map.of(
            "AWS_ACCESS_KEY_ID",
            endpoints.get("accessKeyId").asText(),
            "AWS_SECRET_ACCESS_KEY",
            endpoints.get("secretAccessKey").asText()),
        "provision",
        thing,
        "--out",
        folder.toString(),
        "--endpoint",
        endpoints.at("/api/url").asText(),
        "--ca",
        endpoints.get("ca").asText());
  }

  /** A client of Debian's with a device's files; nothing where there is none. */
  private void mosquittoGetsIn(Path files) throws Exception {
    Process publish;
    try {
      publish =
          new ProcessBuilder(
                  "mosquitto_pub",
                  "-h",
                  endpoints.at("/mqtt/host").asText(),
                  "-p",
                  endpoints.at("/mqtt/port").asText(),
                  "--cafile",
                  files.resolve("rootca.cer").toString(),
                  "--cert",
                  files.resolve("client.cer").toString(),
                  "--key",
                  files.resolve("privkey.cer").toString(),
                  "-i",
                  "lamp",
                  "-t",
                  "lamp/state",
                  "-q",
                  "1",
                  "-m",
                  "lit")
              .redirectErrorStream(true)
              .start();
    } catch (IOException absent) {
      return;
    }
    String said = new String(publish.getInputStream().readAllBytes(), UTF_8);
    assertThat(publish.waitFor()).as(said).isZero();
  }

  private static JsonNode endpoints(Started cloud) throws IOException {
    return new ObjectMapper().readTree(cloud.line());
  }

  private static Provisioner provisioner(JsonNode endpoints) {
    return Provisioner.of(
        new Access(
            endpoints.get("region").asText(),
            Optional.of(URI.create(endpoints.at("/api/url").asText())),
            Optional.of(
                new AccessKey(
                    endpoints.get("accessKeyId").asText(),
                    endpoints.get("secretAccessKey").asText()))));
  }

  /** A device that speaks HTTPS with its certificate. */
  private record Device(HttpClient client) {
    static Device of(Path files) throws IOException {
      JdkSslContext tls =
          (JdkSslContext)
              SslContextBuilder.forClient()
                  .sslProvider(SslProvider.JDK)
                  .trustManager(files.resolve("rootca.cer").toFile())
                  .keyManager(
                      files.resolve("client.cer").toFile(), files.resolve("privkey.cer").toFile())
                  .build();
      return new Device(HttpClient.newBuilder().sslContext(tls.context()).build());
    }

    String ask(JsonNode endpoints, String method, String path, String body) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoints.at("/https/url").asText() + path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
