package eu.sortie.drill;

import eu.sortie.measure.Usage;
import java.util.List;

/**
 * One end as it took part in a drill.
 *
 * @param name as the scenario names it
 * @param role source or destination
 * @param live false is emulated: results there prove the tooling only
 * @param address where it is; no secret
 * @param libraries who wrote and who read, with versions
 * @param capabilities whose word foretold losses
 * @param usage what crossed its line
 */
public record EndFacts(
    String name,
    String role,
    boolean live,
    String address,
    List<String> libraries,
    String capabilities,
    Usage usage) {

  public EndFacts {
    libraries = List.copyOf(libraries);
  }
}
