package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.kitproof.boards.kit.mqtt.Channel;
import java.io.IOException;
import java.util.Optional;

/**
 * 09_aws_get of the class of 2019 (kits.md 1.4): asks once for the shadow of a thing, with the
 * kit's certificate, and prints what it gets. It looks neither at its network nor at the name
 * server's answer. kits.md is silent about what it prints when there is no server, and when the
 * server has hung up.
 */
final class AwsGet implements Runnable {
  /** The thing in the source, whichever the kit is. */
  private static final String PATH = "/things/ww101_00/shadow";

  private final Board board;
  private final Build build;

  AwsGet(Board board, Build build) {
    this.board = board;
    this.build = build;
  }

  @Override
  public void run() {
    String host = build.mqtt().broker();
    Network network = new Network(board, build.image().profile());
    boolean unused = network.up();
    board.print(AwsTranscript.RESOLVING.formatted(host));
    String ip = network.resolve(host).orElse(Network.NO_ADDRESS);
    board.print(AwsTranscript.RESOLVED.formatted(host, ip));
    board.print(AwsTranscript.CONNECTING.formatted(host));
    Channel server;
    try {
      server = new Dial(board, build, ip).dial();
    } catch (IOException e) {
      board.print(AwsTranscript.NO_SERVER);
      return;
    }
    board.print(AwsTranscript.CONNECTED);
    ask(server, host).ifPresent(this::print);
    server.close();
    board.print(AwsTranscript.DISCONNECTED.formatted(host));
  }

  private static Optional<HttpResponse> ask(Channel server, String host) {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nconnection: close\r\n\r\n".formatted(PATH, host);
    try {
      server.write(request.getBytes(US_ASCII));
      return HttpResponse.read(server);
    } catch (IOException e) {
      return Optional.empty(); // cut off: the library only tells of the disconnection
    }
  }

  private void print(HttpResponse response) {
    board.print(AwsTranscript.RESPONSE.formatted(response.header(), response.payload()));
  }
}
