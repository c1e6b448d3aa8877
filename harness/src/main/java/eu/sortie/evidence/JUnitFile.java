package eu.sortie.evidence;

import eu.sortie.drill.GateResult;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An outcome as {@code junit.xml}, for CI: one test case a gate; a breach is a failure, not knowing is an error. */
final class JUnitFile {

  private JUnitFile() {}

  static String write(Outcome outcome) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, outcome);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("XML can always be written to memory", impossible);
    }
    return text.append('\n').toString();
  }

  private static void suite(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
    var cases = cases(outcome);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", outcome.scenario());
    attribute(xml, "tests", String.valueOf(cases.size()));
    attribute(xml, "failures", count(cases, GateResult.Result.BREACHED));
    attribute(xml, "errors", count(cases, GateResult.Result.INCONCLUSIVE));
    attribute(xml, "skipped", "0");
    attribute(xml, "time", seconds(Duration.between(outcome.started(), outcome.ended())));
    attribute(xml, "timestamp", outcome.started().toString());
    properties(xml, outcome);
    for (var gate : cases) {
      testCase(xml, outcome, gate);
    }
    xml.writeEndElement();
  }

  private static void properties(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
    xml.writeStartElement("properties");
    property(xml, "sortie.drill", outcome.id());
    property(xml, "sortie.verdict", outcome.verdict().word());
    property(xml, "sortie.environment", outcome.environment());
    for (var end : outcome.ends()) {
      property(
          xml,
          "sortie." + end.role(),
          "%s, %s, %s".formatted(end.name(), Words.emulatedOrLive(end), end.address()));
    }
    xml.writeEndElement();
  }

  private static void testCase(XMLStreamWriter xml, Outcome outcome, GateResult gate)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", outcome.scenario());
    attribute(xml, "name", gate.gate());
    if (gate.result() != GateResult.Result.CLEARED) {
      boolean breached = gate.result() == GateResult.Result.BREACHED;
      xml.writeStartElement(breached ? "failure" : "error");
      attribute(xml, "message", String.join("; ", gate.seen().lines().toList()));
      attribute(xml, "type", breached ? "breach" : "inconclusive");
      xml.writeCharacters(detail(gate));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String detail(GateResult gate) {
    var lines = new ArrayList<String>();
    lines.add("wanted: " + Visible.text(gate.wanted()));
    gate.seen().lines().forEach(seen -> lines.add("seen: " + Visible.text(seen)));
    gate.examples().forEach(example -> lines.add("  " + Visible.text(example)));
    return String.join("\n", lines);
  }

  /** The gates; where none of them shows why the verdict is not passed, one more case that does, lest CI sees green. */
  private static List<GateResult> cases(Outcome outcome) {
    var cases = new ArrayList<>(Words.gates(outcome));
    if (outcome.verdict() instanceof Verdict.Failed
        && failing(cases, GateResult.Result.BREACHED).isEmpty()) {
      cases.add(drill(GateResult.Result.BREACHED, "failed"));
    }
    if (outcome.verdict() instanceof Verdict.Inconclusive inconclusive
        && failing(cases, GateResult.Result.INCONCLUSIVE).isEmpty()) {
      cases.add(drill(GateResult.Result.INCONCLUSIVE, inconclusive.reason()));
    }
    return cases;
  }

  private static GateResult drill(GateResult.Result result, String seen) {
    return new GateResult("the drill", result, "a drill that passes", seen, List.of());
  }

  private static List<GateResult> failing(List<GateResult> cases, GateResult.Result result) {
    return cases.stream().filter(gate -> gate.result() == result).toList();
  }

  private static String count(List<GateResult> cases, GateResult.Result result) {
    return String.valueOf(failing(cases, result).size());
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("property");
    attribute(xml, "name", name);
    attribute(xml, "value", value);
  }

  /** XML 1.0 has no form at all for most control characters. */
  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Visible.text(value));
  }
}
