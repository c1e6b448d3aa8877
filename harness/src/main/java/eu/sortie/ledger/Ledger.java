package eu.sortie.ledger;

import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Both inventories and the transfers between them, on disk.
 *
 * <p>Heap does not grow with the number of items: the database pairs them, and only pairs whose fingerprints differ are expanded.
 */
public interface Ledger extends AutoCloseable {

  /**
   * Opens a new ledger in a folder.
   *
   * @param compared the traits that make up a fingerprint, in the kind's order
   */
  static Ledger create(Path folder, Kind kind, List<Trait> compared) throws IOException {
    return DuckLedger.create(folder, kind, compared);
  }

  /** Writes down an item as an end listed it. Any thread may call. */
  void listed(Side side, Item item);

  /** Writes down an item as it was read. Any thread may call. */
  void saw(Side side, Item item);

  /** Writes down how an item was carried. Any thread may call. */
  void carried(Transfer transfer);

  /** Makes everything written so far readable. */
  void settle() throws IOException;

  /** Reads what an end listed, in the order of keys; an item that was listed twice comes once. */
  void eachListed(Side side, Consumer<Item> item) throws IOException;

  /** How many items an end listed; one that was listed twice counts once. */
  long listedItems(Side side) throws IOException;

  /** How many times an end listed an item it had listed before. */
  long listedAgain(Side side) throws IOException;

  /** Names the items that were written at the destination. */
  void eachWritten(Consumer<ItemId> id) throws IOException;

  /** Whether an inventory holds an item. */
  boolean holds(Side side, ItemId id) throws IOException;

  /** How many items an inventory holds. */
  long items(Side side) throws IOException;

  /** Counts the pairs whose fingerprints agree, without expanding them. */
  Fidelity alike() throws IOException;

  /** Reads the pairs whose fingerprints differ, in the order of keys. */
  void eachDifferent(Consumer<Pair> pair) throws IOException;

  /** Writes an inventory as a Parquet file, in the order of keys unless it is too large to be sorted at once. */
  void export(Side side, Path file) throws IOException;

  /** Ends it and removes its files: what shall stay was exported before. */
  @Override
  void close() throws IOException;
}
