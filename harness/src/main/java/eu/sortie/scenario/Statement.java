package eu.sortie.scenario;

import java.util.Optional;

/**
 * What a destination says of one subject, and how we know.
 *
 * @param status whether it is kept
 * @param note what there is to know besides; empty where the status says it all
 * @param source who says so and when; empty where nobody was found who does
 * @param verified false is from memory or by inference, and said so wherever it is shown
 */
public record Statement(Status status, String note, String source, boolean verified) {

  /** Nothing was stated. */
  public static final Statement NONE = new Statement(Status.UNKNOWN, "", "", false);

  /** Something a destination does not keep, as whoever tried it says. */
  public static Statement keepsNot(String because) {
    return new Statement(Status.UNSUPPORTED, because, "", true);
  }

  /** Why a loss was foretold; empty where this says nothing against the subject. */
  Optional<String> foretells() {
    return switch (status) {
      case UNSUPPORTED -> Optional.of(with(note.isEmpty() ? "it does not keep this" : note));
      case LIMITED -> Optional.of(with(note));
      case SUPPORTED, UNKNOWN -> Optional.empty();
    };
  }

  /** What is said with whoever says so. */
  String with(String what) {
    var origin = verified ? source : source.isEmpty() ? "unverified" : source + ", unverified";
    return origin.isEmpty() ? what : "%s (%s)".formatted(what, origin);
  }
}
