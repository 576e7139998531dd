package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The shadow's {@code application_start} of WICED 4.1 and of the class of 2017 (kits.md 1.3): it
 * looks at no result, so that it goes on without network, broker or connection as if it had them.
 */
final class Shadow implements Runnable {
  private static final int OPENINGS = 3;
  private static final Duration BEFORE_SUBSCRIBING = Duration.ofSeconds(2);

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
    Profile profile = build.image().profile();
    new ShadowStart(board, build).run();
    Network network = new Network(board, profile);
    boolean unused = network.up();
    converse(network.resolve(build.mqtt().broker()).orElse(Network.NO_ADDRESS));
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
    publish(cloud, ShadowText.reported(light.state()));
    board.sleep(BEFORE_SUBSCRIBING);
    if (cloud.subscribeOnce(deltaTopic, deltaQos())) {
      board.print(Transcript.DELTA_SUBSCRIBED.formatted(deltaTopic));
    }
    toggleForEver(cloud);
  }

  private int deltaQos() {
    return build.image().profile() == Profile.CLASS2017 ? 1 : 0;
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
      publish(cloud, ShadowText.changed(build.quirks().reports(), Light.word(lit)));
    }
  }

  private void publish(Conversation cloud, byte[] payload) {
    if (cloud.publishOnce(new Message(stateTopic, payload, 1, /* retain= */ false))) {
      board.print(Transcript.STATE_PUBLISHED.formatted(stateTopic));
    }
  }

  /** On the library's thread; leaves the deed to the app's. */
  private void received(String topic, byte[] payload) {
    board.print(Transcript.RECEIVED.formatted(ShadowText.printable(payload), topic));
    if (light.read(payload)) {
      String requested = ShadowText.printable(light.requested());
      board.print(Transcript.REQUESTED.formatted(requested, light.state()));
      if (light.otherRequested()) {
        wake.release();
      }
    }
  }
}
