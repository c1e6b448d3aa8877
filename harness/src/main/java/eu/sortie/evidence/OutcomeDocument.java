package eu.sortie.evidence;

import eu.sortie.drill.AllowanceUse;
import eu.sortie.drill.Breach;
import eu.sortie.drill.CaseResult;
import eu.sortie.drill.Changes;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Interruption;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Reckoning;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Throughput;
import eu.sortie.spi.Leftover;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * An outcome in the shape outsiders read it in: the published schema, field by field.
 *
 * <p>Names here are the names in the file. Whoever changes one changes the schema, and gives it a new version.
 */
record OutcomeDocument(
    String schema,
    String id,
    String scenario,
    String environment,
    Instant started,
    Instant ended,
    Judgement verdict,
    List<GateResult> gates,
    List<AllowanceUse> allowances,
    FidelityPart fidelity,
    List<LossGroup> losses,
    List<CaseResult> cases,
    TimingsPart timings,
    Throughput throughput,
    BillPart bill,
    RestoringPart restoring,
    List<EndPart> ends,
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

  static OutcomeDocument of(Outcome outcome) {
    return new OutcomeDocument(
        OutcomeFile.SCHEMA,
        outcome.id(),
        outcome.scenario(),
        outcome.environment(),
        outcome.started(),
        outcome.ended(),
        Judgement.of(outcome.verdict()),
        outcome.gates(),
        outcome.allowances(),
        FidelityPart.of(outcome.fidelity()),
        outcome.losses(),
        outcome.cases(),
        TimingsPart.of(outcome.timings()),
        outcome.throughput(),
        BillPart.of(outcome.bill()),
        RestoringPart.of(outcome.restoring()),
        outcome.ends().stream().map(EndPart::of).toList(),
        outcome.versions(),
        outcome.notCovered(),
        outcome.leftovers(),
        outcome.kept(),
        outcome.changes(),
        outcome.reckoning(),
        outcome.references(),
        outcome.translations(),
        outcome.residues(),
        outcome.interruptions());
  }

  Outcome toOutcome() {
    return new Outcome(
        id,
        scenario,
        environment,
        started,
        ended,
        verdict.toVerdict(),
        gates,
        allowances,
        fidelity.toFidelity(),
        losses,
        cases,
        timings.toTimings(),
        throughput,
        bill.toBill(),
        restoring.toRestoring(),
        ends.stream().map(EndPart::toEnd).toList(),
        versions,
        notCovered,
        leftovers,
        kept,
        changes,
        reckoning,
        references,
        translations,
        residues,
        interruptions);
  }

  /** A verdict with every field there, whichever it is. */
  record Judgement(Result result, String reason, List<Breach> breaches) {

    enum Result {
      PASSED,
      FAILED,
      INCONCLUSIVE
    }

    static Judgement of(Verdict verdict) {
      if (verdict instanceof Verdict.Failed failed) {
        return new Judgement(Result.FAILED, "", failed.breaches());
      }
      return verdict instanceof Verdict.Inconclusive inconclusive
          ? new Judgement(Result.INCONCLUSIVE, inconclusive.reason(), List.of())
          : new Judgement(Result.PASSED, "", List.of());
    }

    Verdict toVerdict() {
      return switch (result) {
        case PASSED -> new Verdict.Passed();
        case FAILED -> new Verdict.Failed(breaches);
        case INCONCLUSIVE -> new Verdict.Inconclusive(reason);
      };
    }
  }
}
