package eu.sortie.drill;

import eu.sortie.drill.GateResult.Result;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.measure.Rate;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets the gates of a scenario judge what was found; looks at nothing else. */
final class Judgement {

  /** The drill's own gate: what no gate of the scenario asks for must not be lost in silence either. */
  static final String NOTHING_ELSE = "nothing else is lost without an allowance";

  /** The drill's own gate: the exit must work without the source. */
  static final String SOURCE_STAYS_CUT = "the source is only read, and stays cut";

  private final Fidelity fidelity;
  private final List<LossGroup> losses;
  private final Timings timings;
  private final Cost toExit;
  private final boolean priced;
  private final List<Rate> rates;
  private final List<String> violations;
  private final Changes changes;
  private final List<String> gaps;
  private final long frames;
  private final Signs signs;
  private final ReferenceBook residues;
  private final Drift drift;

  Judgement(
      Fidelity fidelity,
      List<LossGroup> losses,
      Timings timings,
      Cost toExit,
      boolean priced,
      List<Rate> rates,
      List<String> violations,
      Changes changes,
      List<String> gaps,
      long frames,
      Signs signs,
      ReferenceBook residues,
      Drift drift) {
    this.fidelity = fidelity;
    this.losses = losses;
    this.timings = timings;
    this.toExit = toExit;
    this.priced = priced;
    this.rates = rates;
    this.violations = violations;
    this.changes = changes;
    this.gaps = gaps;
    this.frames = frames;
    this.signs = signs;
    this.residues = residues;
    this.drift = drift;
  }

  /** Judges every gate: the scenario's in their order, then the drill's own. */
  List<GateResult> judge(Scenario scenario) {
    var results = new ArrayList<GateResult>();
    for (var gate : scenario.expect()) {
      results.add(judge(gate));
    }
    results.add(nothingElse(scenario));
    results.add(sourceStaysCut());
    return results;
  }

  /** The worst of all gates decides. */
  static Verdict verdict(List<GateResult> gates) {
    var breaches = gates.stream()
        .filter(gate -> gate.result() == Result.BREACHED)
        .map(gate -> new Breach(gate.gate(), gate.seen()))
        .toList();
    if (!breaches.isEmpty()) {
      return new Verdict.Failed(breaches);
    }
    var unknown = gates.stream()
        .filter(gate -> gate.result() == Result.INCONCLUSIVE)
        .map(gate -> gate.gate() + ": " + gate.seen())
        .collect(Collectors.joining("; "));
    return unknown.isEmpty() ? new Verdict.Passed() : new Verdict.Inconclusive(unknown);
  }

  private GateResult judge(Gate gate) {
    if (gate instanceof Gate.Keeps keeps) {
      return keeps(keeps);
    }
    if (gate instanceof Gate.TimeToExit time) {
      return time(time);
    }
    if (gate instanceof Gate.CostToExit cost) {
      return cost(cost);
    }
    if (gate instanceof Gate.Alive alive) {
      return alive(alive);
    }
    if (gate instanceof Gate.NoResidue) {
      return noResidue(gate);
    }
    if (gate instanceof Gate.NoDrift noDrift) {
      return drift.judge(noDrift);
    }
    throw new IllegalStateException("no judge for " + gate.words());
  }

  private GateResult keeps(Gate.Keeps gate) {
    var wanted = "all items, all of these traits";
    var names = gate.traits().stream().map(Trait::name).collect(Collectors.toSet());
    var breaching = losses.stream()
        .filter(group -> !group.allowed() && concerns(group, names))
        .toList();
    if (!breaching.isEmpty()) {
      return new GateResult(
          gate.words(), Result.BREACHED, wanted, inWords(breaching), examples(breaching));
    }
    if (nothingLeft()) {
      return new GateResult(
          gate.words(), Result.INCONCLUSIVE, wanted, "nothing was compared", List.of());
    }
    for (var trait : gate.traits()) {
      var tally = fidelity.tally(trait);
      if (tally.observed() == 0 || tally.unknown() > 0) {
        long items = itemsWith(Set.of(trait.name()));
        var seen = "%s could not be seen on %d of %d items"
            .formatted(trait, items - tally.observed(), items);
        return new GateResult(gate.words(), Result.INCONCLUSIVE, wanted, seen, List.of());
      }
    }
    return new GateResult(gate.words(), Result.CLEARED, wanted, keptInWords(names), List.of());
  }

