package eu.sortie.drill;

import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Remembers what it was told, in order. */
final class RecordingChronicle implements Chronicle {

  final List<JournalEntry> entries = new ArrayList<>();
  final List<Created> created = new ArrayList<>();
  final List<JudgedLoss> losses = new ArrayList<>();
  final List<Changed> changes = new ArrayList<>();
  final List<SourceReference> references = new ArrayList<>();
  final List<SourceReference> residues = new ArrayList<>();
  final List<Checkpoint> checkpoints = new CopyOnWriteArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  long itemsAtSource = -1;
  long itemsAtDestination = -1;
  boolean discarded;
  boolean closed;
  Consumer<JournalEntry> onEntry = entry -> {};
  private final Path folder;

  RecordingChronicle(Path folder) {
    this.folder = folder;
  }

  /** The stages that were entered, in order. */
  List<Stage> stages() {
    return entries.stream()
        .filter(entry -> entry.what().equals("begins"))
        .map(JournalEntry::stage)
        .toList();
  }

  List<String> words() {
    return entries.stream()
        .map(entry -> Objects.requireNonNullElse(entry.stage(), "") + " " + entry.what())
        .toList();
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void environment(Environment environment) {}

  @Override
  public synchronized void entry(JournalEntry entry) {
    onEntry.accept(entry);
    entries.add(entry);
  }

  @Override
  public void creating(Created thing) {
    created.add(thing);
  }

  @Override
  public void loss(JudgedLoss loss) {
    losses.add(loss);
  }

  @Override
  public void change(Changed change) {
    changes.add(change);
  }

  @Override
  public void reference(SourceReference reference) {
    references.add(reference);
  }

  @Override
  public void residue(SourceReference residue) {
    residues.add(residue);
  }

  @Override
  public void checkpoint(Checkpoint checkpoint) {
    checkpoints.add(checkpoint);
  }

  @Override
  public void inventories(Ledger ledger) {
    try {
      itemsAtSource = ledger.items(Side.SOURCE);
      itemsAtDestination = ledger.items(Side.DESTINATION);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void outcome(Outcome outcome) {
    outcomes.add(outcome);
  }

  @Override
  public void discard() {
    discarded = true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
