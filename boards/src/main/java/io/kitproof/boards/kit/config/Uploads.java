package io.kitproof.boards.kit.config;

import java.util.Arrays;

/**
 * Certificate and key on their way in, in RAM. One expected offset serves both; what does not fit
 * is dropped although the offset counts it; what a longer file left behind stays; both are kept for
 * good when one is complete while the other is not empty, then forgotten (kits.md section 2).
 */
final class Uploads {
  private static final int CERTIFICATE_SIZE = 4096;
  private static final int KEY_SIZE = 2048;

  private final ConfigTarget target;
  private byte[] certificate = new byte[CERTIFICATE_SIZE];
  private byte[] key = new byte[KEY_SIZE];
  private int expected;

  Uploads(ConfigTarget target) {
    this.target = target;
  }

  /** Takes a slice, if it is the expected one, and tells the offset that is expected next. */
  int take(Query query, byte[] slice) {
    byte[] file = query.value("file").filter("certificate"::equals).isPresent() ? certificate : key;
    int offset = query.number("offset");
    if (offset == 0) {
      expected = 0;
    }
    if (offset != expected) {
      return expected;
    }
    int room = Math.max(0, file.length - 1 - offset); // the last byte is the terminator's
    System.arraycopy(slice, 0, file, Math.min(offset, file.length), Math.min(room, slice.length));
    expected += slice.length;
    if (expected == query.number("filesize") && certificate[0] != 0 && key[0] != 0) {
      keep();
    }
    return expected;
  }

  private void keep() {
    target.credentials(text(certificate), text(key));
    certificate = new byte[CERTIFICATE_SIZE];
    key = new byte[KEY_SIZE];
  }

  private static byte[] text(byte[] file) {
    int end = 0;
    while (file[end] != 0) {
      end++;
    }
    return Arrays.copyOf(file, end);
  }
}
