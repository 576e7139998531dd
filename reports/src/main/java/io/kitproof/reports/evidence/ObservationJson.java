package io.kitproof.reports.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import io.kitproof.fixtures.shadow.Section;
import io.kitproof.fixtures.shadow.ShadowMessage;
import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.Attempt;
import io.kitproof.fixtures.timeline.Observation.ConnectionEnd;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.Measured;
import io.kitproof.fixtures.timeline.Observation.PacketSeen;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.ShadowSeen;
import io.kitproof.fixtures.timeline.Observation.TestClientMessage;
import io.kitproof.fixtures.timeline.Observation.ThingSeen;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Trouble;
import io.kitproof.fixtures.timeline.Observation.Warned;
import io.kitproof.reports.text.Printable;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** One observation as a JSON object: what all have in common, then what only its type has. */
final class ObservationJson {
  private final JsonGenerator json;
  private final long epoch;

  ObservationJson(JsonGenerator json, long epoch) {
    this.json = json;
    this.epoch = epoch;
  }

  void write(Observation o) throws IOException {
    json.writeStartObject();
    text("type", o.getClass().getSimpleName());
    json.writeNumberField("ns", o.nanos() - epoch);
    text("lane", o.lane());
    text("text", o.text());
    if (o instanceof PacketSeen || o instanceof TlsHandshake || o instanceof ConnectionEnd) {
      network(o);
    } else if (o instanceof ShadowSeen s) {
      shadow(s.message());
    } else {
      bench(o);
    }
    json.writeEndObject();
  }

  private void bench(Observation o) throws IOException {
    if (o instanceof ConsoleLine c) {
      text("kit", c.kit());
    } else if (o instanceof RelayMove r) {
      text("board", r.board());
      json.writeNumberField("channel", r.channel());
      text("part", r.part());
      json.writeBooleanField("closed", r.closed());
      json.writeBooleanField("verified", r.verified());
    } else if (o instanceof LedEdge l) {
      text("kit", l.kit());
      text("led", l.led());
      json.writeBooleanField("lit", l.lit());
      json.writeNumberField("gapNs", l.gapNanos());
    } else if (o instanceof TestClientMessage m) {
      text("topic", m.topic());
      payload(m.payload());
    } else if (o instanceof Attempt a) {
      text("who", a.who());
      text("deed", a.deed());
      if (a.refusal().isPresent()) {
        text("refusal", a.refusal().get());
      }
    } else if (o instanceof ThingSeen s) {
      text("thing", s.thing().thing());
      json.writeBooleanField("exists", s.thing().exists());
    } else if (o instanceof Trouble t) {
      text("exception", t.cause().getClass().getName());
    } else if (o instanceof Asked a) {
      text("subject", a.subject());
      text("about", a.about());
      text("wanted", a.wanted());
      json.writeNumberField("fromNs", a.fromNanos() - epoch);
      json.writeNumberField("untilNs", a.untilNanos() - epoch);
      json.writeBooleanField("met", a.met());
      optional("answerNs", a.answer().map(met -> met.nanos() - epoch));
      text("came", a.answer().map(Observation::text).orElse(a.instead()));
    } else if (o instanceof Warned w) {
      text("subject", w.subject());
      text("warning", w.warning());
    } else if (o instanceof Measured m) {
      text("name", m.name());
      json.writeNumberField("valueNs", m.value().toNanos());
      optional("limitNs", m.limit().map(Duration::toNanos));
    }
  }

  private void shadow(ShadowMessage m) throws IOException {
    text("thing", m.name().thing());
    text("shadow", m.name().name().orElse(""));
    text("kind", m.kind());
    optional("version", m.version());
    text("desired", m.desired().map(Section::json).orElse(""));
    text("reported", m.reported().map(Section::json).orElse(""));
    text("delta", m.delta().map(Section::json).orElse(""));
    text("refusal", m.refusal().orElse(""));
  }

  private void network(Observation o) throws IOException {
    if (o instanceof PacketSeen p) {
      packet(p);
    } else if (o instanceof TlsHandshake t) {
      json.writeNumberField("connection", t.connection());
      json.writeBooleanField("completed", t.completed());
      text("principal", t.principal());
    } else if (o instanceof ConnectionEnd e) {
      json.writeNumberField("connection", e.connection());
      text("clientId", e.clientId());
      text("principal", e.principal());
    }
  }

  private void packet(PacketSeen p) throws IOException {
    json.writeNumberField("connection", p.connection());
    text("way", p.way().name());
    text("clientId", p.clientId());
    text("principal", p.principal());
    text("packet", p.type());
    if (p.topic().isPresent()) {
      text("topic", p.topic().get());
      text("message", p.message());
      payload(p.payload());
    }
    json.writeNumberField("qos", p.qos());
    json.writeBooleanField("retain", p.retain());
    json.writeBooleanField("dup", p.dup());
    json.writeNumberField("packetId", p.packetId());
    text("detail", p.detail());
  }

  private void payload(byte[] payload) throws IOException {
    json.writeStringField("payloadHex", HexFormat.of().formatHex(payload));
  }

  private void optional(String name, Optional<Long> value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, Printable.wellFormed(value));
  }
}
