package eu.sortie.proof;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;

import eu.sortie.drill.Drill;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One drill of one bucket, whose copy stays at the destination for others to look at. */
record Journey(Outcome outcome, Heard heard) {

  static Journey of(End from, End to, String bucket, String copy) throws IOException {
    var folder = Files.createTempDirectory("sortie-proof-");
    try {
      var heard = new Heard(folder);
      var environment = Environment.of("proof", List.of(from, to), Map.of());
      var setup = DrillSetup.at(
              new DrillSetup.Place.There(environment),
              name -> {
                throw new IllegalStateException("no price list is asked for, saw " + name);
              },
              (id, scenario) -> heard)
          .keeping(true);
      var outcome = Drill.of(setup)
          .run(scenario("Proof")
              .from(from.name())
              .to(to.name())
              .export(objects(bucket).into(copy))
              .expect(everyItem().keeps(ObjectTraits.CONTENT)));
      return new Journey(outcome, heard);
    } finally {
      remove(folder);
    }
  }

  /** What it lost of objects and delete markers, in the traits that an oracle looks at. */
  List<Difference> lossesOfItems() {
    return heard.losses().stream()
        .filter(loss -> Oracle.TRAITS.contains(loss.trait()) && !loss.kind().equals("bucket"))
        .toList();
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
