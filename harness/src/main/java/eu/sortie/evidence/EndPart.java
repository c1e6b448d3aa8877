package eu.sortie.evidence;

import eu.sortie.drill.EndFacts;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Traffic;
import eu.sortie.measure.Usage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * An end in the shape of the published schema.
 *
 * @param is emulated or live
 * @param usage what crossed its line, by stage and operation
 */
record EndPart(
    String name,
    String role,
    Reality is,
    String address,
    List<String> libraries,
    String capabilities,
    Map<Stage, SortedMap<String, Traffic>> usage) {

  enum Reality {
    EMULATED,
    LIVE
  }

  static EndPart of(EndFacts end) {
    return new EndPart(
        end.name(),
        end.role(),
        end.live() ? Reality.LIVE : Reality.EMULATED,
        end.address(),
        end.libraries(),
        end.capabilities(),
        end.usage().stages());
  }

  EndFacts toEnd() {
    return new EndFacts(
        name, role, is == Reality.LIVE, address, libraries, capabilities, new Usage(usage));
  }
}