  private String keptInWords(Set<String> names) {
    long allowed = losses.stream()
        .filter(group -> group.allowed() && concerns(group, names))
        .mapToLong(LossGroup::losses)
        .sum();
    return allowed == 0
        ? "kept on all %d items".formatted(itemsWith(names))
        : "kept on %d items, but for %d losses that are allowed"
            .formatted(itemsWith(names), allowed);
  }

  /** How many items may have one of these traits: a bucket has no content, and an object no policy. */
  private long itemsWith(Set<String> names) {
    return fidelity.traits().entrySet().stream()
        .filter(trait -> names.contains(trait.getKey().name()))
        .mapToLong(trait -> trait.getValue().items())
        .max()
        .orElse(fidelity.items());
  }

  private GateResult time(Gate.TimeToExit gate) {
    var seen = "took %s: export %s, restore %s"
        .formatted(
            Durations.brief(timings.toExit()),
            Durations.brief(timings.of(Stage.EXPORT)),
            Durations.brief(timings.of(Stage.RESTORE)));
    var wanted = "at most " + Durations.print(gate.most());
    if (nothingLeft()) {
      return new GateResult(
          gate.words(),
          Result.INCONCLUSIVE,
          wanted,
          "nothing left, so no time says anything",
          List.of());
    }
    var result = timings.toExit().compareTo(gate.most()) > 0 ? Result.BREACHED : Result.CLEARED;
    return new GateResult(gate.words(), result, wanted, seen, List.of());
  }

  private GateResult cost(Gate.CostToExit gate) {
    var wanted = "at most " + gate.most();
    var totals = toExit.totals().stream().map(Money::toString).collect(Collectors.joining(" + "));
    if (!priced || nothingLeft()) {
      var seen = priced
          ? "nothing left, so no cost says anything"
          : "not every end has a price list, so the cost is unknown";
      return new GateResult(gate.words(), Result.INCONCLUSIVE, wanted, seen, List.of());
    }
    var sum = toExit.in(gate.most().currency(), rates);
    if (sum.isEmpty()) {
      var seen = "%s; no rate to %s is given, add one under rates in the environment"
          .formatted(totals, gate.most().currency());
      return new GateResult(gate.words(), Result.INCONCLUSIVE, wanted, seen, List.of());
    }
    var result = sum.get().exceeds(gate.most()) ? Result.BREACHED : Result.CLEARED;
    return new GateResult(
        gate.words(), result, wanted, "cost %s at list price".formatted(sum.get()), List.of());
  }

  private GateResult alive(Gate.Alive gate) {
    var sign = signs.of(gate);
    var result = switch (sign.life()) {
      case ALIVE -> Result.CLEARED;
      case DEAD -> Result.BREACHED;
      case UNKNOWN -> Result.INCONCLUSIVE;
    };
    return new GateResult(gate.words(), result, wanted(gate), sign.seen(), sign.details());
  }

  private static String wanted(Gate.Alive gate) {
    if (gate instanceof Gate.WorkloadsReady ready) {
      return "all ready within %s, without the source".formatted(Durations.print(ready.within()));
    }
    if (gate instanceof Gate.Answers answers) {
      return "status %d%s, without the source"
          .formatted(
              answers.status(),
              answers.contains().isEmpty() ? "" : " and '" + answers.contains() + "' in the body");
    }
    if (gate instanceof Gate.JobCompletes job) {
      return "complete within %s, without the source".formatted(Durations.print(job.within()));
    }
    return "the same as at the source before the cut, without the source";
  }

  private GateResult noResidue(Gate gate) {
    var wanted = "nothing that arrived names what only means something at the source";
    var found = residues.groups();
    if (!found.isEmpty()) {
      var seen = found.stream()
          .map(group -> "%d × %s".formatted(group.references(), group.sort()))
          .collect(Collectors.joining(", "));
      return new GateResult(
          gate.words(),
          Result.BREACHED,
          wanted,
          seen + ": residues.csv",
          found.stream()
              .flatMap(group -> group.samples().stream())
              .limit(GateResult.MOST_EXAMPLES)
              .toList());
    }
    if (nothingLeft()) {
      return new GateResult(
          gate.words(), Result.INCONCLUSIVE, wanted, "nothing was compared", List.of());
    }
    if (residues.hasMissedSome()) {
      return new GateResult(
          gate.words(),
          Result.INCONCLUSIVE,
          wanted,
          "none was found since the drill was resumed, and what was read back before is not looked through again",
          List.of());
    }
    long unseen =
        fidelity.traits().values().stream().mapToLong(Tally::unknown).max().orElse(0);
    return unseen == 0
        ? new GateResult(gate.words(), Result.CLEARED, wanted, "none was found", List.of())
        : new GateResult(
            gate.words(),
            Result.INCONCLUSIVE,
            wanted,
            "none was found, but on up to %d items not all could be seen".formatted(unseen),
            List.of());
  }

