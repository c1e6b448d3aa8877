package eu.sortie.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a survey saw become of something at a destination. */
public enum Observed {
  /** Wherever it was and its item arrived, it arrived as it was. */
  KEPT,
  /** On some items it arrived as it was, on others it did not. */
  PARTLY,
  /** It arrived, and nowhere as it was. */
  ALTERED,
  /** It was taken with success, and is gone. */
  LOST,
  /** The end did not take it, and said so in words of its own. */
  REFUSED,
  /** It could not be seen at one of the ends. */
  UNKNOWN,
  /** Nothing that was planted has it. */
  NOT_TRIED;

  /** Whether something was seen to be lost. */
  public boolean isLoss() {
    return this == PARTLY || this == ALTERED || this == LOST || this == REFUSED;
  }

  /** Finds one by the word files and reports have for it. */
  public static Optional<Observed> of(String word) {
    return Arrays.stream(values()).filter(one -> one.toString().equals(word)).findFirst();
  }

  /** As files and reports write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
