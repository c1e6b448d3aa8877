package eu.sortie.scenario;

import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a destination says it does not keep; a loss foretold here is expected, any other is a surprise.
 *
 * @param of whose they are, with version and date
 * @param keepsNot the traits it says it does not keep, each with its reason and source
 */
public record Capabilities(String of, Map<Trait, String> keepsNot) {

  /** Nothing is foretold, so every loss is a surprise. */
  public static final Capabilities UNSTATED = new Capabilities("nothing stated", Map.of());

  public Capabilities {
    keepsNot = Map.copyOf(new TreeMap<>(keepsNot));
  }

  /** The reason a loss was foretold, empty for a surprise. */
  public Optional<String> foretells(Loss loss) {
    return loss instanceof Loss.Altered altered
        ? Optional.ofNullable(keepsNot.get(altered.trait()))
        : Optional.empty();
  }
}
