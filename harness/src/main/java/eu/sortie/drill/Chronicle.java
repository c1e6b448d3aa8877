package eu.sortie.drill;

import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import java.nio.file.Path;

/** Told what a drill does while it does it, so that what is known outlives a drill that dies. */
public interface Chronicle extends AutoCloseable {

  /** The folder of this drill. */
  Path folder();

  /** Where the ends turned out to be. */
  void environment(Environment environment);

  /** Something happened. */
  void entry(JournalEntry entry);

  /** Something is about to be created that somebody has to remove again. */
  void creating(Created created);

  /** A loss was found; called once for each, as the comparison goes. */
  void loss(JudgedLoss loss);

  /** Something changed at the source while its items left; called once for each. */
  void change(Changed change);

  /** Something only means something at the source; called once for each. */
  void reference(SourceReference reference);

  /** Something that arrived still only means something at the source; called once for each. */
  void residue(SourceReference residue);

  /**
   * How far the drill is, instead of what was said of that before; only the last counts.
   *
   * @throws java.io.UncheckedIOException where it cannot be written
   */
  void checkpoint(Checkpoint checkpoint);

  /** Both inventories are complete. */
  void inventories(Ledger ledger);

  /** The drill is over, whichever way, and its ledger closed: this makes the evidence complete and removes what only served the drill. */
  void outcome(Outcome outcome);

  /** Nothing moved, so nothing is left: removes the folder. */
  void discard();

  /** Ends it; without an outcome before, the evidence stays marked incomplete. */
  @Override
  void close();
}
