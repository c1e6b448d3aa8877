package eu.sortie.yaml;

import eu.sortie.measure.Rate;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** An {@link Environment} as a file: its secrets are referred to and never in it. */
public final class EnvironmentFile {

  private static final String ENVIRONMENT = "environment";
  private static final String ENDS = "ends";
  private static final String TARIFFS = "tariffs";
  private static final String RATES = "rates";

  private final Page page;
  private final Path folder;
  private final EndForm endForm;

  private EnvironmentFile(Page page, Path folder, Function<String, @Nullable String> variables) {
    this.page = page;
    this.folder = folder;
    this.endForm = new EndForm(folder, new References(folder, variables));
  }

  /**
   * Reads an environment and looks up what it refers to.
   *
   * @param variables finds the value of {@code env:NAME}; {@code System::getenv} outside tests
   * @throws Misuse with the line of what is wrong, or for a file that cannot be read; never with a secret
   */
  public static Environment read(Path file, Function<String, @Nullable String> variables) {
    return read(Page.of(file), file.resolveSibling(""), variables);
  }

  static Environment read(Page page, Path folder, Function<String, @Nullable String> variables) {
    return new EnvironmentFile(page, folder, variables).environment();
  }

  /** Writes an environment without any secret: where one was referred to the reference stands, else that it does not. */
  public static String write(Environment environment) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(ENVIRONMENT, Pen.text(environment.name()));
    fields.put(ENDS, Pen.lines(nodes(environment.ends(), EndForm::write)));
    if (!environment.tariffs().isEmpty()) {
      fields.put(TARIFFS, Pen.lines(nodes(environment.tariffs(), Pen::text)));
    }
    if (!environment.rates().isEmpty()) {
      fields.put(
          RATES, Pen.items(environment.rates().stream().map(RateForm::write).toList()));
    }
    return Pen.write(Pen.lines(fields));
  }

  private Environment environment() {
    var fields =
        Document.of(page, "an environment").fields().only(ENVIRONMENT, ENDS, TARIFFS, RATES);
    var name = fields.required(ENVIRONMENT, "expected what reports call it, as in 'OVH rehearsal'");
    var ends = ends(fields.required(ENDS, "expected the ends by name"));
    return new Environment(
        name.words(),
        ends,
        fields.find(TARIFFS).map(part -> tariffs(part, ends)).orElseGet(TreeMap::new),
        fields.find(RATES).map(RateForm::read).orElse(List.<Rate>of()));
  }

  private SortedMap<String, End> ends(Part part) {
    var ends = new TreeMap<String, End>();
    var fields = part.fields();
    for (var name : fields.names()) {
      if (name.isBlank()) {
        throw fields.at(name, "an end has no name, expected as in 'aws:'");
      }
      ends.put(name, endForm.read(name, fields.value(name)));
    }
    if (ends.isEmpty()) {
      throw part.wrong("there is no end, expected at least one by its name");
    }
    return ends;
  }

  private SortedMap<String, String> tariffs(Part part, Map<String, End> ends) {
    var tariffs = new TreeMap<String, String>();
    var fields = part.fields().only(ends.keySet().toArray(String[]::new));
    for (var end : fields.names()) {
      tariffs.put(end, tariff(fields.value(end)));
    }
    return tariffs;
  }

  /** A price list that cannot be read is better known before anything moves than after. */
  private String tariff(Part part) {
    var name = PriceBook.in(folder, part.words());
    try {
      PriceBook.load(name);
      return name;
    } catch (Misuse unusable) {
      throw part.wrong(String.valueOf(unusable.getMessage()));
    }
  }

  private static <T> Map<String, Node> nodes(Map<String, T> values, Function<T, Node> form) {
    var nodes = new LinkedHashMap<String, Node>();
    values.forEach((key, value) -> nodes.put(key, form.apply(value)));
    return nodes;
  }
}
