package eu.sortie.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What restoring archived objects takes, at list price: money, and time to wait. Nobody has restored anything, so it is no part of
 * what a drill used.
 *
 * @param classes what is archived, by storage class
 * @param cost of restoring those classes whose price is known, line by line
 */
public record Restoring(List<OfClass> classes, Cost cost) {

  /** Nothing is archived. */
  public static final Restoring NONE = new Restoring(List.of(), Cost.NONE);

  public Restoring {
    classes = List.copyOf(classes);
  }

  /**
   * What is archived in one storage class.
   *
   * @param storageClass its name at the source
   * @param archived how much of it
   * @param tier how it is restored, in the vendor's word; empty where the price is unknown
   * @param longestWait how long that takes at most; null where nobody says
   * @param unknownBecause why nobody knows the price; empty where it is known
   */
  public record OfClass(
      String storageClass,
      Archived archived,
      String tier,
      @Nullable Duration longestWait,
      String unknownBecause) {

    /** One whose price is known. */
    static OfClass priced(String storageClass, Archived archived, Retrieval retrieval) {
      return new OfClass(storageClass, archived, retrieval.tier(), retrieval.longestWait(), "");
    }

    /** One whose price is not. */
    static OfClass unpriced(String storageClass, Archived archived, String because) {
      return new OfClass(storageClass, archived, "", null, because);
    }

    /** Whether what it costs is known. */
    public boolean isPriced() {
      return unknownBecause.isEmpty();
    }
  }

  /** What is archived where nobody knows a price at all, and why. */
  public static Restoring unpriced(Map<String, Archived> archived, String because) {
    return new Restoring(
        new TreeMap<>(archived)
            .entrySet().stream()
                .map(entry -> OfClass.unpriced(entry.getKey(), entry.getValue(), because))
                .toList(),
        Cost.NONE);
  }

  /** Whether anything is archived. */
  public boolean any() {
    return !classes.isEmpty();
  }

  /** The storage classes whose price is not in the cost. */
  public List<String> unpriced() {
    return classes.stream()
        .filter(one -> !one.isPriced())
        .map(OfClass::storageClass)
        .toList();
  }
}
