package eu.sortie.yaml;

import eu.sortie.inventory.Kinds;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** A {@link Scenario} as a file, and a file as a scenario: the two are one value. */
public final class ScenarioFile {

  private static final String SCENARIO = "scenario";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String EXPORT = "export";
  private static final String EXPECT = "expect";
  private static final String ALLOW = "allow";

  private ScenarioFile() {}

  /**
   * Reads a scenario.
   *
   * @throws Misuse with the line of what is wrong, or for a file that cannot be read
   */
  public static Scenario read(Path file) {
    return read(Page.of(file));
  }

  /**
   * Reads a scenario from text at hand.
   *
   * @param fileName stands before the line in messages
   * @throws Misuse with the line of what is wrong
   */
  public static Scenario read(String text, String fileName) {
    return read(new Page(fileName, text));
  }

  /**
   * Writes a scenario.
   *
   * @return YAML that reads back to an equal value
   * @throws Misuse for a scenario that is not complete, or one no file can say: a bar finer than a millisecond, a trait of one's own
   */
  public static String write(Scenario scenario) {
    scenario.requireComplete();
    try {
      var yaml = Pen.write(node(scenario));
      // Evidence that says something else than what was run would be worse than none.
      if (read(yaml, "as written").equals(scenario)) {
        return yaml;
      }
    } catch (Misuse unreadable) {
      throw new Misuse(
          "%s: no file can say this scenario; %s"
              .formatted(scenario.name(), unreadable.getMessage()),
          unreadable);
    }
    throw new Misuse(
        "%s: no file can say this scenario exactly; give its bars in whole milliseconds, zero or more"
            .formatted(scenario.name()));
  }

  private static Scenario read(Page page) {
    var fields =
        Document.of(page, "a scenario").fields().only(SCENARIO, FROM, TO, EXPORT, EXPECT, ALLOW);
    var name = fields.required(SCENARIO, "expected a short sentence, as in 'Photos leave S3'");
    var from = fields.required(FROM, "expected the name of the end that is left");
    var to = fields.required(TO, "expected the name of the end that is moved to");
    var selection = SelectionForm.read(
        fields.required(EXPORT, "expected what leaves, as in 'objects: {bucket: photos}'"));
    var scenario = new Scenario(
        name.words(),
        from.words(),
        to.words(),
        selection,
        gates(fields.required(EXPECT, "expected a list of gates"), selection.kinds()),
        fields.find(ALLOW).map(part -> allowances(part, selection.kinds())).orElse(List.of()));
    if (scenario.from().equals(scenario.to())) {
      throw to.wrong("expected another end than the one that is left, saw the same name twice");
    }
    return scenario;
  }

  private static List<Gate> gates(Part expect, Kinds kinds) {
    var gates = expect.items().stream().map(item -> GateForm.read(item, kinds)).toList();
    if (gates.isEmpty()) {
      throw expect.wrong(
          "there is no gate, so nothing could be judged; expected at least one, as in 'every item keeps: [content]'");
    }
    return gates;
  }

  private static List<Allowance> allowances(Part allow, Kinds kinds) {
    return allow.items().stream().map(item -> AllowanceForm.read(item, kinds)).toList();
  }

  private static Node node(Scenario scenario) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(SCENARIO, Pen.text(scenario.name()));
    fields.put(FROM, Pen.text(scenario.from()));
    fields.put(TO, Pen.text(scenario.to()));
    fields.put(EXPORT, SelectionForm.write(scenario.selection()));
    fields.put(EXPECT, Pen.items(scenario.expect().stream().map(GateForm::write).toList()));
    if (!scenario.allow().isEmpty()) {
      fields.put(
          ALLOW, Pen.items(scenario.allow().stream().map(AllowanceForm::write).toList()));
    }
    return Pen.lines(fields);
  }
}
