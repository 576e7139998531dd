package io.kitproof.reports.page;

import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.evidence.TimelineFile;

/** What ran and decided nothing, under a heading of its own. */
final class QuarantineList {
  private QuarantineList() {}

  static void write(Html html, RunRecord run) {
    if (run.quarantined().isEmpty()) {
      return;
    }
    html.raw("<section>\n<h2>In quarantine</h2>\n<ul>\n");
    int number = run.scenarios().size();
    for (Quarantined one : run.quarantined()) {
      number++;
      html.raw("<li>");
      Badge.write(html, one.scenario().verdict());
      html.open("a", "href", TimelineFile.page(number, one.scenario()));
      html.text(one.scenario().name()).raw("</a>");
      html.element("span", "place", one.scenario().place());
      html.raw("<br>").text(one.words()).raw("</li>\n");
    }
    html.raw("</ul>\n</section>\n");
  }
}
