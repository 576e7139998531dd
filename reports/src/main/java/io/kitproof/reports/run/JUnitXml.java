package io.kitproof.reports.run;

import io.kitproof.reports.Cause;
import io.kitproof.reports.Quarantined;
import io.kitproof.reports.RunRecord;
import io.kitproof.reports.ScenarioRecord;
import io.kitproof.reports.Verdict;
import io.kitproof.reports.text.Printable;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The run as CI servers read it, in Surefire's dialect of JUnit XML: a suite a feature, a case a
 * scenario. FAILED is a {@code failure}, RIG an {@code error}, FLAKY a case that passed with a
 * {@code flakyFailure} in it, NOT_RUN is {@code skipped}. What is quarantined is skipped too, in a
 * suite of its own.
 */
final class JUnitXml {
  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document, with a line feed at its end. */
  static String of(RunRecord run) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JUnitXml(xml).write(run);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A string could not be written to.", e);
    }
    return out + "\n";
  }

  private void write(RunRecord run) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    attribute("name", "kitproof on " + run.bench());
    counts(run.scenarios());
    Map<String, List<ScenarioRecord>> features =
        run.scenarios().stream()
            .collect(
                Collectors.groupingBy(
                    ScenarioRecord::feature, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<ScenarioRecord>> feature : features.entrySet()) {
      suite(feature.getKey(), feature.getValue());
    }
    if (!run.quarantined().isEmpty()) {
      quarantine(run.quarantined());
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String feature, List<ScenarioRecord> scenarios) throws XMLStreamException {
    start("testsuite");
    attribute("name", feature);
    counts(scenarios);
    for (ScenarioRecord s : scenarios) {
      testcase(s);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  /** All skipped for whoever counts: what they proved is in the words. */
  private void quarantine(List<Quarantined> all) throws XMLStreamException {
    start("testsuite");
    attribute("name", "quarantine");
    attribute("tests", String.valueOf(all.size()));
    attribute("failures", "0");
    attribute("errors", "0");
    attribute("skipped", String.valueOf(all.size()));
    for (Quarantined one : all) {
      start("testcase");
      attribute("classname", one.scenario().featureTitle());
      attribute("name", one.scenario().name() + " (" + one.scenario().place() + ")");
      attribute("time", seconds(one.scenario().took()));
      start("skipped");
      attribute("message", one.words());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private void counts(List<ScenarioRecord> scenarios) throws XMLStreamException {
    attribute("tests", String.valueOf(scenarios.size()));
    attribute("failures", count(scenarios, Verdict.FAILED));
    attribute("errors", count(scenarios, Verdict.RIG));
    attribute("skipped", count(scenarios, Verdict.NOT_RUN));
    attribute("flakes", count(scenarios, Verdict.FLAKY));
    attribute(
        "time",
        seconds(
            scenarios.stream().map(ScenarioRecord::took).reduce(Duration.ZERO, Duration::plus)));
  }

  private static String count(List<ScenarioRecord> scenarios, Verdict verdict) {
    return String.valueOf(scenarios.stream().filter(s -> s.verdict() == verdict).count());
  }

  private void testcase(ScenarioRecord s) throws XMLStreamException {
    start("testcase");
    attribute("classname", s.featureTitle());
    attribute("name", s.name() + " (" + s.place() + ")");
    attribute("time", seconds(s.took()));
    switch (s.verdict()) {
      case PASSED -> {}
      case FAILED -> told("failure", s.cause());
      case RIG -> told("error", s.cause());
      case FLAKY -> told("flakyFailure", s.cause());
      case NOT_RUN -> skipped(s.cause());
    }
    xml.writeEndElement();
  }

  private void told(String element, Optional<Cause> why) throws XMLStreamException {
    start(element);
    String text = why.map(Cause::text).orElse("");
    attribute("type", why.map(Cause::code).orElse(Cause.KIT));
    attribute("message", text.lines().findFirst().orElse(""));
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private void skipped(Optional<Cause> why) throws XMLStreamException {
    start("skipped");
    attribute("message", why.map(Cause::text).orElse(""));
    xml.writeEndElement();
  }

  private void start(String element) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** A kit's text may hold what no XML document may: it shows by its number. */
  private static String clean(String text) {
    return Printable.lines(text);
  }

  private static String seconds(Duration d) {
    return String.format(Locale.ROOT, "%.3f", d.toNanos() / 1e9);
  }
}
