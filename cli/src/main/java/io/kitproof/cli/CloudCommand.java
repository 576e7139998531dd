package io.kitproof.cli;

import io.kitproof.broker.CloudOptions;
import io.kitproof.broker.CloudOptions.Ports;
import io.kitproof.broker.LocalCloud;
import io.kitproof.broker.traffic.Disconnect;
import io.kitproof.broker.traffic.Handshake;
import io.kitproof.broker.traffic.Packet;
import io.kitproof.broker.traffic.TrafficListener;
import io.kitproof.cli.terminal.Screen;
import io.kitproof.cli.terminal.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kitproof cloud}. */
@Command(
    name = "cloud",
    description = {
      "Runs the local AWS IoT alone: MQTT, shadows, registry, policies and the HTTPS API, for any AWS "
          + "SDK, the AWS CLI, or devices of yours.",
      "Prints its endpoints as one line of JSON when it is ready, then only logs, on standard error. "
          + "Ends with Ctrl-C."
    },
    footer = {
      "",
      "Examples:",
      "  kitproof cloud --api-port 8080 --mqtt-port 8883",
      "  kitproof cloud --data my-cloud        keeps things, shadows and sessions for the next time",
      "  AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… AWS_DEFAULT_REGION=us-east-1 \\",
      "    aws iot list-things --endpoint-url http://127.0.0.1:8080",
      "  kitproof provision lamp --out lamp --endpoint http://127.0.0.1:8080 --ca …",
      "",
      "JSON: {\"mqtt\": {\"host\", \"port\"}, \"wss\": {\"url\"}, \"https\": {\"url\"}, \"api\": "
          + "{\"url\"}, \"ca\": file, \"region\", \"account\", \"accessKeyId\", \"secretAccessKey\"}."
    })
final class CloudCommand implements Callable<Integer> {
  private final Screen screen;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where it keeps everything. Default: nowhere; it is forgotten when it ends.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--mqtt-port",
      paramLabel = "N",
      description =
          "MQTT over TLS with client certificates, as AWS on 8883. Default: any free port.")
  private int mqtt;

  @Option(
      names = "--https-port",
      paramLabel = "N",
      description = "Shadows and messages over HTTPS, as AWS on 8443. Default: any free port.")
  private int https;

  @Option(
      names = "--wss-port",
      paramLabel = "N",
      description =
          "MQTT over WebSocket and HTTPS, signed or by ALPN, as AWS on 443. Default: any free port.")
  private int wss;

  @Option(
      names = "--api-port",
      paramLabel = "N",
      description = "The control plane: things, certificates, policies. Default: any free port.")
  private int api;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Address of this machine to listen on, for real kits. Default: loopback only.")
  private String listen = "127.0.0.1";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region it plays. Default: us-east-1.")
  private String region = "us-east-1";

  CloudCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    CloudOptions options =
        CloudOptions.defaults()
            .withAddress(address())
            .withPorts(new Ports(mqtt, https, wss, api))
            .withRegion(region)
            .withData(data);
    try (LocalCloud cloud = LocalCloud.start(options, new Quiet());
        RootFile root = RootFile.of(data, cloud.caPem())) {
      screen.json(document(cloud, root.path()));
      screen.done("Running; Ctrl-C ends it.");
      VirtualCommand.awaitInterruption();
      screen.done("Ending.");
    }
    return Outcomes.INTERRUPTED;
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException e) {
      throw new UsageException(
          "--listen should be an address of this machine, not " + listen + ".");
    }
  }

  private static Map<String, Object> document(LocalCloud cloud, Path root) {
    Map<String, Object> mqtt = new LinkedHashMap<>();
    mqtt.put("host", cloud.mqtt().getAddress().getHostAddress());
    mqtt.put("port", cloud.mqtt().getPort());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("mqtt", mqtt);
    document.put("wss", url("wss", cloud.wss(), "/mqtt"));
    document.put("https", url("https", cloud.https(), ""));
    document.put("api", url(cloud.plainApi() ? "http" : "https", cloud.api(), ""));
    document.put("ca", root.toAbsolutePath().toString());
    document.put("region", cloud.region());
    document.put("account", cloud.account());
    document.put("accessKeyId", cloud.key().id());
    document.put("secretAccessKey", cloud.key().secret());
    return document;
  }

  private static Map<String, Object> url(String scheme, InetSocketAddress where, String path) {
    String host = where.getAddress().getHostAddress();
    return Map.of("url", scheme + "://" + host + ":" + where.getPort() + path);
  }

  /** The root certificate as a file: kept with the data, else gone with the cloud. */
  private record RootFile(Path path, boolean kept) implements AutoCloseable {
    static RootFile of(Optional<Path> data, String pem) {
      try {
        return data.isPresent()
            ? new RootFile(data.get().resolve("rootca.cer"), true)
            : new RootFile(Files.writeString(temporary(), pem, StandardCharsets.US_ASCII), false);
      } catch (IOException e) {
        throw new UncheckedIOException("The root certificate can't be written.", e);
      }
    }

    private static Path temporary() throws IOException {
      return Files.createTempFile("kitproof-rootca-", ".cer");
    }

    @Override
    public void close() {
      try {
        boolean unused = !kept && Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException("The root certificate can't be removed.", e);
      }
    }
  }

  /** Nobody watches the traffic of a cloud that runs alone. */
  private record Quiet() implements TrafficListener {
    @Override
    public void packet(Packet packet) {}

    @Override
    public void handshake(Handshake handshake) {}

    @Override
    public void disconnected(Disconnect disconnect) {}
  }
}
