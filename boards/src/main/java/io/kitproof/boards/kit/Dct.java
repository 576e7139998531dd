package io.kitproof.boards.kit;

import io.kitproof.boards.kit.FirmwareImage.Wifi;
import java.util.Locale;

/**
 * What a kit's flash holds beside the firmware (WICED's device configuration table) and keeps over
 * reset and power cycle; programming the kit erases it. Any thread may use it.
 */
public final class Dct {
  /** AWS_DEFAULT_THING_NAME in aws_config.h. */
  public static final String DEFAULT_THING = "lightbulb";

  /** A field of 32 bytes, the last of them NUL (kits.md 1.3). */
  private static final int LONGEST_THING = 31;

  private static final byte[] NONE = {};

  private boolean configured;
  private boolean stackLooksConfigured;
  private String thing = DEFAULT_THING;
  private byte[] certificate = NONE;
  private byte[] key = NONE;
  private Wifi wifi;

  Dct(Wifi wifi) {
    this.wifi = wifi;
  }

  /** Whether the shadow goes to its broker at the next start, not to its configuration page. */
  public synchronized boolean configured() {
    return configured;
  }

  /** The name of the thing. */
  public synchronized String thing() {
    return thing;
  }

  /** The certificate as it was uploaded, empty until then. */
  public synchronized byte[] certificate() {
    return certificate.clone();
  }

  /** The access point that every app joins. */
  public synchronized Wifi wifi() {
    return wifi;
  }

  /** All that somebody with a browser would do to the kit, done at once. */
  public synchronized void configure(String thing, byte[] certificate, byte[] key, Wifi wifi) {
    thing(thing);
    credentials(certificate, key);
    accessPoint(wifi);
    connect();
  }

  /**
   * What is on the stack where {@link #thing(String)} takes the flag from; not known of kits, so
   * that it looks like "not configured" until told otherwise.
   */
  public synchronized void stackLooksConfigured(boolean so) {
    stackLooksConfigured = so;
  }

  synchronized byte[] key() {
    return key.clone();
  }

  /**
   * Stores the name with a flag that nobody has set: after a power cycle the kit may believe that
   * it is configured (kits.md section 2). What is too long for the field is lost.
   */
  synchronized void thing(String name) {
    thing = name.substring(0, Math.min(name.length(), LONGEST_THING));
    configured = stackLooksConfigured;
  }

  synchronized void credentials(byte[] certificate, byte[] key) {
    this.certificate = certificate.clone();
    this.key = key.clone();
  }

  synchronized void accessPoint(Wifi wifi) {
    this.wifi = wifi;
  }

  synchronized void connect() {
    configured = true;
  }

  /** What the button during reset does: certificate, key and Wi-Fi stay. */
  synchronized void clear() {
    configured = false;
    thing = DEFAULT_THING;
  }

  /** What a download does. */
  synchronized void erase(Wifi fresh) {
    clear();
    credentials(NONE, NONE);
    accessPoint(fresh);
  }

  @Override
  public synchronized String toString() {
    return String.format(
        Locale.ROOT,
        "Dct[%s, thing %s, certificate %d bytes, key %d bytes, %s]",
        configured ? "configured" : "not configured",
        thing,
        certificate.length,
        key.length,
        wifi);
  }
}