  private GateResult nothingElse(Scenario scenario) {
    var gated = scenario.expect().stream()
        .filter(Gate.Keeps.class::isInstance)
        .flatMap(gate -> ((Gate.Keeps) gate).traits().stream())
        .map(Trait::name)
        .collect(Collectors.toSet());
    var wanted = "no loss that neither a gate nor an allowance names";
    var breaching = losses.stream()
        .filter(group -> !group.allowed() && (gated.isEmpty() || !concerns(group, gated)))
        .toList();
    if (!breaching.isEmpty()) {
      return new GateResult(
          NOTHING_ELSE, Result.BREACHED, wanted, inWords(breaching), examples(breaching));
    }
    var unseen = Stream.of(gapsInWords(), changesInWords(scenario), unseen(scenario, gated))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
    return unseen.isEmpty()
        ? new GateResult(NOTHING_ELSE, Result.CLEARED, wanted, "nothing else was", List.of())
        : new GateResult(NOTHING_ELSE, Result.INCONCLUSIVE, wanted, unseen, List.of());
  }

  /** A bucket is compared even where nothing is in it, and that proves nothing of an exit. */
  private boolean nothingLeft() {
    return fidelity.items() <= frames;
  }

  private String gapsInWords() {
    return String.join("; ", gaps);
  }

  /** What was overwritten or deleted while others left is compared with nothing, so nobody knows what became of it. */
  private String changesInWords(Scenario scenario) {
    boolean allowed = scenario.allow().stream().anyMatch(one -> one.of().equals(Allowance.CHANGES));
    return changes.all() == 0 || allowed
        ? ""
        : "while items left, %d were written, %d overwritten and %d deleted at the source (changes.csv)%s; drill again while nobody writes, or allow loss of %s"
            .formatted(
                changes.written(),
                changes.overwritten(),
                changes.deleted(),
                changes.samples().isEmpty()
                    ? ""
                    : ", the first: " + changes.samples().get(0),
                Allowance.CHANGES);
  }

  /** What may have been lost without anybody seeing it: unknown is not kept, and nothing compared says nothing. */
  private String unseen(Scenario scenario, Set<String> gated) {
    if (nothingLeft()) {
      return "nothing was compared";
    }
    var allowed = scenario.allow().stream()
        .filter(allowance -> allowance.under().isEmpty())
        .map(Allowance::of)
        .collect(Collectors.toSet());
    return fidelity.traits().entrySet().stream()
        .filter(trait -> trait.getValue().unknown() > 0)
        .filter(trait -> !gated.contains(trait.getKey().name()))
        .filter(trait -> !allowed.contains(trait.getKey().name()))
        .map(trait -> "%s could not be seen on %d of %d items"
            .formatted(
                trait.getKey(), trait.getValue().unknown(), trait.getValue().items()))
        .collect(Collectors.joining(", "));
  }

  private GateResult sourceStaysCut() {
    var wanted = "no write ever, no call after the cut";
    return violations.isEmpty()
        ? new GateResult(
            SOURCE_STAYS_CUT, Result.CLEARED, wanted, "nothing else was tried", List.of())
        : new GateResult(
            SOURCE_STAYS_CUT,
            Result.BREACHED,
            wanted,
            "%d refused, the first: %s".formatted(violations.size(), violations.get(0)),
            violations.stream().limit(GateResult.MOST_EXAMPLES).toList());
  }

  /** A gate on traits is also breached by an item that is not there at all. */
  private static boolean concerns(LossGroup group, Set<String> traits) {
    return traits.contains(group.trait())
        || (group.trait().equals(Allowance.ITEM) && group.change().equals("missing"));
  }

  private String inWords(List<LossGroup> groups) {
    return groups.stream()
        .map(group -> group.trait().equals(Allowance.ITEM)
            ? "%d items %s".formatted(group.losses(), group.change())
            : "%s %s %d times on %d items"
                .formatted(
                    group.trait(),
                    group.change(),
                    group.losses(),
                    itemsWith(Set.of(group.trait()))))
        .collect(Collectors.joining(", "));
  }

  private static List<String> examples(List<LossGroup> groups) {
    return groups.stream()
        .flatMap(group ->
            group.samples().stream().map(sample -> GateResult.loss(sample, group.foretold())))
        .limit(GateResult.MOST_EXAMPLES)
        .toList();
  }
}
