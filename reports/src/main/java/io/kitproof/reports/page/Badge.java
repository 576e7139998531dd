package io.kitproof.reports.page;

import io.kitproof.reports.Verdict;
import java.util.Locale;

/** A verdict as a coloured word. */
final class Badge {
  private Badge() {}

  static void write(Html html, Verdict verdict) {
    html.element("span", "badge " + css(verdict), verdict.words());
  }

  static String css(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
