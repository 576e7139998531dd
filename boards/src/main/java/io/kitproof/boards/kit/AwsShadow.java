package io.kitproof.boards.kit;

import io.kitproof.boards.kit.mqtt.Message;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The shadow's {@code application_start} of the class of 2019, 08_thing_shadow (kits.md 1.4). It
 * ends where it cannot connect, report or subscribe, which the library refuses without a
 * connection; what becomes of later reports it does not ask, and a lost connection it does not
 * notice. kits.md is silent about both, and about the QoS of its subscription, which is 0 here.
 */
final class AwsShadow implements Runnable {
  private static final Duration BEFORE_REPORTING = Duration.ofSeconds(5);
  private static final Duration BEFORE_SUBSCRIBING = Duration.ofSeconds(2);

  private final Board board;
  private final Build build;
  private final Light light;
  private final Semaphore wake = new Semaphore(0);
  private String stateTopic = "";

  AwsShadow(Board board, Build build) {
    this.board = board;
    this.build = build;
    this.light = new Light(build.quirks().keepsState());
  }

  @Override
  public void run() {
    Profile profile = build.image().profile();
    new ShadowStart(board, build).run();
    boolean unused = new Network(board, profile).up();
    board.print(AwsTranscript.READING);
    Dct dct = board.dct();
    stateTopic = "$aws/things/" + dct.thing() + "/shadow/update";
    String deltaTopic = stateTopic + "/delta";
    board.print(AwsTranscript.THING.formatted(dct.thing(), stateTopic, deltaTopic));
    board.onButton(build.quirks().button(), build.quirks().trigger(), this::pressed);
    Build own = build.with(dct.certificate(), dct.key());
    AwsLibrary aws = new AwsLibrary(board, own, this::received);
    if (begun(aws, deltaTopic)) {
      toggleForEver(aws);
    }
  }

  private boolean begun(AwsLibrary aws, String deltaTopic) {
    if (!aws.connect()) {
      board.print(AwsTranscript.NOT_CONNECTED);
      return false;
    }
    board.sleep(BEFORE_REPORTING);
    if (!publish(aws, ShadowText.reported(light.state()))) {
      board.print(AwsTranscript.NOT_PUBLISHED);
      return false;
    }
    board.sleep(BEFORE_SUBSCRIBING);
    if (!aws.attached() || !aws.subscribe(deltaTopic)) {
      board.print(AwsTranscript.NOT_SUBSCRIBED);
      return false;
    }
    return true;
  }

  /** The interrupt handler: every edge counts, whatever else is going on. */
  private void pressed() {
    board.print(AwsTranscript.BUTTON);
    wake.release();
  }

  private void toggleForEver(AwsLibrary aws) {
    while (true) {
      board.life().acquire(wake);
      boolean lit = light.toggle();
      board.led(build.quirks().led(), lit);
      byte[] change = ShadowText.changed(build.quirks().reports(), Light.word(lit));
      boolean unused = publish(aws, change);
    }
  }

  private boolean publish(AwsLibrary aws, byte[] payload) {
    Message message = new Message(stateTopic, payload, 1, /* retain= */ false);
    return aws.attached() && aws.publish(message);
  }

  /** On the library's thread; leaves the deed to the app's. */
  private void received(String topic, byte[] payload) {
    board.print(AwsTranscript.RECEIVED.formatted(topic, ShadowText.printable(payload)));
    if (light.read(payload)) {
      String requested = ShadowText.printable(light.requested());
      board.print(AwsTranscript.REQUESTED.formatted(light.state(), requested));
      if (light.otherRequested()) {
        wake.release();
      }
    }
  }
}
