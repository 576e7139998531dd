package io.kitproof.boards.virtual;

import io.kitproof.boards.wire.ByteCommand;
import io.kitproof.boards.wire.ByteRelay;
import io.kitproof.boards.wire.ByteRelay.Asking;
import io.kitproof.boards.wire.ByteRelay.Greeting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A row of the table of byte relays, read from the board's side. */
final class ByteRelaySpeech implements Speech {
  /** What a version is told to be, where one is asked for. */
  private static final byte VERSION = 2;

  private record Command(byte[] bytes, Consumer<Panel> deed) {}

  private final List<Command> commands = new ArrayList<>();
  private final ByteRelay row;
  private byte[] heard = {};

  ByteRelaySpeech(ByteRelay row) {
    this.row = row;
    for (int channel = 0; channel < row.channels(); channel++) {
      int which = channel;
      add(row.on(), which, row.echoed(), panel -> panel.move(which, true));
      add(row.off(), which, row.echoed(), panel -> panel.move(which, false));
      row.asking()
          .filter(asking -> which == 0 || asking.positions().each())
          .ifPresent(asking -> add(asking.command(), which, false, p -> tell(asking, which, p)));
    }
    row.allOff().ifPresent(off -> add(off, 0, row.echoed(), this::openAll));
    row.greeting().ifPresent(who -> add(who.command(), 0, false, panel -> greet(who, panel)));
  }

  private void add(ByteCommand command, int channel, boolean echoed, Consumer<Panel> deed) {
    byte[] bytes = command.bytes(channel, new BitSet(), row.channels());
    commands.add(new Command(bytes, echoed ? deed.andThen(panel -> panel.reply(bytes)) : deed));
  }

  @Override
  public void hear(byte[] bytes, Panel panel) {
    byte[] all = Arrays.copyOf(heard, heard.length + bytes.length);
    System.arraycopy(bytes, 0, all, heard.length, bytes.length);
    int at = 0;
    while (at < all.length) {
      byte[] rest = Arrays.copyOfRange(all, at, all.length);
      Optional<Command> whole =
          commands.stream().filter(command -> starts(rest, command.bytes)).findFirst();
      if (whole.isEmpty() && commands.stream().anyMatch(c -> starts(c.bytes, rest))) {
        break;
      }
      if (whole.isPresent() && panel.hears()) {
        whole.get().deed.accept(panel);
      }
      at += whole.map(command -> command.bytes.length).orElse(1);
    }
    heard = Arrays.copyOfRange(all, at, all.length);
  }

  private static boolean starts(byte[] bytes, byte[] start) {
    return start.length <= bytes.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private void openAll(Panel panel) {
    for (int channel = 0; channel < row.channels(); channel++) {
      panel.move(channel, false);
    }
  }

  private void tell(Asking asking, int asked, Panel panel) {
    if (!panel.tellsPositions()) {
      return;
    }
    BitSet closed = new BitSet();
    for (int channel = 0; channel < row.channels(); channel++) {
      closed.set(channel, panel.readBack(channel));
    }
    panel.reply(asking.positions().bytes(closed, row.channels(), asked));
  }

  private void greet(Greeting greeting, Panel panel) {
    byte[] answer = new byte[greeting.length()];
    Arrays.fill(answer, VERSION);
    answer[0] =
        greeting.contacts().entrySet().stream()
            .filter(model -> model.getValue() == row.channels())
            .map(Map.Entry::getKey)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    panel.reply(answer);
  }

  @Override
  public void forget() {
    heard = new byte[0];
  }
}
