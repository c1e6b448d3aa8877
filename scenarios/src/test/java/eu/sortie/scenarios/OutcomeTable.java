package eu.sortie.scenarios;

import eu.sortie.drill.CaseResult;
import eu.sortie.drill.CaseResult.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What has to become of each case of an estate, by environment: a Markdown table, so that people read the very thing the tests hold.
 *
 * <p>A cell says a fate in its words; what was not planted also says the class of the source's words. Where two keys become one at
 * the destination and both are written at once, whichever comes last wins: such a cell names both fates, with {@code or} between. So
 * does one where it depends on the second in which something was written whether its place can be seen.
 */
record OutcomeTable(List<String> environments, Map<String, Map<String, String>> rows) {

  private static final String NAME = "expected-outcomes/%s.md";
  private static final String NOT_PLANTED = Fate.NOT_PLANTED.words();
  private static final String NOT_HELD = NOT_PLANTED + ": not held by any bucket";

  /** The table of an estate. */
  static OutcomeTable of(String estate) {
    var name = NAME.formatted(estate);
    try (var in = OutcomeTable.class.getResourceAsStream(name)) {
      return parse(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static OutcomeTable parse(String markdown) {
    var lines = markdown.lines().filter(line -> line.startsWith("|")).toList();
    var environments = cells(lines.get(0)).subList(2, cells(lines.get(0)).size());
    var rows = new LinkedHashMap<String, Map<String, String>>();
    for (var line : lines.subList(2, lines.size())) {
      var cells = cells(line);
      var fates = new LinkedHashMap<String, String>();
      for (int i = 0; i < environments.size(); i++) {
        fates.put(environments.get(i), cells.get(i + 2));
      }
      if (rows.put(cells.get(0) + " " + cells.get(1), fates) != null) {
        throw new IllegalArgumentException("twice in the table: " + line);
      }
    }
    return new OutcomeTable(List.copyOf(environments), rows);
  }

  private static List<String> cells(String line) {
    var cells = line.strip().split("\\|", -1);
    return Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList();
  }

  /** Every case whose fate is not the expected one, and every one that is on one side only: case, expected, seen. */
  List<String> deviations(String environment, List<CaseResult> seen) {
    var found = new LinkedHashMap<String, String>();
    seen.forEach(result -> found.put(result.id() + " " + result.what(), cell(result)));
    var deviations = new ArrayList<String>();
    var names = new TreeSet<>(found.keySet());
    names.addAll(rows.keySet());
    for (var name : names) {
      var expected =
          rows.getOrDefault(name, Map.of()).getOrDefault(environment, "not in the table");
      var fate = found.getOrDefault(name, "not in the drill");
      if (!List.of(expected.split(" or ", -1)).contains(fate)) {
        deviations.add("%s: expected %s, saw %s".formatted(name, expected, fate));
      }
    }
    return deviations;
  }

  /** The cases that no source of the table planted, but for those that lie in no bucket at all. */
  List<String> refusedEverywhere() {
    return rows.entrySet().stream()
        .filter(row -> row.getValue().values().stream()
            .allMatch(cell -> cell.startsWith(NOT_PLANTED) && !cell.startsWith(NOT_HELD)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Leaves what was seen in the form of the table, for whoever has looked at each deviation and takes it over. */
  static Path leave(String estate, String environment, List<CaseResult> seen) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "outcomes"));
    var file = folder.resolve("%s-at-%s.md".formatted(estate, environment.replace(':', '-')));
    var text = new StringBuilder("| id | case | %s |\n|---|---|---|\n".formatted(environment));
    seen.forEach(result ->
        text.append("| %s | %s | %s |\n".formatted(result.id(), result.what(), cell(result))));
    return Files.writeString(file, text);
  }

  private static String cell(CaseResult result) {
    return result.fate() == Fate.NOT_PLANTED
        ? result.fate().words() + ": " + sort(result.detail())
        : result.fate().words();
  }

  /** The source's words up to where they begin to speak of one key or one value. */
  private static String sort(String words) {
    return words.split(": |'", 2)[0].strip();
  }
}
