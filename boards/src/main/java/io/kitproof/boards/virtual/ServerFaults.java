package io.kitproof.boards.virtual;

import java.util.OptionalLong;

/**
 * What is wrong with a virtual serial server.
 *
 * @param plain it knows no COM-PORT-OPTION, like one that serves telnet only
 * @param mute it takes the connection and says nothing
 * @param rate the baud rate it sets whatever it is asked for
 * @param noPurge it never answers a purge
 * @param kept what it has in its buffer from before, given at once to whoever connects
 */
public record ServerFaults(
    boolean plain, boolean mute, OptionalLong rate, boolean noPurge, String kept) {
  private static final ServerFaults NONE =
      new ServerFaults(false, false, OptionalLong.empty(), false, "");

  /** Nothing is wrong. */
  public static ServerFaults none() {
    return NONE;
  }

  public ServerFaults withPlainTelnet() {
    return new ServerFaults(true, mute, rate, noPurge, kept);
  }

  public ServerFaults withSilence() {
    return new ServerFaults(plain, true, rate, noPurge, kept);
  }

  public ServerFaults withRate(long baud) {
    return new ServerFaults(plain, mute, OptionalLong.of(baud), noPurge, kept);
  }

  public ServerFaults withoutPurge() {
    return new ServerFaults(plain, mute, rate, true, kept);
  }

  public ServerFaults withKept(String text) {
    return new ServerFaults(plain, mute, rate, noPurge, text);
  }
}
