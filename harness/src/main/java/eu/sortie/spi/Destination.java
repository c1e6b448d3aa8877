package eu.sortie.spi;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The end that is moved to. */
public interface Destination extends AutoCloseable {

  /** The client library that writes, with its version. */
  String library();

  /** How its clients speak to the end; asked when a drill begins, and again when it is over. */
  default Manners manners() {
    return Manners.NONE;
  }

  /**
   * Makes sure that the selection can be written, before anything is created.
   *
   * @throws Misuse naming what is in the way
   */
  void preflight();

  /**
   * Creates what the items go into.
   *
   * @param exported the items that are brought back in RESTORE, as the source showed them: what must be settled before anything
   *     is written (versioning, locks) stands in them
   * @param created told of each thing <em>before</em> it is created, so that evidence names it even if the drill dies in between
   */
  void prepare(List<Item> exported, Consumer<Created> created) throws IOException;

  /**
   * What another process would have to know to go on with what this one began; small, and without secrets. Asked every second.
   */
  default Map<String, String> memory() {
    return Map.of();
  }

  /**
   * Takes up what a process that died began, in place of {@link #preflight}: ends what it left half done, so that each item can be
   * written as if it had not been tried. Where items still have to leave, {@link #prepare} is called once more.
   *
   * @throws Misuse where the drill cannot go on here, naming what is in the way
   * @throws IOException where the end could not be reached
   */
  default void goOnFrom(Earlier earlier) throws IOException {
    throw new Misuse(
        "this kind of destination cannot take up what an earlier process began; run the drill anew");
  }

  /**
   * Writes one item, reading its bytes once. Several threads may write at once; the versions of one key come one after the
   * other, the oldest first.
   *
   * @throws RefusedException where the end does not take the item; the drill goes on with the next
   * @throws AgainException where the bytes are wanted once more from their beginning
   * @throws IOException where the bytes could not be read or the end could not be reached
   */
  Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException;

  /**
   * Brings one item back from its export, when the source is gone.
   *
   * @param exported the bytes its reading gave
   * @throws RefusedException where the end takes nothing of it; the drill goes on
   * @throws IOException where the end could not be reached
   */
  Receipt restore(Item item, InputStream exported) throws IOException;

  /** The order in which items are brought back, for what needs another comes after it. */
  default List<Item> inOrder(List<Item> exported) {
    return exported;
  }

  /** What was brought back and is known to mean nothing here, though no comparison can see it; each in one sentence. */
  default List<String> notCovered() {
    return List.of();
  }

  /**
   * Looks whether what was brought back does its work, and waits for it as long as the gate allows.
   *
   * @param recorded how it ran at the source, for gates that ask for the same; nothing for all others
   * @param rest lets time pass between two looks
   * @throws IOException where the end could not be reached
   */
  default Sign look(Gate.Alive gate, Recording recorded, Rest rest) throws IOException {
    return Sign.unknown("nothing runs at this kind of end");
  }

  /** The second witness: reads what was written, through a library other than the writer's. */
  Reader witness();

  /**
   * Removes what the drill created, in reverse order, and nothing else.
   *
   * @param written the items it wrote
   * @return what is left, each with the way to remove it; empty where nothing is
   */
  List<Leftover> clear(Written written);

  /** Lets time pass. */
  @FunctionalInterface
  interface Rest {
    /**
     * Waits so long.
     *
     * @throws IOException where the drill is stopped meanwhile
     */
    void rest(Duration pause) throws IOException;
  }

  @Override
  void close();
}
