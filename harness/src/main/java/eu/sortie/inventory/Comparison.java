package eu.sortie.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rule of what counts as equal: one item seen twice, trait by trait.
 *
 * @param fates what became of each trait that was compared
 * @param losses each difference by name: an entry of user metadata that changed is one loss, not the whole of it
 */
public record Comparison(Map<Trait, Fate> fates, List<Loss> losses) {

  public Comparison {
    fates = Collections.unmodifiableMap(new TreeMap<>(fates));
    losses = List.copyOf(losses);
  }

  /** Compares two sights of the same item in the given traits. */
  public static Comparison of(Item before, Item after, Collection<Trait> traits) {
    var fates = new TreeMap<Trait, Fate>();
    var losses = new ArrayList<Loss>();
    for (var trait : traits) {
      fates.put(trait, compare(before, after, trait, losses));
    }
    return new Comparison(fates, losses);
  }

  /** Says what becomes of the traits of an item that did not arrive. */
  public static Comparison missing(Item before, Collection<Trait> traits) {
    var fates = new TreeMap<Trait, Fate>();
    for (var trait : traits) {
      fates.put(trait, fateOfMissing(before.value(trait)));
    }
    return new Comparison(fates, List.of(new Loss.Missing(before.id())));
  }

  /** Says that an item came from nowhere; its traits were at no source and count nowhere. */
  public static Comparison unexpected(Item after) {
    return new Comparison(Map.of(), List.of(new Loss.Unexpected(after.id())));
  }

  private static Fate compare(Item before, Item after, Trait trait, List<Loss> losses) {
    var was = before.value(trait);
    var became =
        trait.mayBeAdded() ? withoutAdditions(was, after.value(trait)) : after.value(trait);
    if (was instanceof Value.Unknown || became instanceof Value.Unknown) {
      return Fate.UNKNOWN;
    }
    if (was.equals(became)) {
      return was instanceof Value.Absent ? Fate.ABSENT : Fate.KEPT;
    }
    var changes = was instanceof Value.Text || became instanceof Value.Text
        ? List.of(whole(before.id(), trait, was, became))
        : entries(before.id(), trait, was, became);
    losses.addAll(changes);
    return became instanceof Value.Absent ? Fate.LOST : Fate.ALTERED;
  }

  /** What is left of a value when all goes that the source had none of. */
  private static Value withoutAdditions(Value was, Value became) {
    if (was instanceof Value.Absent && !(became instanceof Value.Unknown)) {
      return Value.absent();
    }
    if (!(was instanceof Value.Entries had && became instanceof Value.Entries has)) {
      return became;
    }
    var left = new TreeMap<>(has.entries());
    left.keySet().retainAll(had.entries().keySet());
    return Value.entries(left);
  }

  private static Loss whole(ItemId id, Trait trait, Value was, Value became) {
    return new Loss.Altered(
        id,
        trait,
        change(was instanceof Value.Absent, became instanceof Value.Absent),
        was.toString(),
        became.toString());
  }

  private static List<Loss> entries(ItemId id, Trait trait, Value was, Value became) {
    var before = entriesOf(was);
    var after = entriesOf(became);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var losses = new ArrayList<Loss>();
    for (var name : names) {
      var had = before.get(name);
      var has = after.get(name);
      if (had == null || !had.equals(has)) {
        losses.add(new Loss.Altered(
            id, trait, change(had == null, has == null), entry(name, had), entry(name, has)));
      }
    }
    return losses;
  }

  private static Map<String, String> entriesOf(Value value) {
    return value instanceof Value.Entries some ? some.entries() : Map.of();
  }

  private static String entry(String name, @Nullable String value) {
    return value == null ? "" : name + ": \"" + value + '"';
  }

  private static Change change(boolean hadNone, boolean hasNone) {
    if (hadNone) {
      return Change.ADDED;
    }
    return hasNone ? Change.LOST : Change.ALTERED;
  }

  private static Fate fateOfMissing(Value was) {
    if (was instanceof Value.Unknown) {
      return Fate.UNKNOWN;
    }
    return was instanceof Value.Absent ? Fate.ABSENT : Fate.LOST;
  }
}
