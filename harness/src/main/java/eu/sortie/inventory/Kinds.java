package eu.sortie.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of items that leave together.
 *
 * @param all in the order in which reports list them
 */
public record Kinds(List<Kind> all) {

  public Kinds {
    all = List.copyOf(all);
  }

  /** These kinds. */
  public static Kinds of(Kind... some) {
    return new Kinds(List.of(some));
  }

  /**
   * Finds a kind by its name.
   *
   * @throws IllegalArgumentException for a name that no item of these kinds has
   */
  public Kind named(String name) {
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of item is called " + name));
  }

  /** An item that could not be read: what its listing showed stays, and the rest is unknown. */
  public Item unread(Item listed, String because) {
    return named(listed.id().kind()).unknown(listed.id(), because).with(listed.traits());
  }

  /** Finds a trait of any of them by the name it has in scenarios. */
  public Optional<Trait> trait(String traitName) {
    return all.stream().flatMap(kind -> kind.trait(traitName).stream()).findFirst();
  }

  /** Every trait once, kind by kind. */
  public List<Trait> traits() {
    return all.stream().flatMap(kind -> kind.traits().stream()).distinct().toList();
  }

  /** The same kinds, with no traits but these. */
  public Kinds only(Collection<Trait> some) {
    return new Kinds(all.stream().map(kind -> kind.only(some)).toList());
  }

  /** Their names, as a sentence lists them. */
  public String names() {
    return String.join(", ", all.stream().map(Kind::name).toList());
  }
}
