package eu.sortie.scenario;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One look at a destination with an estate of known-hard things.
 *
 * @param date when
 * @param end the name of the end
 * @param live false is emulated, and said so wherever results are shown
 * @param server what answered there, with its version, in the words of whoever ran the survey; may be empty
 * @param estate what was planted at the source
 * @param items how many left
 * @param drill the id of the drill that measured it
 * @param libraries who wrote and who read back at the destination
 * @param versions of everything else that took part
 */
public record Survey(
    LocalDate date,
    String end,
    boolean live,
    String server,
    String estate,
    long items,
    String drill,
    List<String> libraries,
    SortedMap<String, String> versions) {

  public Survey {
    libraries = List.copyOf(libraries);
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
  }

  /** What answered, or the name of the end where nobody said. */
  public String of() {
    return server.isEmpty() ? end : server;
  }
}
