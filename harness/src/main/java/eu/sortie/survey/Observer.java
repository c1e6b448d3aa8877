package eu.sortie.survey;

import eu.sortie.drill.CaseResult;
import eu.sortie.drill.Outcome;
import eu.sortie.evidence.LossRow;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Tally;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.scenario.ObservedCase;
import eu.sortie.scenario.Profile;
import eu.sortie.scenario.Survey;
import eu.sortie.spi.PlantedCase;
import eu.sortie.yaml.CapabilityBook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a profile of a drill: what it observed comes from the drill's counts, cases and losses alone. */
public final class Observer {

  private final Fidelity fidelity;
  private final List<CaseResult> results;
  private final Capabilities declared;
  private final List<PlantedCase> planted;
  private final List<LossRow> losses;

  /**
   * Looks at a drill whose comparison came to its end.
   *
   * @param fidelity what the drill counted
   * @param results what became of the cases
   * @param declared what the destination said before
   * @param planted the cases of the estate, with the items that carry them
   * @param losses all the drill named
   */
  public Observer(
      Fidelity fidelity,
      List<CaseResult> results,
      Capabilities declared,
      List<PlantedCase> planted,
      List<LossRow> losses) {
    this.fidelity = fidelity;
    this.results = List.copyOf(results);
    this.declared = declared;
    this.planted = List.copyOf(planted);
    this.losses = List.copyOf(losses);
  }

  /**
   * Says how a drill looked at its destination.
   *
   * @param server what answers there, with its version; may be empty
   * @param estate what was planted
   */
  public static Survey survey(Outcome outcome, String server, String estate) {
    var to = outcome.ends().get(outcome.ends().size() - 1);
    return new Survey(
        outcome.started().atZone(ZoneOffset.UTC).toLocalDate(),
        to.name(),
        to.live(),
        server,
        estate,
        outcome.fidelity().items(),
        outcome.id(),
        to.libraries(),
        outcome.versions());
  }

  /**
   * Writes it all side by side.
   *
   * @param name by which reports call the destination
   * @param survey how it was observed
   * @param declaredBy the name of the capabilities it declared before any survey; may be empty
   */
  public Profile profile(String name, Survey survey, String declaredBy) {
    var traits = traits();
    return new Profile(name, survey, declaredBy, traits, cases(), keys(traits));
  }

  private List<Observation> traits() {
    return fidelity.traits().entrySet().stream()
        .map(entry -> trait(entry.getKey().name(), entry.getValue()))
        .sorted(Comparator.comparing(Observation::subject))
        .toList();
  }

  private Observation trait(String trait, Tally tally) {
    var subject = CapabilityBook.subject(trait);
    var its = losses.stream().filter(row -> row.trait().equals(trait)).toList();
    return new Observation(
        subject,
        declared.statement(subject).status(),
        observed(tally, its),
        its.stream()
            .map(row -> new ItemId(row.kind(), row.key(), row.version()))
            .distinct()
            .count(),
        tally,
        its.isEmpty() ? "" : Sights.example(its));
  }

  /** Items that went missing say nothing of their traits: they count among the lost, and have no loss of their own. */
  private static Observed observed(Tally tally, List<LossRow> its) {
    if (!its.isEmpty()) {
      return tally.kept() > 0 ? Observed.PARTLY : Sights.observed(its);
    }
    if (tally.kept() > 0) {
      return Observed.KEPT;
    }
    return tally.lost() + tally.unknown() > 0 ? Observed.UNKNOWN : Observed.NOT_TRIED;
  }

  private List<ObservedCase> cases() {
    var byName = new HashMap<String, CaseResult>();
    results.forEach(result -> byName.put(result.id() + ' ' + result.what(), result));
    var cases = new ArrayList<ObservedCase>();
    for (var one : planted) {
      var result = byName.get(one.id() + ' ' + one.what());
      if (result != null) {
        cases.add(ofCase(one, result));
      }
    }
    return cases;
  }

  private ObservedCase ofCase(PlantedCase one, CaseResult result) {
    var keys = Set.copyOf(one.keys());
    var its = losses.stream().filter(row -> keys.contains(row.key())).toList();
    var foretold = result.fate() == CaseResult.Fate.LOST_AS_FORETOLD
        || one.keys().stream().anyMatch(this::isForetold);
    return switch (result.fate()) {
      case KEPT -> new ObservedCase(one.id(), one.what(), foretold, Observed.KEPT, "");
      case NOT_PLANTED ->
        new ObservedCase(
            one.id(), one.what(), foretold, Observed.NOT_TRIED, "the source: " + one.notPlanted());
      case UNKNOWN -> new ObservedCase(one.id(), one.what(), foretold, Observed.UNKNOWN, "");
      case LOST_AS_FORETOLD, LOST_BY_SURPRISE ->
        new ObservedCase(one.id(), one.what(), foretold, Sights.observed(its), Sights.words(its));
    };
  }

  private boolean isForetold(String key) {
    return declared.foretells(new Loss.Missing(ItemId.of("object", key))).isPresent();
  }

  /** The keys whose losses no trait as a whole explains: those would be a surprise again. */
  private SortedMap<String, String> keys(List<Observation> traits) {
    var explained = traits.stream()
        .filter(trait -> trait.observed().isLoss() && trait.observed() != Observed.PARTLY)
        .map(trait -> trait.subject().trait())
        .collect(Collectors.toUnmodifiableSet());
    var changes = new TreeMap<String, TreeSet<String>>();
    losses.stream()
        .filter(row -> !row.change().equals("unexpected") && !explained.contains(row.trait()))
        .forEach(row -> changes
            .computeIfAbsent(row.key(), any -> new TreeSet<>())
            .add(
                row.trait().equals(Allowance.ITEM)
                    ? "the item is " + row.change()
                    : "%s %s".formatted(row.trait(), row.change())));
    var keys = new TreeMap<String, String>();
    changes.forEach((key, some) -> keys.put(key, String.join(", ", some)));
    return keys;
  }
}
