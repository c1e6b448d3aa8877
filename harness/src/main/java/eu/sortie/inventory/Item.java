package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that must arrive, as it was seen at one end.
 *
 * @param id its name
 * @param traits what was seen of it; a trait that is not in here was not looked at, which is {@linkplain Value.Unknown unknown}
 */
public record Item(ItemId id, Map<Trait, Value> traits) {

  private static final Value NEVER_LOOKED_AT = Value.unknown("not looked at");

  public Item {
    requireNonNull(id, "id");
    traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
  }

  /** What was seen of a trait. */
  public Value value(Trait trait) {
    return traits.getOrDefault(trait, NEVER_LOOKED_AT);
  }

  /** The same item under another name. */
  public Item as(ItemId name) {
    return new Item(name, traits);
  }

  /** The same item with more traits seen, or seen again. */
  public Item with(Map<Trait, Value> seen) {
    var more = new LinkedHashMap<>(traits);
    more.putAll(seen);
    return new Item(id, more);
  }

  /** The same item with one trait seen, or seen again. */
  public Item with(Trait trait, Value value) {
    var more = new LinkedHashMap<>(traits);
    more.put(trait, value);
    return new Item(id, more);
  }
}
