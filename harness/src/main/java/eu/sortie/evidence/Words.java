package eu.sortie.evidence;

import eu.sortie.drill.AllowanceUse;
import eu.sortie.drill.Bill;
import eu.sortie.drill.EndFacts;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Interruption;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.measure.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that every rendering of an outcome shares, so that terminal, report and CI never disagree. */
final class Words {

  private Words() {}

  static String emulatedOrLive(EndFacts end) {
    return end.live() ? "live" : "emulated";
  }

  /** As in {@code source emulated, destination live}. */
  static String ends(Outcome outcome) {
    return outcome.ends().isEmpty()
        ? "no end was reached"
        : outcome.ends().stream()
            .map(end -> end.role() + ' ' + emulatedOrLive(end))
            .collect(Collectors.joining(", "));
  }

  static boolean anyEmulated(Outcome outcome) {
    return outcome.ends().stream().anyMatch(end -> !end.live());
  }

  /** Whether there were two inventories to compare; where not, no loss found means nothing. */
  static boolean compared(Outcome outcome) {
    var fidelity = outcome.fidelity();
    return fidelity.items() + fidelity.unexpected() > 0;
  }

  /** The allowances that no loss needed; where nothing was compared, nobody can say that of any. */
  static List<AllowanceUse> unused(Outcome outcome) {
    return compared(outcome)
        ? outcome.allowances().stream().filter(use -> use.losses() == 0).toList()
        : List.of();
  }

  /** Whether both halves of the exit ran; where not, their time and cost are not those of an exit. */
  static boolean exited(Outcome outcome) {
    var stages = outcome.timings().stages();
    return stages.containsKey(Stage.EXPORT) && stages.containsKey(Stage.RESTORE);
  }

  /** As in {@code it died in EXPORT and stood still for 2 h 3 min, until 2026-11-28T04:10:00Z}. */
  static String interruption(Interruption one) {
    return "it died in %s and stood still for %s, until %s; that time is in none of its timings"
        .formatted(one.stage(), Durations.brief(one.stoodStill()), one.resumed());
  }

  /** Whether there was a price list at all; where not, nothing is known about money. */
  static boolean priced(Outcome outcome) {
    return !outcome.bill().basis().isEmpty() || !outcome.bill().whole().lines().isEmpty();
  }

  /** What stands behind a sum that an end without a price list is not in; empty where both have one. */
  static String lacking(Bill bill) {
    return bill.lacksAnEnd() ? "; one end has no price list and is not in it" : "";
  }

  /** What the verdict rests on, in half a sentence. */
  static String grounds(Outcome outcome) {
    if (outcome.verdict() instanceof Verdict.Inconclusive inconclusive) {
      return inconclusive.reason();
    }
    var result = outcome.verdict() instanceof Verdict.Passed
        ? GateResult.Result.CLEARED
        : GateResult.Result.BREACHED;
    var gates = gates(outcome);
    return "%d of %s %s"
        .formatted(
            gates.stream().filter(gate -> gate.result() == result).count(),
            Numbers.counted(gates.size(), "gate"),
            word(result));
  }

  /** The gates, and with them every breach of the verdict that none of them shows: nothing that failed stays unsaid. */
  static List<GateResult> gates(Outcome outcome) {
    var gates = new ArrayList<>(outcome.gates());
    if (outcome.verdict() instanceof Verdict.Failed failed) {
      failed.breaches().stream()
          .filter(breach ->
              outcome.gates().stream().noneMatch(gate -> gate.gate().equals(breach.gate())))
          .forEach(breach -> gates.add(new GateResult(
              breach.gate(), GateResult.Result.BREACHED, breach.gate(), breach.seen(), List.of())));
    }
    return gates;
  }

  static String word(GateResult.Result result) {
    return result.name().toLowerCase(Locale.ROOT);
  }

  /** As in {@code user-metadata altered}, which somebody is to blame for: nobody makes an item missing, it is lost. */
  static String what(LossGroup group) {
    return group.trait()
        + ' '
        + switch (group.change()) {
          case "missing" -> "lost";
          case "unexpected" -> "added";
          default -> group.change();
        };
  }

  static String foretold(LossGroup group) {
    return group.foretold() ? "foretold" : "surprise";
  }

  static String allowed(LossGroup group) {
    return group.allowed() ? "allowed because " + group.allowedBecause() : "not allowed";
  }

  /** One sum for each currency. */
  static String totals(Cost cost) {
    return cost.totals().isEmpty()
        ? "nothing"
        : cost.totals().stream().map(Money::toString).collect(Collectors.joining(" + "));
  }
}
