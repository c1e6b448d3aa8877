package eu.sortie.proof;

import eu.sortie.drill.Checkpoint;
import eu.sortie.drill.Chronicle;
import eu.sortie.drill.JournalEntry;
import eu.sortie.drill.JudgedLoss;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.SourceReference;
import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Hears of a drill what it lost, and what it wrote into its journal. */
final class Heard implements Chronicle {

  private final Path folder;
  private final List<Difference> losses = new ArrayList<>();
  private final List<String> journal = Collections.synchronizedList(new ArrayList<>());

  Heard(Path folder) {
    this.folder = folder;
  }

  List<Difference> losses() {
    return List.copyOf(losses);
  }

  List<String> journal() {
    return List.copyOf(journal);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void environment(Environment environment) {}

  @Override
  public void entry(JournalEntry entry) {
    journal.add(entry.stage() + " " + entry.what());
  }

  @Override
  public void creating(Created created) {}

  @Override
  public void loss(JudgedLoss loss) {
    var id = loss.loss().id();
    losses.add(new Difference(
        id.kind(),
        id.key(),
        id.version(),
        loss.trait(),
        loss.loss().change().toString(),
        loss.was(),
        loss.became()));
  }

  @Override
  public void change(Changed change) {}

  @Override
  public void reference(SourceReference reference) {}

  @Override
  public void residue(SourceReference residue) {}

  @Override
  public void checkpoint(Checkpoint checkpoint) {}

  @Override
  public void inventories(Ledger ledger) {}

  @Override
  public void outcome(Outcome outcome) {}

  @Override
  public void discard() {}

  @Override
  public void close() {}
}
