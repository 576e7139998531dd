package io.kitproof.cli.benchmark;

import io.kitproof.cli.benchmark.load.Target;
import io.kitproof.cli.terminal.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which other broker gets the same load. */
final class OtherBroker {
  @Option(
      names = "--against",
      paramLabel = "HOST:PORT",
      description = "Another broker, TLS with client certificates, to be put under the same load.")
  private Optional<String> address = Optional.empty();

  @Option(
      names = "--against-ca",
      paramLabel = "FILE",
      description = "The root certificate of that broker, PEM.")
  private Optional<Path> ca = Optional.empty();

  @Option(
      names = "--against-cert",
      paramLabel = "FILE",
      description = "A client's certificate for that broker, PEM.")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--against-key", paramLabel = "FILE", description = "Its private key, PEM.")
  private Optional<Path> key = Optional.empty();

  /** Empty when none is asked for. */
  Optional<Target> target() {
    return address.map(
        where ->
            Target.of(
                where,
                address(where),
                text("--against-ca", ca),
                text("--against-cert", certificate),
                text("--against-key", key)));
  }

  private static InetSocketAddress address(String where) {
    int colon = where.lastIndexOf(':');
    String port = where.substring(colon + 1);
    if (colon < 1 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xFFFF) {
      throw new UsageException("--against should be HOST:PORT, not " + where + ".");
    }
    return new InetSocketAddress(where.substring(0, colon), Integer.parseInt(port));
  }

  private static String text(String option, Optional<Path> file) {
    Path path = file.orElseThrow(() -> new UsageException("--against needs " + option + "."));
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageException("File " + path + " can't be read: " + e.getMessage() + ".");
    }
  }
}
