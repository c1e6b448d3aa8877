package eu.sortie.drill;

/**
 * What became of one planted case.
 *
 * @param id its number in the failure catalogue
 * @param what it is
 * @param fate what became of it
 * @param detail the losses on its items in one line, or why it was not planted
 */
public record CaseResult(String id, String what, Fate fate, String detail) {

  /** What can become of a planted case. */
  public enum Fate {
    KEPT("kept"),
    LOST_AS_FORETOLD("lost as foretold"),
    LOST_BY_SURPRISE("lost by surprise"),
    UNKNOWN("unknown"),
    NOT_PLANTED("not planted");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    /** As reports write it. */
    public String words() {
      return words;
    }
  }
}
