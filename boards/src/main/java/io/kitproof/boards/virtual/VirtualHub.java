package io.kitproof.boards.virtual;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A USB hub that is not there, and the program in the place of uhubctl that switches it: a script
 * that has the hub behind a pseudo-terminal tell it what to say. A contact is a port's supply: open
 * it feeds, closed it cuts. With a supply of its own, the hub keeps its ports when it is unplugged.
 */
public final class VirtualHub implements VirtualBoard {
  /** Where uhubctl finds it. */
  public static final String LOCATION = "1-1";

  /** How the program begins, in every version. */
  private static final String MARK = "#!/bin/sh\n# In the place of uhubctl ";

  /**
   * Without the hub it says what uhubctl says. What an earlier call was still to be told is passed
   * over: that one was ended for its silence.
   */
  private static final String PROGRAM =
      MARK
          + """
          2.5.0: the hub is the pseudo-terminal beside this file.
          hub="${0%/*}/.${0##*/}"
          if ! [ -e "$hub" ]; then
            echo "No compatible devices detected at location $2!" >&2
            echo "Run with -h to get usage info." >&2
            exit 1
          fi
          exec 3<>"$hub"
          printf '%s %s\\n' "$$" "$*" >&3
          while IFS= read -r line <&3 && [ "$line" != "$$" ]; do :; done
          while IFS= read -r line <&3; do
            case "$line" in
              "exit "*) exit "${line#exit }" ;;
            esac
            printf '%s\\n' "$line"
          done
          exit 1
          """;

  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rwx------");

  private final Path program;
  private final VirtualBoard hub;

  private VirtualHub(Path program, VirtualBoard hub) {
    this.program = program;
    this.hub = hub;
  }

  /**
   * Plugs in a hub.
   *
   * @param program the file to write the program into, in a folder of its user
   * @throws UncheckedIOException if it can't be written, or something else has its name
   */
  public static VirtualHub plug(String name, Path program, int ports) {
    Path port = program.resolveSibling("." + program.getFileName());
    VirtualBoard hub = PluggedBoard.plug(name, port, 0, ports, false, new HubSpeech());
    try {
      write(program);
      return new VirtualHub(program, hub);
    } catch (IOException e) {
      hub.close();
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path program) throws IOException {
    boolean file = Files.exists(program, NOFOLLOW_LINKS) && !Files.isSymbolicLink(program);
    if (file && !isOurs(program)) {
      throw new FileAlreadyExistsException(
          program.toString(), null, "is another file: a virtual hub may only replace its program");
    }
    // Whoever is killed meanwhile leaves no half of a program in its place.
    Path folder = program.toAbsolutePath().getParent();
    FileAttribute<?> owners = PosixFilePermissions.asFileAttribute(OWNERS);
    Path whole = Files.createTempFile(folder, "." + program.getFileName(), ".new", owners);
    try {
      Path written = Files.writeString(whole, PROGRAM, US_ASCII);
      Path moved = Files.move(written, program, ATOMIC_MOVE);
    } finally {
      boolean failed = Files.deleteIfExists(whole);
    }
  }

  /** Of this version or another; an empty one was to become it. */
  private static boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(MARK.length()), ISO_8859_1);
      return start.isEmpty() || start.equals(MARK);
    }
  }

  /** The program to run in the place of uhubctl. */
  @Override
  public Path port() {
    return program;
  }

  @Override
  public boolean closed(int channel) {
    return hub.closed(channel);
  }

  @Override
  public void wireContact(int channel, Net net) {
    hub.wireContact(channel, net);
  }

  /** Refused: it has none. */
  @Override
  public void wireInput(int channel, Net net) {
    throw new IllegalArgumentException("No input " + channel + ": a USB hub has none.");
  }

  /**
   * From now on it has these faults and no others, as far as a hub can: it is silent, which leaves
   * the program waiting, slow, or its ports are stuck. They do not bounce, it always tells how they
   * are, and USB would repeat broken bytes and lost commands.
   */
  @Override
  public void misbehave(Faults faults) {
    Faults fit = Faults.none().withDelay(faults.delay());
    fit = faults.silent() ? fit.withSilence() : fit;
    for (Map.Entry<Integer, Boolean> stuck : faults.stuck().entrySet()) {
      fit = fit.withStuck(stuck.getKey(), stuck.getValue());
    }
    hub.misbehave(fit);
  }

  @Override
  public void unplug() {
    hub.unplug();
  }

  @Override
  public void replug() {
    hub.replug();
  }

  @Override
  public void close() {
    try {
      hub.close();
    } finally {
      delete();
    }
  }

  private void delete() {
    try {
      boolean unused = Files.deleteIfExists(program);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
