package eu.sortie.drill;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Protocol;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The adapters on the class path, by the name of what they speak. */
public final class Protocols {

  private Protocols() {}

  /**
   * Finds the adapter of an end.
   *
   * @throws Misuse naming the protocols there are
   */
  public static Protocol of(End end) {
    var all = ServiceLoader.load(Protocol.class);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(protocol -> protocol.name().equals(end.protocol()))
        .findFirst()
        .orElseThrow(() -> Misuse.at(
            end.place(),
            "end '%s': nobody speaks '%s'; known are %s"
                .formatted(
                    end.name(),
                    end.protocol(),
                    StreamSupport.stream(all.spliterator(), false)
                        .map(Protocol::name)
                        .collect(Collectors.joining(", ")))));
  }
}
