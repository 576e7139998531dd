package io.kitproof.reports.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Judgement;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.Sample;
import io.kitproof.reports.Verdict;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class JUnitXmlTest {
  private static Document parsed(RunRecord run) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(JUnitXml.of(run).getBytes(UTF_8)));
  }

  private static List<String> outcomes(Document document) {
    NodeList cases = document.getElementsByTagName("testcase");
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element child = (Element) ((Element) cases.item(i)).getElementsByTagName("*").item(0);
      outcomes.add(
          child == null
              ? "passed"
              : child.getTagName()
                  + " "
                  + child.getAttribute("type")
                  + ": "
                  + child.getAttribute("message"));
    }
    return outcomes;
  }

  @Test
  void each_verdict_has_the_element_that_ci_servers_know_it_by() throws Exception {
    Document document = parsed(Sample.mixed());

    assertThat(outcomes(document))
        .containsExactly(
            "passed",
            "error bench: eyes has no port: /dev/serial/by-id/usb-Numato-if00 does not exist.",
            "failure kit: LED1 of subscriber should turn on within 2000 ms, but stayed off.",
            "flakyFailure bench: eyes was busy.",
            "skipped : Needs a virtual kit; publisher is real.");
    Element all = document.getDocumentElement();
    assertThat(
            List.of(
                all.getAttribute("tests"),
                all.getAttribute("failures"),
                all.getAttribute("errors"),
                all.getAttribute("skipped"),
                all.getAttribute("flakes"),
                all.getAttribute("time")))
        .containsExactly("5", "1", "1", "1", "1", "12.250");
  }

  @Test
  void a_suite_is_a_feature_and_a_failure_holds_the_whole_message() throws Exception {
    Document document = parsed(Sample.mixed());

    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("05_two_kits.feature");
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
        .isEqualTo(Sample.failed().cause().orElseThrow().text());
  }

  @Test
  void what_a_kit_says_can_not_break_the_document() throws Exception {
    Judgement hostile =
        new Judgement(
            Verdict.FAILED,
            Optional.of(new Cause(Cause.KIT, "]]></failure>\u0000\u001b[1m&\ud83d")));

    Document document =
        parsed(Sample.run(Sample.scenario("<&\"\u0007", 1, hostile, Sample.recording())));

    assertThat(outcomes(document))
        .containsExactly("failure kit: ]]></failure>\\x00\\x1B[1m&\uFFFD");
    Element testcase = (Element) document.getElementsByTagName("testcase").item(0);
    assertThat(testcase.getAttribute("name")).isEqualTo("<&\"\\x07 (05_two_kits.feature:1)");
  }

  @Test
  void what_is_quarantined_is_skipped_in_a_suite_of_its_own() {
    assertThat(JUnitXml.of(Sample.withQuarantine()))
        .contains(
            """
            <testsuite name="quarantine" tests="1" failures="0" errors="0" skipped="1">
            <testcase classname="Two kits and one light" name="A press lights it (05_two_kits.feature:14)" time="3.063">
            <skipped message="It failed: LED1 of subscriber should turn on within 2000 ms, but stayed off. Quarantined by ann until 2026-12-24: relay 1 sticks &lt;b&gt;"></skipped></testcase>
            </testsuite>
            """)
        .contains("failures=\"0\"");
  }
}
