package eu.sortie.spi;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field of an item that was changed on purpose, so that the item works where it arrives; such a change is reported and is no loss.
 *
 * @param trait where it is
 * @param entry the entry of the trait
 * @param before what it was at the source; empty where there was none
 * @param after what it is meant to be; empty where it was taken out
 * @param rule the name of the rule that did it
 * @param because why, in one sentence
 * @param beforeListing whether it was done before the item was listed, so that the first inventory shows what it is meant to be already
 */
public record Translation(
    Trait trait,
    String entry,
    String before,
    String after,
    String rule,
    String because,
    boolean beforeListing) {

  /** A change that a destination makes while it writes. */
  public Translation(
      Trait trait, String entry, String before, String after, String rule, String because) {
    this(trait, entry, before, after, rule, because, false);
  }

  /** The value of the trait once this was done to it; what nobody could see stays unseen. */
  public Value appliedTo(Value was) {
    if (was instanceof Value.Unknown) {
      return was;
    }
    var entries = new TreeMap<>(
        was instanceof Value.Entries some ? some.entries() : Map.<String, String>of());
    if (after.isEmpty()) {
      entries.remove(entry);
    } else {
      entries.put(entry, after);
    }
    return Value.entries(entries);
  }
}
