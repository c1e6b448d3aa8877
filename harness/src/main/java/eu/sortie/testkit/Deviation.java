package eu.sortie.testkit;

/**
 * A clause of a contract that an end does not keep.
 *
 * @param clause the name of the test method
 * @param seen a part of what the clause then says, so that nothing else hides behind it
 * @param because why that is so, and why we live with it
 */
public record Deviation(String clause, String seen, String because) {

  public Deviation {
    if (clause.isBlank() || seen.isBlank() || because.isBlank()) {
      throw new IllegalArgumentException(
          "a deviation names its clause, what is seen and because of what, expected three texts, saw '%s', '%s', '%s'"
              .formatted(clause, seen, because));
    }
  }
}
