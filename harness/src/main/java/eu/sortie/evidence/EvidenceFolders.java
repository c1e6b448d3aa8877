package eu.sortie.evidence;

import eu.sortie.drill.Chronicle;
import eu.sortie.drill.DrillSetup;
import eu.sortie.measure.Bytes;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Finding;
import java.nio.file.Path;

/** Opens a folder for each drill, and knows which was the last. */
public final class EvidenceFolders implements DrillSetup.Evidence {

  private final Path drills;
  private Path last;

  /** Folders below that of all drills. */
  public EvidenceFolders(Path drills) {
    this.drills = drills;
    this.last = drills;
  }

  @Override
  public Chronicle open(String drillId, Scenario scenario) {
    var opened = EvidenceFolder.create(drills, scenario);
    last = opened.folder();
    return opened;
  }

  /** Says whether a drill could write its evidence, writing nothing. */
  public Finding examine() {
    try {
      return new Finding(
          "evidence",
          Finding.Answer.YES,
          "%s of disk are free for %s".formatted(Bytes.print(Room.space(drills)), drills));
    } catch (Misuse misuse) {
      return new Finding("evidence", Finding.Answer.NO, String.valueOf(misuse.getMessage()));
    }
  }

  /** The folder of the drill that was opened last; that of all drills before the first. */
  public Path last() {
    return last;
  }
}
