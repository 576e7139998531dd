package io.kitproof.broker.shadow;

import org.jspecify.annotations.Nullable;

/** How versions count (1.8). */
final class Versions {

  /**
   * Versions that a deletion uses up. AWS's own local shadow service, which copies the cloud,
   * counts one; the documents only say that the number goes on. So a shadow deleted at 17 comes
   * back as 19.
   */
  static final int OF_A_DELETION = 1;

  private Versions() {}

  /**
   * Whether an update that asks for a version may go on. Of a shadow that does not exist AWS's rule
   * is unknown: SDKs send 0, the local shadow service takes 0 or 1, and a stale version after a
   * deletion was seen to be a conflict. So it may be the last version there was, 0 if none, or the
   * one to come.
   *
   * @param last version of the shadow, of the deleted shadow, or 0
   */
  static boolean agrees(@Nullable Long asked, boolean exists, long last) {
    return asked == null || asked == last || !exists && asked == last + 1;
  }
}
