package eu.sortie.drill;

import eu.sortie.inventory.Fidelity;
import eu.sortie.measure.Restoring;
import eu.sortie.measure.Throughput;
import eu.sortie.measure.Timings;
import eu.sortie.spi.Leftover;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All a drill found.
 *
 * @param id the drill's name, unique
 * @param scenario the scenario's name
 * @param environment the environment's name
 * @param started when it began, by the wall clock
 * @param ended when it ended
 * @param verdict the judgement
 * @param gates every gate of the scenario and how it was judged, then the drill's own
 * @param allowances every allowance and how often it was needed
 * @param fidelity how much arrived
 * @param losses what did not, in groups
 * @param cases what became of planted cases; empty without an estate of cases
 * @param timings time per stage
 * @param throughput bytes over time
 * @param bill what the drill used, at list price
 * @param restoring what restoring archived items would take; no part of the bill, since no drill restores any
 * @param ends the source, then the destination
 * @param versions of everything that took part
 * @param notCovered what this drill does not say anything about, each in one sentence
 * @param leftovers what could not be removed
 * @param kept what was left on purpose, because the user asked for it
 * @param changes what happened at the source while its items left
 * @param reckoning the items counted at every turn
 * @param references what only means something at the source, in groups
 * @param translations what was changed on purpose, so that it works where it arrived
 * @param residues what arrived and still only means something at the source, in groups
 * @param interruptions when it stood still because its process had died; none of that time is in the timings
 */
public record Outcome(
    String id,
    String scenario,
    String environment,
    Instant started,
    Instant ended,
    Verdict verdict,
    List<GateResult> gates,
    List<AllowanceUse> allowances,
    Fidelity fidelity,
    List<LossGroup> losses,
    List<CaseResult> cases,
    Timings timings,
    Throughput throughput,
    Bill bill,
    Restoring restoring,
    List<EndFacts> ends,
    SortedMap<String, String> versions,
    List<String> notCovered,
    List<Leftover> leftovers,
    List<String> kept,
    Changes changes,
    Reckoning reckoning,
    List<ReferenceGroup> references,
    List<Translated> translations,
    List<ReferenceGroup> residues,
    List<Interruption> interruptions) {

  public Outcome {
    gates = List.copyOf(gates);
    allowances = List.copyOf(allowances);
    losses = List.copyOf(losses);
    cases = List.copyOf(cases);
    ends = List.copyOf(ends);
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    notCovered = List.copyOf(notCovered);
    leftovers = List.copyOf(leftovers);
    kept = List.copyOf(kept);
    references = List.copyOf(references);
    translations = List.copyOf(translations);
    residues = List.copyOf(residues);
    interruptions = List.copyOf(interruptions);
  }

  /**
   * Insists that the exit works.
   *
   * @throws ExitFailedError where it failed, and where nobody knows
   */
  public void mustPass() {
    if (!(verdict instanceof Verdict.Passed)) {
      throw new ExitFailedError(this);
    }
  }
}
