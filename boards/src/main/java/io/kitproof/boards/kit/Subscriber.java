package io.kitproof.boards.kit;

import java.util.Optional;

/**
 * The subscriber's {@code application_start} of WICED 4.1 and of the class of 2017 (kits.md 1.2),
 * bugs included.
 */
final class Subscriber implements Runnable {
  private final Board board;
  private final Build build;
  private final Bulb bulb;

  Subscriber(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.bulb = new Bulb(board, build);
  }

  @Override
  public void run() {
    if (!Credentials.present(board, build)) {
      return;
    }
    Network network = new Network(board, build.image().profile());
    // The source does not store the result: a kit that has not joined goes on to ask DNS.
    boolean unused = network.up();
    board.print(Transcript.SUBSCRIBER_RESOLVING);
    Optional<String> ip = network.resolve(build.mqtt().broker());
    board.print(Transcript.SUBSCRIBER_RESOLVED.formatted(ip.orElse("0.0.0.0")));
    if (ip.isEmpty()) {
      board.print(Transcript.NO_DNS);
      return;
    }
    converse(new Conversation(board, build, ip.get(), (topic, payload) -> bulb.received(payload)));
  }

  private void converse(Conversation cloud) {
    board.print(Transcript.OPENING);
    if (!cloud.open()) {
      board.print(Transcript.SUBSCRIBER_FAILED);
      return;
    }
    board.print(Transcript.SUBSCRIBER_OPENED);
    if (!build.quirks().subscribes()) {
      return;
    }
    board.print(Transcript.SUBSCRIBING);
    board.print(
        cloud.subscribe(build.mqtt().topic())
            ? Transcript.SUBSCRIBED
            : Transcript.SUBSCRIBER_FAILED);
    // From here on the library's thread does everything; it never learns of a lost connection.
  }
}
