package io.kitproof.boards;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The bench's fault, never the kit's: a part that is missing, taken, silent, wrong or stuck. The
 * text is one sentence and the facts: the port, what was sent, what came back, what to check. One
 * named factory a cause. A {@code port} that is an {@code Object} is the path of a serial port or
 * the address of something on the network; its text names it.
 */
public final class RigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String part;

  private RigException(String part, String sentence, String... facts) {
    super(text(sentence, facts));
    this.part = part;
  }

  /** The part of the bench that is at fault, by its name in the bench file. */
  public String part() {
    return part;
  }

  /** There is no such file. */
  public static RigException absent(String part, Path port) {
    return new RigException(
        part,
        "%s has no port: %s does not exist.".formatted(part, port),
        "next: plug %s in, or correct its port in the bench file; ls /dev/serial/by-id shows what is there"
            .formatted(part));
  }

  /** The path leads to something that is not a serial port: {@code what} says to what. */
  public static RigException notAPort(String part, Path port, String what) {
    return new RigException(
        part,
        "%s cannot use %s: it is %s, not a serial port.".formatted(part, port, what),
        "next: correct the port of %s in the bench file; ls /dev/serial/by-id shows what is there"
            .formatted(part));
  }

  /**
   * Somebody else has the port open.
   *
   * @param holders who, each as "minicom (pid 4711)"; empty when it cannot be found out
   */
  public static RigException busy(String part, Path port, List<String> holders) {
    String by = holders.isEmpty() ? "another program" : String.join(" and ", holders);
    return new RigException(
        part,
        "%s cannot have %s: it is in use by %s.".formatted(part, port, by),
        "next: close that program; on a desktop also check ModemManager, which opens every new port");
  }

  /** The port may not be opened by the user we run as; {@code group} owns it. */
  public static RigException notPermitted(String part, Path port, String user, String group) {
    return new RigException(
        part,
        "%s may not open %s: user %s is not in group %s.".formatted(part, port, user, group),
        "next: sudo usermod -aG %s %s, then log in again".formatted(group, user));
  }

  /** Only the owner of the port may open it; joining a group would not help. */
  public static RigException ownerOnly(String part, Path port, String user, String owner) {
    return new RigException(
        part,
        "%s may not open %s: only %s may, we are %s.".formatted(part, port, owner, user),
        "next: a udev rule with GROUP=\"dialout\", MODE=\"0660\" opens it to the group of serial ports");
  }

  /** The operating system refused to open the port for a reason that is none of the above. */
  public static RigException notOpened(String part, Path port, int errno) {
    return new RigException(
        part,
        "%s could not be opened: %s was refused with error %d.".formatted(part, port, errno),
        "next: kitproof doctor; dmesg | tail tells what the kernel thinks of the port");
  }

  /**
   * A library that only some boards need is not there.
   *
   * @param profile the profile of the build that adds it
   */
  public static RigException withoutLibrary(
      String part, Path port, String library, String profile, Throwable cause) {
    RigException trouble =
        new RigException(
            part,
            "%s needs %s, which this build does not have.".formatted(part, library),
            "port: " + port,
            "next: write %s into .mvn/maven.config and run again, or take a board of another family for %s"
                .formatted(profile, part));
    Throwable unused = trouble.initCause(cause);
    return trouble;
  }

  /** The port vanished while it was in use; {@code doing} says what was going on, as a noun. */
  public static RigException unplugged(String part, Path port, String doing) {
    return new RigException(
        part,
        "%s was unplugged during %s.".formatted(part, doing),
        "port: " + port,
        "next: check the USB cable and the power of %s, then run again".formatted(part));
  }

  /** Nothing can be reached at an address; {@code seen} says what the network said of it. */
  public static RigException notConnected(String part, Object address, String seen) {
    return new RigException(
        part,
        "%s can't be reached at %s.".formatted(part, address),
        "seen: " + seen,
        "next: check that its server runs and listens there, and that this computer may reach it");
  }

  /** No host has the name that an address begins with. */
  public static RigException unknownHost(String part, Object address) {
    return new RigException(
        part,
        "%s can't be reached at %s.".formatted(part, address),
        "seen: no host has that name",
        "next: correct the name in the bench file, or make it known to this computer, by its DNS or in /etc/hosts");
  }

  /** Nobody can say whether a host has the name that an address begins with; {@code told} why. */
  public static RigException notLookedUp(String part, Object address, String told) {
    return new RigException(
        part,
        "%s can't be reached at %s.".formatted(part, address),
        "seen: this computer's DNS did not tell its address: " + told,
        "next: check that this computer is on its network and its DNS answers, or write the host's IP address in the bench file");
  }

  /**
   * Nothing came back from a place that was to answer within a limit.
   *
   * @param next what to check there
   */
  public static RigException unanswering(String part, Object place, Duration limit, String next) {
    return new RigException(
        part,
        "%s gave no answer at %s.".formatted(part, place),
        "seen: nothing within %d ms".formatted(limit.toMillis()),
        "next: " + next);
  }

  /** The server took the connection and ended it at once; {@code said} are its last words. */
  public static RigException turnedAway(String part, Object address, String said) {
    return new RigException(
        part,
        "%s was turned away by %s.".formatted(part, address),
        "seen: the connection was closed, " + (said.isEmpty() ? "without a word" : said),
        "next: check that nobody else is connected: most servers let in one at a time");
  }

  /** A connection ended while it was in use; {@code doing} says what was going on, as a noun. */
  public static RigException cutOff(String part, Object address, String doing) {
    return new RigException(
        part,
        "%s was cut off during %s.".formatted(part, doing),
        "port: " + address,
        "next: check the network, and the power of what serves %s, then run again"
            .formatted(address));
  }

  /** Not a byte came back. */
  public static RigException silent(String part, Object port, String command, Duration deadline) {
    return new RigException(
        part,
        "%s did not answer \"%s\" within %d ms.".formatted(part, command, deadline.toMillis()),
        "port: " + port,
        "seen: nothing",
        port instanceof Path
            ? "next: check that %s is the %s port, that it has power, and its family and baud rate"
                .formatted(port, part)
            : "next: check that %s is at %s, that it has power, its settings, and that nobody else is connected to it"
                .formatted(part, port));
  }

  /** Something came back that is no answer to the command. */
  public static RigException garbled(
      String part, Object port, String command, String expected, String seen) {
    return new RigException(
        part,
        "%s answered \"%s\" with something else.".formatted(part, command),
        "port: " + port,
        "expected: " + expected,
        "seen: " + seen,
        "next: check the %s of %s, and that nothing else talks on its line"
            .formatted(settings(port), part));
  }

  /** The board understood the command and declined. */
  public static RigException declined(
      String part, Object port, String command, String reason, String next) {
    return new RigException(
        part,
        "%s declined \"%s\": %s.".formatted(part, command, reason),
        "port: " + port,
        "next: " + next);
  }

  /** The board started anew while it was in use, and has forgotten what it was told. */
  public static RigException restarted(String part, Path port) {
    return new RigException(
        part,
        "%s has restarted by itself.".formatted(part),
        "port: " + port,
        "seen: it told its name and version, which it was not asked for",
        "next: check the supply of %s: relay coils want one of their own, not the 5 V of the board"
            .formatted(part));
  }

  /** The board reports another position of a contact than the one commanded. */
  public static RigException stuck(String part, Object port, int channel, boolean commandedClosed) {
    return new RigException(
        part,
        "Contact %d of %s is stuck %s."
            .formatted(channel, part, commandedClosed ? "open" : "closed"),
        "port: " + port,
        "expected: %s, as commanded".formatted(commandedClosed ? "closed" : "open"),
        "seen: the board reads it back as %s".formatted(commandedClosed ? "open" : "closed"),
        "next: check the supply of the relay coils; a contact that stays so is worn out: use another channel");
  }

  /** A kit should be reset or switched and no contact is wired to do that. */
  public static RigException notWired(String kit, String deed, String wires) {
    return new RigException(
        kit,
        "Kit %s can't be %s: no contact is wired for it.".formatted(kit, deed),
        "next: wire its %s and name the contact in the bench file, or do it by hand before the run"
            .formatted(wires));
  }

  /** An input takes no samples, though nothing said why; {@code watched} is what it watches. */
  public static RigException unsampled(String watched, String wire, Duration deadline) {
    return new RigException(
        wire,
        "Nothing watches %s: %s took no sample within %d ms."
            .formatted(watched, wire, deadline.toMillis()),
        "next: check the board of %s, its power and its cable".formatted(wire));
  }

  /** A sensor looks so much more seldom than it should that what it saw proves nothing. */
  public static RigException lagging(String watched, String wire, Duration gap, Duration promised) {
    return new RigException(
        wire,
        "Nothing can be said of %s: %s looks every %d ms only, not every %d ms."
            .formatted(watched, wire, gap.toMillis(), Math.max(1, promised.toMillis())),
        "next: check the board of %s and what else speaks on its line".formatted(wire));
  }

  /** What was to follow at once came so late that it proves nothing of what happens at once. */
  public static RigException late(String part, String deed, Duration asked, Duration took) {
    return new RigException(
        part,
        "%s came %d ms after what went before, not %d ms."
            .formatted(deed, took.toMillis(), asked.toMillis()),
        "next: look at the load of this host, and at what else speaks on the line of " + part);
  }

  /** The local cloud is gone, and nobody asked it to go. */
  public static RigException cloudEnded() {
    return new RigException(
        "The cloud",
        "The local cloud of this bench has ended by itself.",
        "next: look at the log for why; kits that lose their connection now are not to blame");
  }

  /** Something of the harness's own could not reach the cloud of the bench. */
  public static RigException cloud(String part, String deed, Throwable cause) {
    RigException trouble =
        new RigException(
            part,
            "%s could not %s.".formatted(part, deed),
            "seen: " + cause,
            "next: check that the cloud of the bench is up; the local one is a part of this run");
    Throwable unused = trouble.initCause(cause);
    return trouble;
  }

  /** Nothing listens where a kit's configuration page should be. */
  public static RigException unreachable(String part, InetSocketAddress page, IOException cause) {
    RigException trouble =
        new RigException(
            part,
            "%s can't be configured: no page at %s.".formatted(part, where(page)),
            "seen: " + cause.getMessage(),
            "next: check that the star box is on the console of %s and this computer has joined its access point"
                .formatted(part));
    Throwable unused = trouble.initCause(cause);
    return trouble;
  }

  /**
   * A kit's configuration page owes an answer.
   *
   * @param asked the request without its parameters, which may be secret
   * @param seen such as "nothing within 4000 ms"
   */
  public static RigException unanswered(
      String part, InetSocketAddress page, String asked, String seen) {
    return new RigException(
        part,
        "The configuration page of %s did not answer \"%s\".".formatted(part, asked),
        "page: " + where(page),
        "seen: " + seen,
        "next: reset %s and begin again; its server stops for good at a request it can't take"
            .formatted(part));
  }

  /** A kit's configuration page answered with something else; parameters as above. */
  public static RigException misanswered(
      String part, InetSocketAddress page, String asked, String expected, String seen) {
    return new RigException(
        part,
        "The configuration page of %s answered \"%s\" with something else.".formatted(part, asked),
        "page: " + where(page),
        "expected: " + expected,
        "seen: " + seen,
        "next: reset %s and begin again; check that nobody else has its page open".formatted(part));
  }

  /** This computer's Wi-Fi could not do its part in configuring a kit. */
  public static RigException wifi(String part, String deed, String seen, String next) {
    return new RigException(
        part, "%s could not %s.".formatted(part, deed), "seen: " + seen, "next: " + next);
  }

  /**
   * Several access points have the name of the one whose kit is to be configured.
   *
   * @param seen how they can be told apart: by their addresses, or the kits they belong to
   */
  public static RigException twins(String part, String ssid, List<String> seen) {
    return new RigException(
        part,
        "%d access points are called %s, so that nobody was configured."
            .formatted(seen.size(), ssid),
        "seen: " + String.join(", ", seen),
        "expected: one; the kits' pages look the same, and the wrong kit would get thing, key and network",
        "next: give each kit a CONFIG_AP_SSID of its own in wifi_config_dct.h, or switch the other off");
  }

  /**
   * A kit did not get to the end of its configuration.
   *
   * @param deed what was being done, as "sending the key"
   * @param said what its console said meanwhile
   */
  public static RigException halfway(String part, String deed, String said, RigException cause) {
    RigException trouble =
        new RigException(
            part,
            "Configuring %s ended while %s.".formatted(part, deed),
            "seen: " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
            "console: " + said,
            "next: configure it again from the start; if it ends there again, look at the supply of %s"
                .formatted(part));
    Throwable unused = trouble.initCause(cause);
    return trouble;
  }

  /** What can be wrong: a port has a rate, a server has settings of its own. */
  private static String settings(Object port) {
    return port instanceof Path ? "family and baud rate" : "settings";
  }

  private static String where(InetSocketAddress page) {
    return page.getHostString() + ":" + page.getPort();
  }

  private static String text(String sentence, String... facts) {
    StringBuilder text = new StringBuilder(sentence);
    for (String fact : facts) {
      text.append("\n  ").append(fact);
    }
    return text.toString();
  }
}
