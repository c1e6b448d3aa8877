package eu.sortie.evidence;

import eu.sortie.drill.Chronicle;
import eu.sortie.drill.DrillSetup;
import eu.sortie.scenario.Scenario;
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

  /** The folder of the drill that was opened last; that of all drills before the first. */
  public Path last() {
    return last;
  }
}
