package eu.sortie.scenario;

/**
 * A text of the source that is replaced wherever it stands in what leaves, because.
 *
 * @param text what stands there at the source, letter by letter; never empty
 * @param by what stands there at the destination; may be empty
 * @param because why that is right; never blank
 */
public record Replacement(String text, String by, String because) {

  public Replacement {
    if (text.isEmpty()) {
      throw new Misuse("replace: expected the text that is replaced, saw an empty one");
    }
    if (because.isBlank()) {
      throw new Misuse(
          "replace '%s': a replacement needs a because, expected why it is right".formatted(text));
    }
  }

  /** Begins a replacement; it is none before it has a because. */
  public static What of(String text) {
    return new What(text);
  }

  /** What a text becomes. */
  public String in(String before) {
    return before.replace(text, by);
  }

  /** The first third of a sentence; not a replacement yet. */
  public static final class What {
    private final String text;

    private What(String text) {
      this.text = text;
    }

    /** Says what stands there instead. */
    public Why by(String other) {
      return new Why(text, other);
    }
  }

  /** Two thirds of a sentence; not a replacement yet. */
  public static final class Why {
    private final String text;
    private final String by;

    private Why(String text, String by) {
      this.text = text;
      this.by = by;
    }

    /** Says why that is right. */
    public Replacement because(String reason) {
      return new Replacement(text, by, reason);
    }
  }
}
