package io.kitproof.reports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.ShadowSeen;
import io.kitproof.fixtures.timeline.Observation.TestClientMessage;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Trouble;
import io.kitproof.fixtures.timeline.Observation.Warned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes private keys out of what was seen. Kits print what they are told to print, and a console
 * gives a key line by line: so a console that began one is followed until it ends it.
 */
final class Secrets {
  private static final String WITHHELD = "(private key withheld)";
  private static final String MARK = "PRIVATE KEY-----";
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)",
          Pattern.DOTALL);
  private static final Pattern END = Pattern.compile("^.*?-----END [A-Z0-9 ]*PRIVATE KEY-----");
  private static final Pattern BODY =
      Pattern.compile("\\s*([A-Za-z0-9+/]+={0,2}|(Proc-Type|DEK-Info):.*)?\\s*");

  private static final Pattern PIECE = Pattern.compile("(?<![\\w+/=])[A-Za-z0-9+/]{60,}={0,2}");
  private static final Pattern HEX = Pattern.compile("\\p{XDigit}+");

  private final Set<String> consolesInKey = new HashSet<>();
  private final Map<Observation, Observation> cleaned = new IdentityHashMap<>();

  private Secrets() {}

  static String withheld(String text) {
    return text.contains(MARK) ? KEY.matcher(text).replaceAll(WITHHELD) : text;
  }

  /** For a message that quotes a few console lines: they may be the middle of a key. */
  static String withheldPieces(String text) {
    return PIECE
        .matcher(withheld(text))
        .replaceAll(m -> HEX.matcher(m.group()).matches() ? m.group() : WITHHELD);
  }

  static List<Observation> withheld(List<Observation> observations) {
    Secrets secrets = new Secrets();
    List<Observation> shown = new ArrayList<>(observations.size());
    for (Observation o : observations) {
      Observation clean = secrets.clean(o);
      if (clean != o) {
        secrets.cleaned.put(o, clean);
      }
      shown.add(clean);
    }
    return List.copyOf(shown);
  }

  private Observation clean(Observation o) {
    if (o instanceof ConsoleLine c) {
      return consolesInKey.contains(c.kit()) || c.line().contains(MARK) ? clean(c) : c;
    }
    if (o instanceof PacketSeen p) {
      return cleaned(p);
    }
    if (o instanceof TestClientMessage m) {
      return new TestClientMessage(m.nanos(), withheld(m.topic()), withheld(m.payload()));
    }
    if (o instanceof Asked a) {
      return cleaned(a);
    }
    return o.text().contains(MARK) ? cleanText(o) : o;
  }

  /** What met it was seen, and cleaned, before. */
  private Asked cleaned(Asked a) {
    return new Asked(
        a.nanos(),
        withheld(a.subject()),
        withheld(a.about()),
        withheld(a.wanted()),
        a.fromNanos(),
        a.untilNanos(),
        a.met(),
        a.answer().map(o -> cleaned.getOrDefault(o, o)),
        withheldPieces(a.instead()));
  }

  private ConsoleLine clean(ConsoleLine c) {
    String line = c.line();
    if (consolesInKey.contains(c.kit())) {
      line = inKey(c.kit(), line);
    }
    if (begins(line)) {
      consolesInKey.add(c.kit());
    }
    return new ConsoleLine(c.nanos(), c.kit(), withheld(line));
  }

  private String inKey(String kit, String line) {
    if (line.contains("-----END ")) {
      consolesInKey.remove(kit);
      return END.matcher(line).replaceFirst(WITHHELD);
    }
    return BODY.matcher(line).matches() ? WITHHELD : line;
  }

  private static boolean begins(String line) {
    int begin = line.lastIndexOf("-----BEGIN ");
    return begin >= 0 && line.contains(MARK) && line.indexOf("-----END ", begin) < 0;
  }

  private static Observation cleanText(Observation o) {
    String text = withheld(o.text());
    if (o instanceof TlsHandshake t) {
      return new TlsHandshake(t.nanos(), t.connection(), t.completed(), t.principal(), text);
    }
    if (o instanceof ConnectionEnd e) {
      return new ConnectionEnd(e.nanos(), e.connection(), e.clientId(), e.principal(), text);
    }
    if (o instanceof ShadowSeen s) {
      return new ShadowSeen(s.nanos(), s.message().with(Secrets::withheld));
    }
    if (o instanceof Warned w) {
      return new Warned(w.nanos(), withheld(w.subject()), withheld(w.warning()));
    }
    if (o instanceof Deed d) {
      return new Deed(d.nanos(), d.lane(), text);
    }
    if (o instanceof Trouble t) {
      return new Trouble(t.nanos(), t.lane(), new IllegalStateException(text));
    }
    return o;
  }

  private static PacketSeen cleaned(PacketSeen p) {
    return new PacketSeen(
        p.nanos(),
        p.connection(),
        p.way(),
        withheld(p.clientId()),
        p.principal(),
        p.type(),
        p.topic().map(Secrets::withheld),
        withheld(p.payload()),
        p.qos(),
        p.retain(),
        p.dup(),
        p.packetId(),
        withheld(p.detail()));
  }

  private static byte[] withheld(byte[] payload) {
    // one char a byte: what is no text comes back as it was
    String text = new String(payload, ISO_8859_1);
    return text.contains(MARK) ? withheld(text).getBytes(ISO_8859_1) : payload;
  }
}
