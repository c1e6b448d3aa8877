package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.io.Serial;

/** A source answered, and would not do it. */
final class RefusalException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final String words;

  RefusalException(String path, Answer answer) {
    super("the source refused %s: %s".formatted(path, answer.words()));
    this.words = answer.words();
  }

  /** The source's own words. */
  String words() {
    return words;
  }
}
