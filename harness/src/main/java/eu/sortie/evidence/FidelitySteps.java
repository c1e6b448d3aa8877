package eu.sortie.evidence;

import eu.sortie.drill.GateResult;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Verdict;
import eu.sortie.evidence.Difference.Direction;
import eu.sortie.evidence.Difference.Step;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of a difference that is about what arrives: verdict, gates, items, traits, losses. */
final class FidelitySteps {

  private FidelitySteps() {}

  static void add(Outcome older, Outcome newer, List<Step> steps) {
    steps.add(new Step(
        fewerIsBetter(badness(older.verdict()), badness(newer.verdict())),
        "verdict",
        older.verdict().word(),
        newer.verdict().word()));
    gates(older, newer, steps);
    if (!Words.compared(older) || !Words.compared(newer)) {
      return;
    }
    counts(older.fidelity(), newer.fidelity(), steps);
    var traits = new TreeSet<Trait>(older.fidelity().traits().keySet());
    traits.addAll(newer.fidelity().traits().keySet());
    for (var trait : traits) {
      trait(trait, older.fidelity().tally(trait), newer.fidelity().tally(trait), steps);
    }
    losses(older, newer, steps);
  }

  private static void gates(Outcome older, Outcome newer, List<Step> steps) {
    var before = results(older);
    var after = results(newer);
    before.forEach((gate, was) -> {
      var is = after.get(gate);
      if (is != null) {
        steps.add(new Step(
            fewerIsBetter(badness(was), badness(is)), gate, Words.word(was), Words.word(is)));
      }
    });
  }

  private static Map<String, GateResult.Result> results(Outcome outcome) {
    var results = new TreeMap<String, GateResult.Result>();
    outcome
        .gates()
        .forEach(gate -> results.merge(
            gate.gate(),
            gate.result(),
            (one, other) -> badness(one) >= badness(other) ? one : other));
    return results;
  }

  private static void counts(Fidelity before, Fidelity after, List<Step> steps) {
    steps.add(count("items missing", before.missing(), after.missing()));
    steps.add(count("items unexpected", before.unexpected(), after.unexpected()));
  }

  private static Step count(String what, long was, long is) {
    return new Step(fewerIsBetter(was, is), what, Numbers.grouped(was), Numbers.grouped(is));
  }

  /** A loss weighs more than not knowing: an unknown that turned out a loss is worse. */
  private static void trait(Trait trait, Tally was, Tally is, List<Step> steps) {
    var byLoss = fewerIsBetter(was.altered() + was.lost(), is.altered() + is.lost());
    var direction = byLoss == Direction.SAME ? fewerIsBetter(was.unknown(), is.unknown()) : byLoss;
    steps.add(new Step(direction, trait.name(), tally(was), tally(is)));
  }

  /** What is zero is left out: twelve traits of five counts are more than anybody reads. */
  private static String tally(Tally tally) {
    var counts = new StringJoiner(", ").setEmptyValue("nothing");
    count(tally.kept(), "kept", counts);
    count(tally.altered(), "altered", counts);
    count(tally.lost(), "lost", counts);
    count(tally.unknown(), "unknown", counts);
    count(tally.absent(), "absent", counts);
    return counts.toString();
  }

  private static void count(long items, String fate, StringJoiner counts) {
    if (items > 0) {
      counts.add(Numbers.grouped(items) + ' ' + fate);
    }
  }

  private static void losses(Outcome older, Outcome newer, List<Step> steps) {
    var before = groups(older);
    var after = groups(newer);
    var all = new TreeSet<String>();
    all.addAll(before.keySet());
    all.addAll(after.keySet());
    for (var group : all) {
      long was = before.getOrDefault(group, 0L);
      long is = after.getOrDefault(group, 0L);
      steps.add(new Step(fewerIsBetter(was, is), group, losses(was), losses(is)));
    }
  }

  private static String losses(long count) {
    return count == 0 ? "none" : count == 1 ? "1 loss" : Numbers.grouped(count) + " losses";
  }

  /** The same loss in two drills is the same words: what, by whom, and whether it was foretold and allowed. */
  private static Map<String, Long> groups(Outcome outcome) {
    var groups = new TreeMap<String, Long>();
    outcome.losses().forEach(group -> groups.merge(name(group), group.losses(), Long::sum));
    return groups;
  }

  private static String name(LossGroup group) {
    return "%s by the %s (%s, %s)"
        .formatted(
            Words.what(group),
            group.cause(),
            Words.foretold(group),
            group.allowed() ? "allowed" : "not allowed");
  }

  private static Direction fewerIsBetter(long was, long is) {
    if (was == is) {
      return Direction.SAME;
    }
    return is < was ? Direction.BETTER : Direction.WORSE;
  }

  private static int badness(Verdict verdict) {
    if (verdict instanceof Verdict.Passed) {
      return 0;
    }
    return verdict instanceof Verdict.Failed ? 2 : 1;
  }

  private static int badness(GateResult.Result result) {
    return switch (result) {
      case CLEARED -> 0;
      case INCONCLUSIVE -> 1;
      case BREACHED -> 2;
    };
  }
}
