package io.kitproof.broker.shadow;

import io.kitproof.broker.fault.AwsFault;
import io.kitproof.broker.shadow.Node.Branch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the service, byte for byte like captures of AWS (1.3): the order of members, no
 * blanks, times in whole seconds.
 */
final class Messages {

  private static final byte[] STATE = ascii("{\"state\":");
  private static final byte[] METADATA = ascii(",\"metadata\":");
  private static final byte[] VERSION = ascii(",\"version\":");
  private static final byte[] ONLY_VERSION = ascii("{\"version\":");
  private static final byte[] TIMESTAMP = ascii(",\"timestamp\":");
  private static final byte[] TOKEN = ascii(",\"clientToken\":");
  private static final byte[] PREVIOUS = ascii("{\"previous\":");
  private static final byte[] CURRENT = ascii(",\"current\":");
  private static final byte[] NULL = ascii("null");
  private static final byte[] LATER_STATE = ascii(",\"state\":");
  private static final byte[] DELTA = ascii(",\"delta\":");
  private static final byte[] CODE = ascii("{\"code\":");
  private static final byte[] MESSAGE = ascii(",\"message\":");

  /** The bytes to begin with, so that messages of an ordinary length need not grow. */
  private static final int FEW = 512;

  /** A state with its metadata is seldom longer than this many times the state. */
  private static final int MANIFOLD = 3;

  private Messages() {}

  /** Only what the request held, nulls and all. A null has a time in the metadata (1.5, 1.3). */
  static byte[] accepted(Node state, long version, long now, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW).raw(STATE);
    Rendering.STATE.write(out, state);
    Rendering.METADATA.write(out.raw(METADATA), state);
    out.raw(VERSION).number(version).raw(TIMESTAMP).number(now);
    return end(out, token);
  }

  /** The shadow before and after an update, without their deltas. */
  static byte[] documents(
      @Nullable Document previous, Document current, long now, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW + MANIFOLD * 2 * current.json().length).raw(PREVIOUS);
    if (previous == null) {
      out.raw(NULL);
    } else {
      document(out, previous);
      out.raw('}');
    }
    document(out.raw(CURRENT), current);
    return end(out.raw('}').raw(TIMESTAMP).number(now), token);
  }

  /** What is desired and not reported, with the times at which it was desired. */
  static byte[] delta(Branch delta, long version, long now, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW).raw(ONLY_VERSION).number(version);
    out.raw(TIMESTAMP).number(now);
    Rendering.STATE.write(out.raw(LATER_STATE), delta);
    Rendering.METADATA.write(out.raw(METADATA), delta);
    return end(out, token);
  }

  /** The whole shadow. Its delta is in the state alone; AWS's metadata has none (1.3). */
  static byte[] got(Document document, long now, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW + MANIFOLD * document.json().length);
    Branch delta = document.delta();
    if (delta.isEmpty()) {
      document(out, document);
    } else {
      out.raw(STATE).raw(document.json(), document.json().length - 1).raw(DELTA);
      Rendering.STATE.write(out, delta);
      metadata(out.raw('}'), document);
    }
    return end(out.raw(TIMESTAMP).number(now), token);
  }

  static byte[] deleted(long version, long now, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW).raw(ONLY_VERSION).number(version);
    return end(out.raw(TIMESTAMP).number(now), token);
  }

  /** Without a timestamp, as seen in the wild. */
  static byte[] rejected(AwsFault fault, @Nullable String token) {
    JsonBytes out = new JsonBytes(FEW).raw(CODE).number(fault.status());
    return end(out.raw(MESSAGE).string(fault.message()), token);
  }

  /** An object whose end is still open. */
  private static void document(JsonBytes out, Document document) {
    metadata(out.raw(STATE).raw(document.json()), document);
  }

  private static void metadata(JsonBytes out, Document document) {
    Rendering.METADATA.sections(out.raw(METADATA), document.desired(), document.reported());
    out.raw(VERSION).number(document.version());
  }

  private static byte[] end(JsonBytes out, @Nullable String token) {
    if (token != null) {
      out.raw(TOKEN).string(token);
    }
    return out.raw('}').toBytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
