package io.kitproof.reports.answers;

import io.kitproof.fixtures.text.NotUtf8Exception;
import io.kitproof.fixtures.text.Quoted;
import io.kitproof.fixtures.text.Utf8;
import io.kitproof.fixtures.text.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/** The text of a file that a student saved with whatever editor there was. */
final class AnswerFile {
  private static final String SAVE = " Save it anew as UTF-8.";

  private AnswerFile() {}

  /**
   * Its text, without a byte order mark and with plain line feeds.
   *
   * @throws UnreadableAnswersException if there is none that can be read
   */
  static String text(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(file, "is not there.");
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(file, "should be a plain file, but is a folder, a link or a device.");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(YamlText.LIMIT + 1);
      if (bytes.length > YamlText.LIMIT) {
        throw refused(file, "is larger than 1 MB; twelve answers are a page or two.");
      }
      return decoded(file, bytes).replace("\r\n", "\n").replace('\r', '\n');
    } catch (IOException e) {
      throw refused(file, "can't be read: " + e.getClass().getSimpleName() + ".");
    }
  }

  static String shown(Path file) {
    return Quoted.of(String.valueOf(file.getFileName()));
  }

  private static String decoded(Path file, byte[] bytes) {
    if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
      throw refused(file, "is UTF-16, as its first two bytes say." + SAVE);
    }
    int mark = begins(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    try {
      return Utf8.decoded(Arrays.copyOfRange(bytes, mark, bytes.length));
    } catch (NotUtf8Exception e) {
      int place = mark + e.offset();
      throw refused(file, "is not UTF-8 from byte " + place + " on (from 0)." + SAVE);
    }
  }

  private static boolean begins(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableAnswersException refused(Path file, String why) {
    return new UnreadableAnswersException(shown(file) + " " + why);
  }
}
