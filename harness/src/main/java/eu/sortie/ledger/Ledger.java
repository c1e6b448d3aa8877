package eu.sortie.ledger;

import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.measure.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Both inventories and the transfers between them, on disk.
 *
 * <p>Heap does not grow with the number of items: the database pairs them, and only pairs whose fingerprints differ are expanded.
 */
public interface Ledger extends AutoCloseable {

  /** What its own folder is called in the folder it is laid out in. */
  String FOLDER = "ledger";

  /**
   * Opens a new ledger in a folder.
   *
   * @param kinds the kinds of items there are
   * @param compared the same kinds with the traits that make up a fingerprint
   */
  static Ledger create(Path folder, Kinds kinds, Kinds compared) throws IOException {
    return DuckLedger.create(folder, kinds, compared);
  }

  /**
   * Opens a ledger once more whose process died.
   *
   * @throws IOException where there is none, or another process holds it
   */
  static Ledger reopen(Path folder, Kinds kinds, Kinds compared) throws IOException {
    return DuckLedger.reopen(folder, kinds, compared);
  }

  /** Removes a ledger that was closed, with all its files; nothing where there is none. */
  static void remove(Path folder) throws IOException {
    LedgerFiles.remove(folder);
  }

  /**
   * Takes it back to where a stage can go on: what a process that died wrote down by half is forgotten, what it finished stays.
   *
   * @param stage the first that did not end
   * @param listed whether the destination's listing had ended
   */
  void rewind(Stage stage, boolean listed) throws IOException;

  /** Writes down an item as an end listed it, under the end's own name for its version, in the order of the listing. */
  void listed(Side side, Item item);

  /** Writes down an item as the source listed it once more, when all had left. */
  void listedLater(Item item);

  /** Writes down an item as it was read, or that it could not be. Any thread may call. */
  default void saw(Side side, Item item) {
    saw(side, item, "");
  }

  /**
   * Writes down an item as it was read. Any thread may call.
   *
   * @param library that read it; empty where none did
   */
  void saw(Side side, Item item, String library);

  /** Writes down how an item was carried. Any thread may call. */
  void carried(Transfer transfer);

  /** Makes everything written so far readable. */
  void settle() throws IOException;

  /**
   * Reads what an end listed, key by key in the order of keys, and of each key what was listed last first: its oldest version. An
   * item that was listed twice comes once.
   *
   * @param history told of each key, together with those of its items that were read before the ledger was opened once more
   */
  void eachHistory(Side side, BiConsumer<List<Listed>, Set<ItemId>> history) throws IOException;

  /** Reads what an end listed, in the order of keys, as often as it was listed. */
  void eachListed(Side side, Consumer<Item> item) throws IOException;

  /** Reads an inventory, in the order of keys. */
  void eachSeen(Side side, Consumer<Item> item) throws IOException;

  /** The first keys, in their order, of which the source listed more than was carried. */
  List<String> unfinishedKeys(int most) throws IOException;

  /** Reads what the destination listed that nothing was written down for, under the destination's own names for versions. */
  void eachStray(Consumer<ItemId> stray) throws IOException;

  /** Forgets what an end listed. */
  void forgetListing(Side side) throws IOException;

  /** Reads what was written and not listed at the destination. */
  void eachUnlisted(Consumer<Transfer> written) throws IOException;

  /** Reads in what the two listings of the source differ, in the order of keys. */
  void eachChange(Consumer<Changed> change) throws IOException;

  /**
   * Takes the items that were overwritten or deleted while others left out of both inventories: nobody knows what they were.
   *
   * @return how many the source's inventory held
   */
  long setChangedApart() throws IOException;

  /** How many items were carried with a result. */
  long carried(Transfer.Result result) throws IOException;

  /** How many items an end listed; one that was listed twice counts once. */
  long listedItems(Side side) throws IOException;

  /** How many times an end listed an item it had listed before. */
  long listedAgain(Side side) throws IOException;

  /** Names the items that were written at the destination, with its own name for the version it made. */
  void eachWritten(BiConsumer<ItemId, String> item) throws IOException;

  /** How many items of an inventory each library read. */
  SortedMap<String, Long> libraries(Side side) throws IOException;

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

  /** Ends it; its files stay until {@link #remove}. */
  @Override
  void close() throws IOException;
}
