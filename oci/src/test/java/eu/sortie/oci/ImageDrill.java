package eu.sortie.oci;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.ImageTraits.MEDIA_TYPE;
import static eu.sortie.scenario.ImageTraits.POINTS_TO;
import static eu.sortie.scenario.ImageTraits.REPOSITORIES;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.Scenario.scenario;

import de.siegmar.fastcsv.reader.CsvReader;
import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A drill between two registries, as tests run one, and what it named. */
final class ImageDrill {

  private final EvidenceFolders evidence;

  ImageDrill(Path folder) {
    this.evidence = new EvidenceFolders(folder.resolve("drills"));
  }

  static End end(String name, String host, Map<String, String> more) {
    var settings = new HashMap<>(more);
    settings.put("registry", host);
    settings.put("plain-http", "true");
    return End.of(name, false, "oci", settings, Capabilities.UNSTATED);
  }

  Outcome run(End from, End to, ImageSelection selection, Progress progress) {
    var environment = Environment.of("two registries", List.of(from, to), Map.of());
    var setup = DrillSetup.at(
            new DrillSetup.Place.There(environment),
            name -> {
              throw new Misuse("there is no price list '%s'".formatted(name));
            },
            evidence)
        .with(progress);
    return Drill.of(setup)
        .run(scenario("Images leave ECR")
            .from(from.name())
            .to(to.name())
            .export(selection)
            .expect(everyItem().keeps(CONTENT, MEDIA_TYPE, POINTS_TO, REPOSITORIES)));
  }

  /** As an outsider reads them: item, trait, change, was and became. */
  List<String> losses() throws IOException {
    return rows().stream().map(row -> row.substring(0, row.indexOf(" | "))).toList();
  }

  /** The same, with why. */
  List<String> rows() throws IOException {
    var rows = new ArrayList<String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(evidence.last().resolve("losses.csv"))) {
      csv.forEach(row -> rows.add("%s %s %s %s -> %s | %s"
          .formatted(
              row.getField("item"),
              row.getField("trait"),
              row.getField("change"),
              row.getField("was"),
              row.getField("became"),
              row.getField("because"))));
    }
    return rows;
  }
}
