package eu.sortie.drill;

import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which gates ask whether what was brought back does its work, and what was seen of it. */
final class Signs {

  private static final Sign NOT_LOOKED_AT = Sign.unknown("the drill did not come to look at it");

  private final List<Gate.Alive> asked;
  private static final Recording NOT_RECORDED =
      Recording.unknown("the drill did not come to look at it");

  private final Map<Gate.Alike, Recording> recorded = new LinkedHashMap<>();
  private final Map<Gate.Alive, Sign> seen = new LinkedHashMap<>();

  private Signs(List<Gate.Alive> asked) {
    this.asked = asked;
  }

  static Signs of(Scenario scenario) {
    return new Signs(scenario.expect().stream()
        .filter(Gate.Alive.class::isInstance)
        .map(Gate.Alive.class::cast)
        .toList());
  }

  List<Gate.Alive> asked() {
    return asked;
  }

  /** Those that have to be looked at before the cut as well. */
  List<Gate.Alike> askedOfTheSource() {
    return asked.stream()
        .filter(Gate.Alike.class::isInstance)
        .map(Gate.Alike.class::cast)
        .toList();
  }

  void recorded(Gate.Alike gate, Recording recording) {
    recorded.put(gate, recording);
  }

  /** How it ran at the source; nothing for a gate that does not ask for that. */
  Recording recording(Gate.Alive gate) {
    return gate instanceof Gate.Alike alike
        ? recorded.getOrDefault(alike, NOT_RECORDED)
        : Recording.of(Map.of());
  }

  void saw(Gate.Alive gate, Sign sign) {
    seen.put(gate, sign);
  }

  Sign of(Gate.Alive gate) {
    return seen.getOrDefault(gate, NOT_LOOKED_AT);
  }
}
