package eu.sortie.drill;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.PlantedCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a drill when a process begins it, or goes on with it.
 *
 * @param sortie the version that runs it: only the same one knows how to read its ledger
 * @param drill the drill's id
 * @param from the source's address
 * @param to the destination's address
 * @param started when it began, by the wall clock
 * @param keep whether what arrived stays
 * @param goes whether the ends were started for it, and go with its process
 * @param cases what its estate planted
 * @param created what processes that died wrote down before they created it
 * @param interruptions when it stood still, in the order of time; none where no process died
 */
public record Begun(
    String sortie,
    String drill,
    String from,
    String to,
    Instant started,
    boolean keep,
    boolean goes,
    List<PlantedCase> cases,
    List<Created> created,
    List<Interruption> interruptions) {

  public Begun {
    cases = List.copyOf(cases);
    created = List.copyOf(created);
    interruptions = List.copyOf(interruptions);
  }

  /** A drill that begins. */
  static Begun first(
      String drill,
      Ends ends,
      Instant started,
      boolean keep,
      boolean goes,
      List<PlantedCase> cases) {
    return new Begun(
        Versions.sortie(),
        drill,
        Ends.address(ends.from()),
        Ends.address(ends.to()),
        started,
        keep,
        goes,
        cases,
        List.of(),
        List.of());
  }

  /** The same drill, interrupted once more. */
  Begun after(Interruption last) {
    var all = new ArrayList<>(interruptions);
    all.add(last);
    return new Begun(sortie, drill, from, to, started, keep, goes, cases, created, all);
  }

  /** The same, with what was written down in the meantime. */
  public Begun with(List<Created> whatWasCreated) {
    return new Begun(
        sortie, drill, from, to, started, keep, goes, cases, whatWasCreated, interruptions);
  }

  /**
   * Insists that another process can go on with it.
   *
   * @throws Misuse where its ends went with the process that began it, or another version of Sortie did
   */
  public void requireResumable() {
    if (goes) {
      throw new Misuse(
          "drill %s cannot be resumed: its ends were started for it and went with it. Run it anew; 'sortie doctor' lists what is left of it"
              .formatted(drill));
    }
    if (!sortie.equals(Versions.sortie())) {
      throw new Misuse(
          "drill %s cannot be resumed: expected Sortie %s, which began it, saw %s. Resume it with that one, or run it anew"
              .formatted(drill, sortie, Versions.sortie()));
    }
  }

  /**
   * Insists that the ends are those the drill began at.
   *
   * @throws Misuse naming the one that is not
   */
  void requireSame(Ends ends) {
    requireSame(ends.from(), from);
    requireSame(ends.to(), to);
  }

  private void requireSame(End end, String begunAt) {
    if (!Ends.address(end).equals(begunAt)) {
      throw new Misuse(
          "drill %s cannot be resumed here: expected end '%s' at %s, where it began, saw %s. Name the environment it began in"
              .formatted(drill, end.name(), begunAt, Ends.address(end)));
    }
  }

  /** Whether a process died before this one. */
  boolean isResumed() {
    return !interruptions.isEmpty();
  }
}
