package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The shadow's {@code application_start} (kits.md 1.3): it looks at no result, so that it goes on
 * without network, broker or connection as if it had them.
 */
final class Shadow implements Runnable {
  private static final int OPENINGS = 3;
  private static final Duration BEFORE_SUBSCRIBING = Duration.ofSeconds(2);

  /** The payloads are sent with the NUL that ends them in C. */
  private static final String REPORTED = "{ \"state\": {\"reported\": { \"status\": \"%s\" } } }\0";

  private static final String DESIRED = "{ \"state\": {\"desired\": { \"status\": \"%s\" } } }\0";

  private static final String DESIRED_AND_REPORTED =
      "{ \"state\": {\"desired\": { \"status\": \"%1$s\" } ,"
          + "\"reported\": { \"status\": \"%1$s\" } } }\0";

  private final Board board;
  private final Build build;
  private final Light light;
  private final Semaphore wake = new Semaphore(0);
  private String stateTopic = "";

  Shadow(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.light = new Light(build.quirks().keepsState());
  }

  @Override
  public void run() {
    new ShadowStart(board).run();
    if (board.dct().configured()) {
      Network network = new Network(board);
      boolean unused = network.up();
      converse(network.resolve(build.mqtt().broker()).orElse("0.0.0.0"));
    } else {
      new ConfigAccessPoint(board, build.configSsid(build.image().configSsid())).run();
      board.print(Transcript.RESTARTING);
      board.restart();
    }
  }

  private void converse(String ip) {
    board.print(Transcript.BROKER.formatted(ip));
    Dct dct = board.dct();
    stateTopic = "$aws/things/" + dct.thing() + "/shadow/update";
    String deltaTopic = stateTopic + "/delta";
    board.print(Transcript.THING.formatted(dct.thing(), stateTopic, deltaTopic));
    board.onButton(build.quirks().button(), build.quirks().trigger(), this::pressed);
    Build own = build.with(dct.certificate(), dct.key());
    Conversation cloud = new Conversation(board, own, ip, this::received);
    open(cloud);
    publish(cloud, REPORTED, light.state());
    board.sleep(BEFORE_SUBSCRIBING);
    if (cloud.subscribeOnce(deltaTopic)) {
      board.print(Transcript.DELTA_SUBSCRIBED.formatted(deltaTopic));
    }
    toggleForEver(cloud);
  }

  private void open(Conversation cloud) {
    boolean open = false;
    for (int i = 0; i < OPENINGS && !open; i++) {
      board.print(Transcript.CONNECTING);
      open = cloud.openOnce();
    }
    if (open) {
      board.print(Transcript.CONNECTED);
    }
  }

  /** The interrupt handler: every edge counts, whatever else is going on. */
  private void pressed() {
    board.print(Transcript.BUTTON);
    wake.release();
  }

  private void toggleForEver(Conversation cloud) {
    while (true) {
      board.life().acquire(wake);
      boolean lit = light.toggle();
      board.led(build.quirks().led(), lit);
      publish(cloud, changed(), Light.word(lit));
    }
  }

  private String changed() {
    return switch (build.quirks().reports()) {
      case BOTH -> DESIRED_AND_REPORTED;
      case DESIRED -> DESIRED;
      case REPORTED -> REPORTED;
    };
  }

  private void publish(Conversation cloud, String payload, String status) {
    byte[] bytes = payload.formatted(status).getBytes(US_ASCII);
    if (cloud.publishOnce(new Message(stateTopic, bytes, 1, /* retain= */ false))) {
      board.print(Transcript.STATE_PUBLISHED.formatted(stateTopic));
    }
  }

  /** On the library's thread; leaves the deed to the app's. */
  private void received(String topic, byte[] payload) {
    board.print(Transcript.RECEIVED.formatted(printable(payload), topic));
    if (light.read(payload)) {
      String requested = printable(light.requested().getBytes(ISO_8859_1));
      board.print(Transcript.REQUESTED.formatted(requested, light.state()));
      if (light.otherRequested()) {
        wake.release();
      }
    }
  }

  /** What C prints of bytes: those before a NUL. */
  private static String printable(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }
}
