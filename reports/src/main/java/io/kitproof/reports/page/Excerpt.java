package io.kitproof.reports.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The end of something long: where a scenario ends is where its verdict fell.
 *
 * @param markup the shown part, escaped
 */
record Excerpt(String markup, int shown, int all) {

  static <T> Excerpt of(List<T> all, Function<T, Html> render, Allowance allowance) {
    List<String> rows = new ArrayList<>();
    int characters = 0;
    for (int i = all.size() - 1; i >= 0 && rows.size() < allowance.rows(); i--) {
      String row = render.apply(all.get(i)).toString();
      characters += row.length();
      if (characters > allowance.characters() && !rows.isEmpty()) {
        break;
      }
      rows.add(row);
    }
    Collections.reverse(rows);
    return new Excerpt(String.join("", rows), rows.size(), all.size());
  }

  /**
   * Says what is not shown and where it is; nothing when all is shown.
   *
   * @param file nothing when it is nowhere else
   */
  void sentence(Html html, String what, String file) {
    if (shown == all) {
      return;
    }
    html.raw("<p class=\"rest\">The last ").text(shown + " of " + count(all, what));
    if (file.isEmpty()) {
      html.raw(" are shown.</p>\n");
      return;
    }
    html.raw(" are shown; all are in ").open("a", "href", file).element("code", file);
    html.raw("</a>, beside this page.</p>\n");
  }

  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
