package io.kitproof.cli.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kitproof.boards.RigException;
import io.kitproof.cli.benchmark.load.Target;
import io.kitproof.fixtures.provision.Access;
import io.kitproof.fixtures.provision.Access.AccessKey;
import io.kitproof.fixtures.provision.Provisioned;
import io.kitproof.fixtures.provision.Provisioner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code kitproof cloud} in a process of its own, and papers of a device it knows. */
final class OwnCloud implements AutoCloseable {
  private static final String NAME = "kitproof";
  private static final int PATIENCE_SECONDS = 20;

  private final Process process;
  private final Path log;
  private final JsonNode endpoints;
  private final Target target;

  private OwnCloud(Process process, Path log, JsonNode endpoints, Target target) {
    this.process = process;
    this.log = log;
    this.endpoints = endpoints;
    this.target = target;
  }

  /** Returns when it is ready for the device. */
  static OwnCloud start() {
    try {
      Path log = Files.createTempFile("kitproof-benchmark-", ".log");
      Process process =
          new ProcessBuilder(Itself.command(List.of("cloud")))
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectError(log.toFile())
              .start();
      try {
        JsonNode endpoints = endpoints(process, log);
        return new OwnCloud(process, log, endpoints, target(endpoints));
      } catch (RuntimeException | IOException e) {
        end(process, log);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The command can't be started.", e);
    }
  }

  private static JsonNode endpoints(Process process, Path log) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw RigException.cloud(
          "The benchmark",
          "start a cloud of its own",
          new IOException(Files.readString(log, StandardCharsets.UTF_8).strip()));
    }
    return new ObjectMapper().readTree(line);
  }

  private static Target target(JsonNode endpoints) throws IOException {
    Access access =
        new Access(
            endpoints.get("region").asText(),
            Optional.of(URI.create(endpoints.at("/api/url").asText())),
            Optional.of(
                new AccessKey(
                    endpoints.get("accessKeyId").asText(),
                    endpoints.get("secretAccessKey").asText())));
    try (Provisioner provisioner = Provisioner.of(access)) {
      Provisioned device =
          provisioner.provision("benchmark", "benchmark-policy", Provisioner.COURSE_POLICY);
      return Target.of(
          NAME,
          new InetSocketAddress(
              endpoints.at("/mqtt/host").asText(), endpoints.at("/mqtt/port").asInt()),
          Files.readString(Path.of(endpoints.get("ca").asText()), StandardCharsets.US_ASCII),
          device.certificatePem(),
          device.privateKeyPem());
    }
  }

  /** Its MQTT door, with the device's papers. */
  Target mqtt() {
    return target;
  }

  /** Its HTTPS door, with the device's papers. */
  Target https() {
    URI door = URI.create(endpoints.at("/https/url").asText());
    return target.at(new InetSocketAddress(door.getHost(), door.getPort()));
  }

  /** In bytes, what it occupies of the machine's memory now. */
  long residentBytes() {
    return Machine.residentBytes(process.pid());
  }

  @Override
  public void close() {
    try {
      end(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("The log of the cloud can't be removed.", e);
    }
  }

  private static void end(Process process, Path log) throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Process unused = process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Process unused = process.destroyForcibly();
    } finally {
      Files.delete(log);
    }
  }
}
