package eu.sortie.spi;

import eu.sortie.inventory.Item;
import java.io.IOException;
import java.util.function.Consumer;

/** Looks at the items of an end: lists them, and reads each once. */
public interface Reader extends AutoCloseable {

  /** The client library that reads, with its version: two witnesses have two names. */
  String library();

  /**
   * Lists what is selected, with the traits that listing shows.
   *
   * <p>Keys come in any order. The version in an item's name is here the end's own name for it, empty where it keeps one version
   * of a key; the versions of one key come newest first.
   *
   * @throws IOException where the listing cannot be finished; what was listed until then does not count
   */
  void list(Consumer<Item> seen) throws IOException;

  /**
   * Opens the one read that shows an item's traits and bytes. Several threads may read at once.
   *
   * @param listed the item as listed, by now under the name both ends know it by; the end's own name for its version is its
   *     trait {@code version-id}. One that changed since is refused with {@link ChangedException}
   */
  Reading read(Item listed) throws IOException;

  @Override
  void close();
}
