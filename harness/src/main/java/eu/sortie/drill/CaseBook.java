package eu.sortie.drill;

import eu.sortie.drill.CaseResult.Fate;
import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.ledger.Pair;
import eu.sortie.spi.PlantedCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of the cases an estate planted; as many as the estate has, never as many as there are items. */
final class CaseBook {

  private final List<PlantedCase> cases;
  private final Set<String> planted;
  private final Set<String> seenAtSource = new HashSet<>();
  private final Map<String, Set<String>> unknown = new HashMap<>();
  private final Map<String, List<JudgedLoss>> losses = new HashMap<>();
  private boolean isComplete;

  CaseBook(List<PlantedCase> cases) {
    this.cases = List.copyOf(cases);
    this.planted =
        cases.stream().flatMap(one -> one.keys().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** The survey listed an item. */
  void listed(ItemId id) {
    if (planted.contains(id.key())) {
      seenAtSource.add(id.key());
    }
  }

  /** An item looked different. */
  void compared(Pair pair, Comparison comparison) {
    var before = pair.before();
    if (before != null && planted.contains(before.id().key())) {
      comparison.fates().forEach((trait, fate) -> {
        if (fate == eu.sortie.inventory.Fate.UNKNOWN) {
          unknown.computeIfAbsent(before.id().key(), any -> new HashSet<>()).add(trait.name());
        }
      });
    }
  }

  /** A loss was named. */
  void lost(JudgedLoss loss) {
    var key = loss.loss().id().key();
    if (planted.contains(key)) {
      losses.computeIfAbsent(key, any -> new ArrayList<>()).add(loss);
    }
  }

  /** Both inventories were paired to their end: only now is not having lost anything worth a word. */
  void complete() {
    isComplete = true;
  }

  List<CaseResult> results() {
    return cases.stream().map(this::result).toList();
  }

  private CaseResult result(PlantedCase one) {
    if (!one.notPlanted().isEmpty()) {
      return new CaseResult(one.id(), one.what(), Fate.NOT_PLANTED, one.notPlanted());
    }
    var itsLosses = one.keys().stream()
        .flatMap(key -> losses.getOrDefault(key, List.of()).stream())
        .filter(loss -> concerns(one, loss))
        .toList();
    return new CaseResult(one.id(), one.what(), fate(one, itsLosses), detail(itsLosses));
  }

  /** A whole item that is gone takes all its traits along. */
  private static boolean concerns(PlantedCase one, JudgedLoss loss) {
    return !(loss.loss() instanceof Loss.Altered) || one.isAbout(loss.trait());
  }

  private boolean isUnknown(PlantedCase one) {
    return one.keys().stream()
        .flatMap(key -> unknown.getOrDefault(key, Set.of()).stream())
        .anyMatch(one::isAbout);
  }

  private Fate fate(PlantedCase one, List<JudgedLoss> itsLosses) {
    if (itsLosses.stream().anyMatch(loss -> loss.foretold().isEmpty())) {
      return Fate.LOST_BY_SURPRISE;
    }
    if (!isComplete || !seenAtSource.containsAll(one.keys()) || isUnknown(one)) {
      return Fate.UNKNOWN;
    }
    return itsLosses.isEmpty() ? Fate.KEPT : Fate.LOST_AS_FORETOLD;
  }

  private static String detail(List<JudgedLoss> itsLosses) {
    return itsLosses.stream()
        .map(loss -> "%s %s%s"
            .formatted(
                loss.trait(), loss.loss().change(), loss.why().isEmpty() ? "" : ": " + loss.why()))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
