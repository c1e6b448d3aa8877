package eu.sortie.drill;

import java.util.List;

/**
 * How one gate was judged.
 *
 * @param gate in its own words
 * @param result how it went
 * @param wanted the bar
 * @param seen what was observed
 * @param examples some of the items behind it, at most {@value #MOST_EXAMPLES}
 */
public record GateResult(
    String gate, Result result, String wanted, String seen, List<String> examples) {

  /** How many examples a gate shows; the rest is in losses.csv. */
  public static final int MOST_EXAMPLES = 3;

  private static final String FORETOLD = "      foretold";
  private static final String SURPRISE = "      surprise";

  public GateResult {
    examples = List.copyOf(examples);
  }

  /** A lost item as an example. */
  static String loss(String sample, boolean foretold) {
    return sample + (foretold ? FORETOLD : SURPRISE);
  }

  /** Whether its examples are losses, and not what was seen of something that runs or of a text. */
  public boolean showsLosses() {
    return examples.stream()
        .anyMatch(example -> example.endsWith(FORETOLD) || example.endsWith(SURPRISE));
  }

  /** How a gate can go. */
  public enum Result {
    CLEARED,
    BREACHED,
    INCONCLUSIVE
  }
}
