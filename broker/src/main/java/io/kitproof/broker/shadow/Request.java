package io.kitproof.broker.shadow;

import io.kitproof.broker.fault.AwsFault;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, read and judged as far as that goes without the shadow.
 *
 * @param state as it was sent, or null if it was not
 * @param token to echo in every answer, or null
 * @param version that the shadow must have, or null
 * @param flaw why it is refused, or null
 */
record Request(
    @Nullable Node state, @Nullable String token, @Nullable Long version, @Nullable AwsFault flaw) {

  private static final Request EMPTY = new Request(null, null, null, null);

  static Request refused(AwsFault flaw) {
    return new Request(null, null, null, flaw);
  }

  /**
   * A request to update.
   *
   * @param now in seconds since 1970
   */
  static Request update(byte[] payload, long now) {
    RequestReader reader = new RequestReader(now);
    AwsFault unreadable = reader.read(payload);
    return unreadable == null
        ? new Request(reader.state(), reader.token(), reader.version(), reader.flaw())
        : refused(unreadable);
  }

  /**
   * A request to get or to delete. Only the token in it counts; what is not JSON is ignored, and so
   * is all else (1.2).
   */
  static Request plain(byte[] payload) {
    if (payload.length == 0) {
      return EMPTY;
    }
    RequestReader reader = new RequestReader(0);
    if (reader.read(payload) != null) {
      return EMPTY;
    }
    return new Request(null, reader.token(), null, reader.tokenFlaw());
  }
}
