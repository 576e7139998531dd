package io.kitproof.reports.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries the history in Allure's last report over to the results of the next one, which then shows
 * trends. Allure wants it in the folder {@code history} of the results; a report of one page has
 * each of these files in a call of its own: {@code d('history/history.json','<Base64>')}.
 */
public final class AllureTrend {
  /** A page with the attachments of a course has some megabytes. */
  private static final long LARGEST = 256L << 20;

  private static final Pattern FILE =
      Pattern.compile(
          "\\bd\\(['\"]history/([a-z-]{1,40}\\.json)['\"],['\"]([A-Za-z0-9+/=]*)['\"]\\)");

  private AllureTrend() {}

  /**
   * Puts the files there.
   *
   * @param page the last report; none is needed for the first
   * @param results where the next one is made from
   * @return how many files were carried over
   * @throws IOException when the page can't be read or the folder can't be written
   */
  public static int carryOver(Path page, Path results) throws IOException {
    if (!Files.isRegularFile(page) || Files.size(page) > LARGEST) {
      return 0;
    }
    Path folder = Files.createDirectories(results.resolve("history"));
    Matcher file = FILE.matcher(Files.readString(page, UTF_8));
    int carried = 0;
    while (file.find()) {
      Files.write(folder.resolve(file.group(1)), Base64.getDecoder().decode(file.group(2)));
      carried++;
    }
    return carried;
  }
}
