package io.kitproof.boards.family;

import io.kitproof.boards.relay.RelayDriver;
import java.time.Duration;

/** LCUS relay boards: contacts only. */
final class LcusFamily implements Family {
  private static final int BAUD = 9600;

  private final LcusOptions options;

  LcusFamily(LcusOptions options) {
    this.options = options;
  }

  @Override
  public int baud() {
    return BAUD;
  }

  @Override
  public Duration spacing() {
    return options.spacing();
  }

  @Override
  public Duration exchangeTime() {
    return options.spacing();
  }

  @Override
  public void resync(Dialog dialog) {
    // A board that answers nothing cannot be out of step; a late status is cleared before the next.
  }

  @Override
  public RelayDriver relays(Dialog dialog, String name, int channels) {
    return new LcusRelays(dialog, name, channels, options);
  }
}
