package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

/**
 * Names one property of an item that may or may not survive the exit.
 *
 * @param name as written in scenarios and reports: lower case, words joined by hyphens
 * @param comparedByDefault whether a difference is a loss without a gate asking for it; ETag and date of modification, for
 *     example, are recorded only, since an honest copy changes both
 * @param mayBeAdded whether a destination may have it where the source had none: some compute a checksum of their own, and nothing
 *     is lost by that
 */
public record Trait(String name, boolean comparedByDefault, boolean mayBeAdded)
    implements Comparable<Trait> {

  public Trait {
    requireNonNull(name, "name");
  }

  /** A trait of which what the destination adds counts. */
  public Trait(String name, boolean comparedByDefault) {
    this(name, comparedByDefault, false);
  }

  /** Names a trait in which only what the source had can be lost: what a destination adds of its own is no difference. */
  public static Trait keptAtLeast(String name) {
    return new Trait(name, true, true);
  }

  /** Names a trait in which every difference is a loss. */
  public static Trait compared(String name) {
    return new Trait(name, true);
  }

  /** Names a trait that is written down, and compared only where a gate asks for it. */
  public static Trait recorded(String name) {
    return new Trait(name, false);
  }

  @Override
  public int compareTo(Trait other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
