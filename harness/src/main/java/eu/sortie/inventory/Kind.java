package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A sort of item, with the traits that are looked at.
 *
 * @param name singular, as in {@code object}
 * @param traits in the order in which reports list them; at most {@value #MOST_TRAITS}, since a ledger keeps a bit for each
 * @param leaves how its items leave
 */
public record Kind(String name, List<Trait> traits, Leaves leaves) {

  /** How many traits a kind may have. */
  public static final int MOST_TRAITS = 62;

  /** How items of a kind leave. */
  public enum Leaves {
    /** Straight into their place at the destination, while the source is there. */
    AS_THEY_ARE,
    /** Into an export that is brought back once the source is gone. */
    AS_EXPORT,
    /** Into an export, too; but it is only what others are in, and proves nothing of an exit by itself. */
    AS_FRAME;

    /** Whether items leave into an export. */
    public boolean isExport() {
      return this != AS_THEY_ARE;
    }
  }

  public Kind {
    requireNonNull(name, "name");
    traits = List.copyOf(traits);
    if (traits.size() > MOST_TRAITS) {
      throw new IllegalArgumentException(
          "kind %s has %d traits, at most %d fit".formatted(name, traits.size(), MOST_TRAITS));
    }
  }

  /** A kind whose items leave as they are. */
  public Kind(String name, List<Trait> traits) {
    this(name, traits, Leaves.AS_THEY_ARE);
  }

  /** Finds a trait by the name it has in scenarios. */
  public Optional<Trait> trait(String traitName) {
    return traits.stream().filter(trait -> trait.name().equals(traitName)).findFirst();
  }

  /** An item of which nothing could be seen: every trait of the kind is unknown, and never counts as kept. */
  public Item unknown(ItemId id, String because) {
    var seen = new LinkedHashMap<Trait, Value>();
    traits.forEach(trait -> seen.put(trait, Value.unknown(because)));
    return new Item(id, seen);
  }

  /** The same kind, with no traits but these. */
  public Kind only(Collection<Trait> some) {
    return new Kind(name, traits.stream().filter(some::contains).toList(), leaves);
  }
}
