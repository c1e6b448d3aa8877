package eu.sortie.evidence;

import com.fasterxml.jackson.core.JacksonException;
import eu.sortie.drill.Checkpoint;
import eu.sortie.drill.DrillSetup;
import eu.sortie.drill.Outcome;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.yaml.ScenarioFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A drill whose process died, as its folder tells of it.
 *
 * @param folder where its evidence began
 * @param last what was noted last
 * @param scenario that it ran
 */
public record DeadDrill(Path folder, Checkpoint last, Scenario scenario) {

  /**
   * Reads what is needed to go on with a drill.
   *
   * @throws Misuse where the folder is not that of a drill that died after it had begun, or its ends went with it
   */
  public static DeadDrill in(Path folder) {
    requireUnfinished(folder);
    var note = EvidenceFolder.checkpointOf(folder);
    if (!Files.isRegularFile(note)) {
      throw new Misuse(
          "%s: the drill died before anything moved, so there is nothing to go on with; run it anew"
              .formatted(folder));
    }
    try {
      var last = read(note);
      // Before anything else is read: of ends that went nothing else matters.
      last.begun().requireResumable();
      var created = Unfinished.read(folder).created();
      return new DeadDrill(
          folder,
          last.with(last.begun().with(created)),
          ScenarioFile.read(folder.resolve("scenario.yaml")));
    } catch (JacksonException damaged) {
      throw new Misuse(
          "%s: expected a note as Sortie writes it, saw %s. Run the drill anew"
              .formatted(note, damaged.getOriginalMessage()),
          damaged);
    } catch (IOException unreadable) {
      throw new Misuse(
          "%s cannot be read: %s. Name a folder that you may read".formatted(folder, unreadable),
          unreadable);
    }
  }

  /** Whether a drill noted how far it was, at ends that did not go with it. */
  static boolean isResumable(Path folder) {
    var note = EvidenceFolder.checkpointOf(folder);
    try {
      return Files.isRegularFile(note) && !read(note).begun().goes();
    } catch (IOException damaged) {
      return false;
    }
  }

  private static Checkpoint read(Path note) throws IOException {
    return Json.MAPPER.readValue(
        new String(Durable.read(note), StandardCharsets.UTF_8), Checkpoint.class);
  }

  private static void requireUnfinished(Path folder) {
    if (Files.exists(folder.resolve(EvidenceFolder.INCOMPLETE))) {
      return;
    }
    if (Files.exists(folder.resolve(OutcomeFile.NAME))) {
      throw new Misuse(
          "%s: this drill has ended, so there is nothing to go on with; 'sortie report' shows its outcome"
              .formatted(folder));
    }
    throw new Misuse(
        "%s: expected the folder of a drill that died, saw no %s in it. Name a folder like drills/SCENARIO/2026-11-23T10-14-05Z; 'sortie doctor' lists them"
            .formatted(folder, EvidenceFolder.INCOMPLETE));
  }

  /**
   * Ends a drill that died between its last word and the moment its mark was taken away: all is there already.
   *
   * @return its outcome; empty where it had more to do
   */
  public static Optional<Outcome> sealed(Path folder) {
    if (!Files.exists(folder.resolve(EvidenceFolder.INCOMPLETE))
        || !Files.exists(folder.resolve(Checksums.NAME))) {
      return Optional.empty();
    }
    try {
      EvidenceFolder.finish(folder);
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
    return Optional.of(OutcomeFile.read(folder));
  }

  /** Its environment, as it was written down without secrets. */
  public Path environment() {
    return folder.resolve("environment.yaml");
  }

  /** Opens its evidence once more. */
  public DrillSetup.Evidence evidence() {
    return (id, any) -> EvidenceFolder.reopen(folder);
  }
}
