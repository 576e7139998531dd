package io.kitproof.boards.kit;

import java.util.Optional;

/**
 * How the apps on the plain MQTT library begin (kits.md 1.1 and 1.2), up to the broker's address.
 * Nothing, and the console says why, when they end here.
 */
final class MqttStart {
  private MqttStart() {}

  static Optional<String> ofPublisher(Board board, Build build) {
    if (!Credentials.present(board, build)) {
      return Optional.empty();
    }
    if (!new Network(board, build.image().profile()).up()) {
      board.print(Transcript.NOT_ON_THE_NETWORK);
      return Optional.empty();
    }
    board.print(Transcript.RESOLVING);
    return resolved(board, build, Transcript.RESOLVED);
  }

  static Optional<String> ofSubscriber(Board board, Build build) {
    if (!Credentials.present(board, build)) {
      return Optional.empty();
    }
    // The source does not store the result: a kit that has not joined goes on to ask DNS.
    boolean unused = new Network(board, build.image().profile()).up();
    board.print(Transcript.SUBSCRIBER_RESOLVING);
    return resolved(board, build, Transcript.SUBSCRIBER_RESOLVED);
  }

  private static Optional<String> resolved(Board board, Build build, String line) {
    Network network = new Network(board, build.image().profile());
    Optional<String> ip = network.resolve(build.mqtt().broker());
    board.print(line.formatted(ip.orElse(Network.NO_ADDRESS)));
    if (ip.isEmpty()) {
      board.print(Transcript.NO_DNS);
    }
    return ip;
  }
}
