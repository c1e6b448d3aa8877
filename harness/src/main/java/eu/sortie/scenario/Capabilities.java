package eu.sortie.scenario;

import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a destination says it does not keep; a loss foretold here is expected, any other is a surprise.
 *
 * @param of whose they are, with version and date
 * @param keepsNot the traits it says it does not keep, each with its reason and source
 * @param keysNot the keys it says it does not keep as they are
 */
public record Capabilities(String of, Map<Trait, String> keepsNot, List<KeyRule> keysNot) {

  /** Nothing is foretold, so every loss is a surprise. */
  public static final Capabilities UNSTATED = new Capabilities("nothing stated", Map.of());

  public Capabilities {
    keepsNot = Map.copyOf(keepsNot);
    keysNot = List.copyOf(keysNot);
  }

  /** Capabilities that hold for every key alike. */
  public Capabilities(String of, Map<Trait, String> keepsNot) {
    this(of, keepsNot, List.of());
  }

  /** The reason a loss was foretold, empty for a surprise. */
  public Optional<String> foretells(Loss loss) {
    if (loss instanceof Loss.Altered altered && keepsNot.containsKey(altered.trait())) {
      return Optional.ofNullable(keepsNot.get(altered.trait()));
    }
    // What came from nowhere has a key of its own making: no rule about the source's keys foretells
    // it.
    return loss instanceof Loss.Unexpected
        ? Optional.empty()
        : keysNot.stream()
            .filter(rule -> rule.meets(loss.id().key()))
            .findFirst()
            .map(KeyRule::because);
  }

  /**
   * Keys that are not kept as they are: whatever is lost on them was foretold.
   *
   * @param pattern a regular expression that is found in such a key
   * @param because why
   */
  public record KeyRule(String pattern, String because) {

    public KeyRule {
      Pattern.compile(pattern);
    }

    boolean meets(String key) {
      return Pattern.compile(pattern, Pattern.DOTALL).matcher(key).find();
    }
  }
}
