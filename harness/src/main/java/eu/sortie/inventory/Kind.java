package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A sort of item, with the traits that are looked at.
 *
 * @param name singular, as in {@code object}
 * @param traits in the order in which reports list them; at most {@value #MOST_TRAITS}, since a ledger keeps a bit for each
 */
public record Kind(String name, List<Trait> traits) {

  /** How many traits a kind may have. */
  public static final int MOST_TRAITS = 62;

  public Kind {
    requireNonNull(name, "name");
    traits = List.copyOf(traits);
    if (traits.size() > MOST_TRAITS) {
      throw new IllegalArgumentException(
          "kind %s has %d traits, at most %d fit".formatted(name, traits.size(), MOST_TRAITS));
    }
  }

  /** Finds a trait by the name it has in scenarios. */
  public Optional<Trait> trait(String traitName) {
    return traits.stream().filter(trait -> trait.name().equals(traitName)).findFirst();
  }
}
