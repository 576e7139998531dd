package io.kitproof.reports.evidence;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Recording;
import io.kitproof.reports.text.Printable;
import io.kitproof.reports.text.Times;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What went over the kits' connections: time, connection, who, direction, what. {@code ->} is
 * towards the broker.
 */
public final class PacketLog {
  private PacketLog() {}

  /** A line for each packet, handshake and end of a connection; empty when there was none. */
  public static String of(Recording seen) {
    return seen.inOrder().stream()
        .filter(PacketLog::concerns)
        .map(o -> line(o, seen) + "\n")
        .collect(Collectors.joining());
  }

  private static boolean concerns(Observation o) {
    return o instanceof PacketSeen || o instanceof TlsHandshake || o instanceof ConnectionEnd;
  }

  private static String line(Observation o, Recording seen) {
    String time = Times.seconds(o.nanos() - seen.epochNanos());
    if (o instanceof PacketSeen p) {
      String arrow = p.way() == Way.IN ? "->" : "<-";
      return row(time, p.connection(), arrow, p.clientId(), what(p));
    }
    if (o instanceof TlsHandshake t) {
      return row(time, t.connection(), "--", "tls", t.text());
    }
    ConnectionEnd end = (ConnectionEnd) o;
    return row(time, end.connection(), "--", end.clientId(), end.text());
  }

  private static String row(String time, long connection, String arrow, String who, String what) {
    return Printable.line(
        String.format(Locale.ROOT, "%10s  #%-3d %s  %s  %s", time, connection, arrow, who, what));
  }

  private static String what(PacketSeen p) {
    StringBuilder out = new StringBuilder(p.type());
    p.topic().ifPresent(t -> out.append(' ').append(t).append(" \"").append(p.message()));
    p.topic().ifPresent(t -> out.append("\" QoS ").append(p.qos()));
    if (p.packetId() > 0) {
      out.append(" id ").append(p.packetId());
    }
    out.append(p.retain() ? " retained" : "").append(p.dup() ? " dup" : "");
    return p.detail().isEmpty() ? out.toString() : out.append(' ').append(p.detail()).toString();
  }
}
