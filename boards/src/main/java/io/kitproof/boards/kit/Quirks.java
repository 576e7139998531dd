package io.kitproof.boards.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/**
 * How an app's code behaves, right or with the mistakes made in it.
 *
 * @param countsAttempts whether a message that failed is behind it like one that succeeded
 * @param keepAlive of its CONNECT, zero for none
 * @param blocks whether it waits in a callback for what only the caller could do
 * @param endsLines whether its prints have the newline that shows them at once
 * @param reports what the shadow publishes when its LED has changed
 * @param keepsState whether the shadow remembers that its LED has changed
 * @param recovers whether a publish that failed leaves the publisher able to hear the next press,
 *     and each publish begins with all its attempts
 */
record Quirks(
    String button,
    Trigger trigger,
    String led,
    boolean ledInverted,
    String onText,
    String offText,
    boolean onFirst,
    boolean toggles,
    boolean clearsProgress,
    boolean sizeofPointer,
    int qos,
    boolean retain,
    boolean subscribes,
    boolean staleCompare,
    boolean countsAttempts,
    Duration keepAlive,
    boolean cleanSession,
    boolean blocks,
    boolean endsLines,
    Reports reports,
    boolean keepsState,
    boolean recovers) {
  private static final int POINTER_BYTES = 4;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

  /** The halves of a shadow's document that a change of its LED goes to. */
  enum Reports {
    BOTH,
    DESIRED,
    REPORTED
  }

  /** The edges of the active-low button that count. */
  enum Trigger {
    PRESS,
    RELEASE,
    BOTH;

    boolean on(boolean high) {
      return this == BOTH || this == (high ? RELEASE : PRESS);
    }
  }

  static Quirks of(Set<Mistake> made, Profile profile) {
    boolean onBase = made.contains(Mistake.HANDOUT_MACROS);
    boolean swapped = made.contains(Mistake.SWAPPED_PAYLOAD);
    boolean shouts = !made.contains(Mistake.WRONG_PAYLOAD);
    String on = shouts ? "LIGHT ON" : "Light On";
    String off = shouts ? "LIGHT OFF" : "Light Off";
    return new Quirks(
        made.contains(Mistake.WRONG_BUTTON) || onBase ? Pins.BASE_BUTTON : Pins.MB1,
        trigger(made),
        made.contains(Mistake.WRONG_LED) || onBase ? Pins.BASE_LED : Pins.LED1,
        made.contains(Mistake.INVERTED_LED),
        swapped ? off : on,
        swapped ? on : off,
        made.contains(Mistake.ON_FIRST),
        !made.contains(Mistake.NO_TOGGLE),
        !made.contains(Mistake.STUCK_IN_PROGRESS),
        made.contains(Mistake.SIZEOF_MSG),
        made.contains(Mistake.QOS_0) ? 0 : 1,
        made.contains(Mistake.RETAINED_PUBLISH),
        !made.contains(Mistake.NO_SUBSCRIBE),
        made.contains(Mistake.STALE_COMPARE),
        made.contains(Mistake.ADVANCE_ON_FAILURE),
        made.contains(Mistake.KEEP_ALIVE_0) ? Duration.ZERO : KEEP_ALIVE,
        !made.contains(Mistake.PERSISTENT_SESSION),
        made.contains(Mistake.BLOCKING_CALLBACK),
        !made.contains(Mistake.NO_NEWLINE),
        reports(made),
        !made.contains(Mistake.STUCK_STATE),
        profile == Profile.CLASS2017);
  }

  private static Trigger trigger(Set<Mistake> made) {
    if (made.contains(Mistake.BOTH_EDGES)) {
      return Trigger.BOTH;
    }
    return made.contains(Mistake.NO_RELEASE) ? Trigger.PRESS : Trigger.RELEASE;
  }

  private static Reports reports(Set<Mistake> made) {
    if (made.contains(Mistake.DESIRED_ONLY)) {
      return Reports.DESIRED;
    }
    return made.contains(Mistake.REPORTED_ONLY) ? Reports.REPORTED : Reports.BOTH;
  }

  /** A print of the app's own, with the end it has in the source. */
  String line(String text) {
    return endsLines ? text : text.stripTrailing();
  }

  /** The payload of the message after so many successful ones. */
  byte[] payload(int published) {
    boolean odd = toggles && published % 2 == 1;
    byte[] text = (odd != onFirst ? onText : offText).getBytes(US_ASCII);
    return sizeofPointer ? Arrays.copyOf(text, POINTER_BYTES) : text;
  }
}
