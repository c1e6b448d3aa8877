package eu.sortie.scenario;

import eu.sortie.inventory.Trait;
import java.util.Comparator;
import java.util.List;

/**
 * What a destination may or may not keep: a trait of a kind, or the items of a kind as a whole.
 *
 * @param kind the name of the kind, as in {@code object}
 * @param trait the name of the trait; {@value Allowance#ITEM} for whole items, {@value #VERSIONS} for older versions of objects
 */
public record Subject(String kind, String trait) implements Comparable<Subject> {

  /** Stands for the versions of objects that have a place in a history. */
  public static final String VERSIONS = "versions";

  private static final String OBJECT = "object";
  private static final List<String> KINDS = List.of(OBJECT, "delete-marker", "bucket");
  private static final Comparator<Subject> ORDER = Comparator.comparingInt(
          (Subject subject) -> KINDS.indexOf(subject.kind))
      .thenComparing(Subject::kind)
      .thenComparing(Subject::trait);

  /** A trait of objects. */
  public static Subject ofObjects(Trait trait) {
    return new Subject(OBJECT, trait.name());
  }

  /** Objects first, then what else is in a bucket, then the bucket. */
  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + " " + trait;
  }
}
