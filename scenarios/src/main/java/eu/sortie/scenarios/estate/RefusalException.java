package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.io.Serial;

/** A source answered, and would not do it; the message is its own words. */
final class RefusalException extends IOException {

  @Serial
  private static final long serialVersionUID = 1L;

  private final String words;

  RefusalException(Answer answer) {
    super(answer.words());
    this.words = answer.words();
  }

  String words() {
    return words;
  }
}
