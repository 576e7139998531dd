package io.kitproof.reports.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.fixtures.timeline.Observation;
import io.kitproof.fixtures.timeline.Observation.Way;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.Recording;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import io.kitproof.reports.ScenarioRecord;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class RunPageTest {
  private static final Recording LIT = Sample.recording(Sample.press(true));

  private static String page(RunRecord run) {
    return RunPage.of(run, ZoneOffset.ofHours(1));
  }

  @Test
  void the_head_says_where_when_how_many_and_what_the_exit_code_means() {
    assertThat(page(Sample.mixed()))
        .contains("<title>1 of 5 scenarios failed · lab-3 · Kitproof</title>")
        .contains("<h1 class=\"headline\">1 of 5 scenarios failed</h1>")
        .contains("<dt>Bench</dt><dd>lab-3</dd>")
        .contains("<dt>Cloud</dt><dd>local</dd>")
        .contains("23 Nov 2026, 02:10:03 +01:00")
        .contains("<li class=\"passed\"><b>1</b> passed</li>")
        .contains("<li class=\"not-run\"><b>1</b> not run</li>")
        .contains("Exit code <b>1</b>: a kit did not do what it should.</p>")
        .doesNotContain("The run was stopped");
  }

  @Test
  void what_needs_attention_comes_first_and_open_the_kits_faults_before_the_rigs() {
    String page = page(Sample.mixed());

    assertThat(page)
        .containsSubsequence(
            "<h2>Needs attention</h2>",
            "<details class=\"card failed\" id=\"s3\" open=\"\">",
            "At fault: <b>the kit</b>",
            "LED1 of subscriber should turn on within 2000 ms, but stayed off.\n  expected  LED1",
            "<details class=\"card rig\" id=\"s2\" open=\"\">",
            "At fault: <b>the bench</b>",
            "eyes has no port: /dev/serial/by-id/usb-Numato-if00 does not exist.\n  next: plug",
            "<details class=\"card flaky\" id=\"s4\" open=\"\">",
            "<h2>Features</h2>",
            "<h3>Two kits and one light",
            "<details class=\"row\" id=\"s1\">",
            "<a class=\"row\" href=\"#s2\">",
            "<h3>The publisher",
            "Untrusted CA <span class=\"why\">Needs a virtual kit; publisher is real.</span></span>",
            "<h2>Measurements</h2>");
  }

  @Test
  void a_scenario_shows_steps_measurements_timeline_consoles_and_packets() {
    assertThat(page(Sample.run(Sample.scenario("Lights", 9, Sample.passed(), LIT))))
        .containsSubsequence(
            "Lights <span class=\"warned\">with warnings</span></span>",
            "<ul class=\"warnings\">\n<li class=\"warning\">The registry: its policies allow anything",
            "<li class=\"passed\"><b>When</b> <span class=\"name\">I press MB1 on the"
                + " publisher</span><span class=\"took\">50.4 ms</span></li>",
            "<tr><td>publish to LED<td>2.200<td>2000.000<td>",
            "<a href=\"timeline/001-lights.html\">Timeline page</a>",
            "<summary>Timeline<span class=\"count\">21 observations</span></summary>",
            "<tr class=deed><td>1.0000<td>+0.0 ms<td>presses/0<td>MB1 of publisher was pressed",
            "<tr class=led><td>1.0546<td>+4.2 ms<td>subscriber LED1<td>LED1 of subscriber turned",
            "<summary>Console of publisher<span class=\"count\">2 lines</span></summary>",
            "    1.0540  [MQTT] Publishing... Success\n",
            "<summary>Console of subscriber<span class=\"count\">1 line</span></summary>",
            "<summary>Packet log<span class=\"count\">6 lines</span></summary>",
            "PUBLISH abc/bulb &quot;LIGHT ON&quot; QoS 1 id 7\n",
            "<tr><td>press to publish<td>1<td>2.000<td>2.000<td>2.000<td>2.000<td>–<td>");
  }

  @Test
  void many_measurements_of_a_scenario_are_shown_as_their_spread() {
    List<Observation> nine = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      nine.add(Sample.measured(i, "press to publish", i, 8));
    }

    assertThat(page(Sample.run(Sample.scenario("m", 1, Sample.passed(), Sample.recording(nine)))))
        .contains(
            "<tr><td>press to publish<td>9<td>1.000<td>5.000<td>9.000<td>9.000<td>8.000<td><em"
                + " class=\"failed\">1 too long</em> <em class=\"rig\">2 marginal</em> \n");
  }

  @Test
  void hostile_content_is_text_wherever_it_stands() {
    String evil =
        "<script>alert('x')</script>\"><img src=http://evil.example/ onerror=\"x\">\u001b\u0000\uD800";
    Judgement failed = Judgement.of(new AssertionError(evil), Sample.recording());
    Recording seen =
        Sample.recording(
            Sample.line(1, evil, evil),
            Sample.packet(2, Way.IN, evil, "PUBLISH", evil, evil.getBytes(UTF_8)),
            Sample.measured(3, evil, 1, 2),
            new Observation.Warned(Sample.EPOCH + 3, evil, evil),
            new Observation.Deed(Sample.EPOCH + 4, evil, evil));
    ScenarioRecord scenario = Sample.scenario(evil, evil, evil, 1, failed, seen);
    RunRecord run = new RunRecord(evil, evil, Sample.BEGAN, List.of(scenario), true);

    String page = page(run);

    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&gt;&lt;img src=http:")
        .contains("\\x1B\\x00\uFFFD")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u001b")
        .doesNotContain("\u0000");
    assertThat(tags(page)).noneMatch(t -> t.contains("onerror=\""));
  }

  @Test
  void it_asks_nothing_of_any_host() {
    String page = page(Sample.mixed());

    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("//cdn");
    assertThat(page).doesNotContain("@import").doesNotContain("url(").doesNotContain("<script");
    assertThat(page).contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
    Matcher links = Pattern.compile("(src|href)=\"([^\"]*)\"").matcher(page);
    List<String> targets = new ArrayList<>();
    while (links.find()) {
      targets.add(links.group(2));
    }
    assertThat(targets)
        .isNotEmpty()
        .allMatch(t -> t.matches("#s\\d+|timeline/[a-z0-9-]+\\.(jsonl|html)"));
  }

  @Test
  void a_stopped_run_is_a_report_of_what_ran() {
    RunRecord stopped =
        new RunRecord(
            "lab-3", "local", Sample.BEGAN, Sample.mixed().scenarios().subList(0, 1), true);

    assertThat(page(stopped))
        .contains("The run was stopped. This is the report of what ran.")
        .contains("Exit code <b>130</b>: the run was stopped before its end");
    assertThat(page(new RunRecord("lab-3", "none", Sample.BEGAN, List.of(), true)))
        .contains("<h1 class=\"headline\">No scenario was run</h1>");
  }

  @Test
  void two_hundred_long_scenarios_stay_under_fifteen_megabytes() {
    List<Observation> many = new ArrayList<>();
    while (many.size() < 300) {
      many.addAll(Sample.press(true));
    }
    Recording seen = Sample.recording(many.subList(0, 300));
    ScenarioRecord one = Sample.scenario("Twenty presses", 9, Sample.failed(), seen);
    RunRecord run =
        new RunRecord("lab-3", "local", Sample.BEGAN, Collections.nCopies(200, one), false);

    String page = page(run);

    assertThat(page.getBytes(UTF_8).length).isBetween(2_000_000, 15_000_000);
    assertThat(page)
        .contains("<span class=\"count\">300 observations</span>")
        .doesNotContain("observations are shown;");
  }

  @Test
  void what_is_left_out_is_said_with_the_place_where_it_is() {
    List<Observation> lines = new ArrayList<>();
    for (int i = 0; i < 2100; i++) {
      lines.add(Sample.line(i, "publisher", "tick"));
    }

    assertThat(page(Sample.run(Sample.scenario("x", 9, Sample.passed(), Sample.recording(lines)))))
        .contains(
            "The last 2000 of 2100 observations are shown; all are in <a"
                + " href=\"timeline/001-x.jsonl\"><code>timeline/001-x.jsonl</code></a>, beside"
                + " this page.")
        .contains("The last 2000 of 2100 lines are shown; all are in <a")
        .doesNotContain("<td>0.0990<td>")
        .contains("<td>0.1000<td>");
  }

  @Test
  void a_flood_is_cut_too() {
    List<Observation> flood = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      flood.add(Sample.line(i, "publisher", "\"".repeat(64 * 1024)));
    }
    ScenarioRecord one = Sample.scenario("Flood", 9, Sample.passed(), Sample.recording(flood));

    String page = page(Sample.run(one));

    assertThat(page.length()).isLessThan(1_000_000);
    assertThat(page)
        .contains(" … (64536 more characters)", " … (64548 more characters)")
        .contains(" of 100 lines are shown");
  }

  private static List<String> tags(String page) {
    return Pattern.compile("<[a-z][^>]*>").matcher(page).results().map(r -> r.group()).toList();
  }

  @Test
  void a_repeated_scenario_shows_both_attempts_with_their_evidence() {
    assertThat(page(Sample.run(Sample.repeated())))
        .containsSubsequence(
            "<details class=\"card flaky\" id=\"s1\" open=\"\">",
            "LED1 of subscriber turned on",
            "<details class=\"first\"><summary>First attempt <span class=\"badge rig\">rig</span>",
            "At fault: <b>the bench</b>",
            "Initialising");
  }

  @Test
  void what_is_quarantined_stands_under_a_heading_of_its_own() {
    assertThat(page(Sample.withQuarantine()))
        .contains("<h2>In quarantine</h2>", "timeline/002-a-press-lights-it.html")
        .contains("Quarantined by ann until 2026-12-24: relay 1 sticks &lt;b&gt;")
        .doesNotContain("Needs attention");
  }
}
