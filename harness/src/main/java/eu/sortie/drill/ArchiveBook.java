package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Archived;
import eu.sortie.scenario.ObjectTraits;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what is archived at the source, item by item as they leave: by storage class, so it does not grow with the items.
 *
 * <p>Items are read by several threads.
 */
final class ArchiveBook {

  private final SortedMap<String, Archived> byClass = new TreeMap<>();

  void look(Item item) {
    if (ObjectTraits.isArchived(item)) {
      book(item.value(ObjectTraits.STORAGE_CLASS).toString(), archived(item));
    }
  }

  private static Archived archived(Item item) {
    return item.value(ObjectTraits.SIZE) instanceof Value.Text size
        ? new Archived(1, Long.parseLong(size.text()))
        : new Archived(1, 0, 1);
  }

  private synchronized void book(String storageClass, Archived one) {
    byClass.merge(storageClass, one, Archived::plus);
  }

  synchronized SortedMap<String, Archived> archived() {
    return new TreeMap<>(byClass);
  }
}
