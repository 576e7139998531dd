package io.kitproof.reports.page;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Asked;
import io.kitproof.fixtures.timeline.Observation.ConsoleLine;
import io.kitproof.fixtures.timeline.Observation.Deed;
import io.kitproof.fixtures.timeline.Observation.LedEdge;
import io.kitproof.fixtures.timeline.Observation.Measured;
import io.kitproof.fixtures.timeline.Observation.RelayMove;
import io.kitproof.fixtures.timeline.Observation.ShadowSeen;
import io.kitproof.fixtures.timeline.Observation.TestClientMessage;
import io.kitproof.fixtures.timeline.Observation.TlsHandshake;
import io.kitproof.fixtures.timeline.Observation.Trouble;
import io.kitproof.fixtures.timeline.Observation.Warned;
import io.kitproof.reports.Recording;
import io.kitproof.reports.evidence.Moment;
import io.kitproof.reports.text.Times;
import java.util.List;

/** The timeline as a table; a lane's colour says what kind of lane it is. */
final class TimelineTable {
  private final Html html;
  private final Allowance allowance;

  TimelineTable(Html html, Allowance allowance) {
    this.html = html;
    this.allowance = allowance;
  }

  void write(Recording seen, String file) {
    List<Moment> moments = Moment.of(seen);
    Excerpt shown = Excerpt.of(moments, this::row, allowance);
    html.raw("<details><summary>Timeline");
    html.element("span", "count", Excerpt.count(moments.size(), "observation"));
    html.raw("</summary>\n");
    shown.sentence(html, "observation", file);
    html.raw("<div class=\"scroll\"><table class=\"timeline\"><thead><tr>");
    html.raw("<th title=\"since the scenario began\">seconds<th title=\"since the last thing");
    html.raw(" the harness did took effect\">stimulus<th>lane<th>what</thead>\n<tbody>\n");
    html.raw(shown.markup()).raw("</table></div></details>\n");
  }

  // end tags of rows and cells may be left out: a third of the table
  private Html row(Moment m) {
    Observation o = m.seen();
    Html row = new Html();
    row.raw("<tr class=" + kind(o) + "><td>" + Times.seconds(m.sinceEpochNanos()) + "<td>");
    row.raw(m.sinceStimulusNanos().map(Times::after).orElse("")).raw("<td>");
    row.text(allowance.cut(o.lane())).raw("<td>").text(allowance.cut(o.text())).raw("\n");
    return row;
  }

  private static String kind(Observation o) {
    if (o instanceof ConsoleLine) {
      return "console";
    }
    if (o instanceof RelayMove) {
      return "relay";
    }
    if (o instanceof LedEdge edge) {
      return edge.lit() ? "led" : "\"led dark\"";
    }
    if (o instanceof TlsHandshake) {
      return "tls";
    }
    if (o instanceof TestClientMessage || o instanceof ShadowSeen) {
      return "client";
    }
    if (o instanceof Deed) {
      return "deed";
    }
    if (o instanceof Trouble) {
      return "trouble";
    }
    if (o instanceof Warned) {
      return "warned";
    }
    if (o instanceof Measured) {
      return "measured";
    }
    if (o instanceof Asked asked) {
      return asked.met() ? "asked" : "\"asked unmet\"";
    }
    return "mqtt";
  }
}
