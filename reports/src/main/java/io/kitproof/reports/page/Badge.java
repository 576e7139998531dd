package io.kitproof.reports.page;

import io.kitproof.reports.Verdict;
import java.util.Locale;

/** A verdict as a coloured word. */
public final class Badge {
  private Badge() {}

  /** Writes it. */
  public static void write(Html html, Verdict verdict) {
    html.element("span", "badge " + css(verdict), verdict.words());
  }

  /** The class that colours what is about this verdict. */
  public static String css(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
