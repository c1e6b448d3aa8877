package eu.sortie.scenario;

import java.util.Optional;

/**
 * One planted case at a destination: whether a loss was declared, and what a survey saw.
 *
 * @param id its number in the failure catalogue
 * @param what it is
 * @param foretold whether the destination said before that it does not keep this
 * @param observed what was seen
 * @param words the losses on its items, or why it was not tried; may be empty
 */
public record ObservedCase(
    String id, String what, boolean foretold, Observed observed, String words) {

  /** In what the two differ; empty where they do not. */
  public Optional<String> difference() {
    if (foretold && observed == Observed.KEPT) {
      return Optional.of("%s, %s: declared not kept, observed kept".formatted(id, what));
    }
    return !foretold && observed.isLoss()
        ? Optional.of("%s, %s: nothing declared, observed %s".formatted(id, what, observed))
        : Optional.empty();
  }
}
