package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.SourceReferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Names what only means something at the source, item by item as they leave; each is handed on as it is found, and a few are kept.
 *
 * <p>Items are read by several threads.
 */
final class ReferenceBook {

  private static final int SAMPLES = 5;

  private final Consumer<SourceReference> told;
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private final SortedMap<String, List<String>> samples = new TreeMap<>();

  private boolean missedSome;

  /** A book without an entry; each is told at once. */
  ReferenceBook(Consumer<SourceReference> told) {
    this.told = told;
  }

  void look(Item item) {
    for (var found : SourceReferences.in(item)) {
      var trait = found.trait().name() + (found.entry().isEmpty() ? "" : " " + found.entry());
      book(new SourceReference(item.id(), trait, sort(found), found.text()));
    }
  }

  private static String sort(SourceReferences.Reference found) {
    return found.sort().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private synchronized void book(SourceReference reference) {
    told.accept(reference);
    counts.merge(reference.sort(), 1L, Long::sum);
    var some = samples.computeIfAbsent(reference.sort(), any -> new ArrayList<>());
    if (some.size() < SAMPLES) {
      some.add("%s  %s: %s".formatted(reference.id(), reference.trait(), reference.text()));
    }
  }

  /** Some was not looked at: what an earlier process of the drill saw is not here. */
  synchronized void missedSome() {
    missedSome = true;
  }

  synchronized boolean hasMissedSome() {
    return missedSome;
  }

  synchronized List<ReferenceGroup> groups() {
    return counts.entrySet().stream()
        .map(count -> new ReferenceGroup(
            count.getKey(), count.getValue(), samples.getOrDefault(count.getKey(), List.of())))
        .toList();
  }
}
