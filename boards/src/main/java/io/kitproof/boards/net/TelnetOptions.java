package io.kitproof.boards.net;

import io.kitproof.boards.wire.ComPort;
import io.kitproof.boards.wire.Telnet;
import io.kitproof.boards.wire.Telnet.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the two ends of a telnet session have agreed on: COM-PORT-OPTION from us, BINARY both ways,
 * nothing else. An answer to an answer is never given, or the two would answer each other for ever.
 */
final class TelnetOptions {
  /** An option the session can't do without, and was not given; {@code said} names it. */
  record Refused(String said) {}

  private enum Wish {
    OUR_COM_PORT(Telnet.WILL, ComPort.OPTION, "COM-PORT-OPTION"),
    OUR_BINARY(Telnet.WILL, Telnet.BINARY, "BINARY from us"),
    THEIR_BINARY(Telnet.DO, Telnet.BINARY, "BINARY from the server"),
    OUR_SILENCE(Telnet.WILL, Telnet.SUPPRESS_GO_AHEAD, ""),
    THEIR_SILENCE(Telnet.DO, Telnet.SUPPRESS_GO_AHEAD, "");

    private final int verb;
    private final int option;
    private final String name;

    Wish(int verb, int option, String name) {
      this.verb = verb;
      this.option = option;
      this.name = name;
    }

    private boolean vital() {
      return !name.isEmpty();
    }

    /** The server grants a WILL by DO, and a DO by WILL. */
    private Optional<Boolean> granted(Option answer) {
      boolean ours = verb == Telnet.WILL;
      if (answer.option() != option) {
        return Optional.empty();
      }
      if (answer.verb() == (ours ? Telnet.DO : Telnet.WILL)) {
        return Optional.of(true);
      }
      return answer.verb() == (ours ? Telnet.DONT : Telnet.WONT)
          ? Optional.of(false)
          : Optional.empty();
    }
  }

  private final Map<Wish, Boolean> granted = new LinkedHashMap<>();

  /** What we ask for at the beginning. */
  List<byte[]> offers() {
    return List.of(Wish.values()).stream().map(w -> Telnet.option(w.verb, w.option)).toList();
  }

  /** Takes an option from the server; what is to be said to it, if anything. */
  Optional<byte[]> reply(Option option) {
    for (Wish wish : Wish.values()) {
      Optional<Boolean> answer = wish.granted(option);
      if (answer.isPresent()) {
        granted.put(wish, answer.get());
        return Optional.empty();
      }
    }
    return switch (option.verb()) {
      case Telnet.DO -> Optional.of(Telnet.option(Telnet.WONT, option.option()));
      case Telnet.WILL -> Optional.of(Telnet.option(Telnet.DONT, option.option()));
      default -> Optional.empty();
    };
  }

  /** Whether all that is vital was answered, or one of it refused. */
  boolean settled() {
    return refused().isPresent()
        || List.of(Wish.values()).stream().filter(Wish::vital).allMatch(granted::containsKey);
  }

  Optional<Refused> refused() {
    return granted.entrySet().stream()
        .filter(e -> e.getKey().vital() && !e.getValue())
        .map(e -> new Refused(e.getKey().name))
        .findFirst();
  }
}
