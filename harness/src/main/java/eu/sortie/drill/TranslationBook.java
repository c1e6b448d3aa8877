package eu.sortie.drill;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.spi.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was changed on purpose, so that a comparison expects exactly that: what then arrives otherwise is a loss, and so is a change that did
 * not take.
 *
 * <p>Such items are few and held by name.
 */
final class TranslationBook {

  private final Map<ItemId, List<Translation>> translations = new LinkedHashMap<>();
  private final Set<ItemId> met = new HashSet<>();

  void add(Map<ItemId, List<Translation>> more) {
    translations.putAll(more);
  }

  List<Translated> all() {
    return translations.entrySet().stream()
        .flatMap(item -> item.getValue().stream().map(one -> Translated.of(item.getKey(), one)))
        .toList();
  }

  /** An item of the source as it is meant to arrive. */
  Item expected(Item before) {
    var changed = translations.get(before.id());
    if (changed == null) {
      return before;
    }
    met.add(before.id());
    var item = before;
    for (var one : changed) {
      item = item.with(one.trait(), one.appliedTo(item.value(one.trait())));
    }
    return item;
  }

  /**
   * Changes of items that came to no comparison because they arrived exactly as they were: none of these took, but for those that were
   * done before the item was listed.
   */
  List<Loss> untaken() {
    var losses = new ArrayList<Loss>();
    translations.forEach((id, changed) -> {
      if (!met.contains(id)) {
        changed.stream()
            .filter(one -> !one.beforeListing())
            .forEach(one -> losses.add(new Loss.Altered(
                id,
                one.trait(),
                Change.ALTERED,
                named(one, one.after()),
                named(one, one.before()))));
      }
    });
    return losses;
  }

  private static String named(Translation translation, String value) {
    return value.isEmpty() ? "" : translation.entry() + ": \"" + value + '"';
  }
}
