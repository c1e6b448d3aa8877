package eu.sortie.drill;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.ledger.Pair;
import eu.sortie.ledger.Transfer;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names each loss with its cause, and counts the ones that are alike.
 *
 * <p>Each is handed on as it is found and not kept: there may be as many losses as items.
 */
final class LossBook {

  /** How many of a group are kept by name. */
  private static final int SAMPLES = 5;

  private final Kinds compared;
  private final Scenario scenario;
  private final Capabilities capabilities;
  private final CaseBook cases;
  private final Chronicle chronicle;
  private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
  private final Map<Allowance, Long> allowed = new LinkedHashMap<>();
  private final TranslationBook translations = new TranslationBook();
  private Fidelity fidelity = Fidelity.NONE;
  private boolean isComplete;

  LossBook(Scenario scenario, Capabilities capabilities, CaseBook cases, Chronicle chronicle) {
    this.compared = scenario.compared();
    this.scenario = scenario;
    this.capabilities = capabilities;
    this.cases = cases;
    this.chronicle = chronicle;
    scenario.allow().forEach(allowance -> allowed.put(allowance, 0L));
  }

  /** Counts items whose fingerprints agree. */
  void alike(Fidelity alike) {
    fidelity = fidelity.plus(alike);
  }

  /** Compares an item that looks different, and names what is lost. */
  void different(Pair pair) {
    var comparison = compare(pair);
    fidelity = fidelity.plus(Fidelity.of(comparison));
    cases.compared(pair, comparison);
    for (var loss : comparison.losses()) {
      book(judge(loss, pair.transfer()));
    }
  }

  /** What was changed on purpose is no loss; called before anything is compared. */
  void translated(Map<ItemId, List<Translation>> changed) {
    translations.add(changed);
  }

  List<Translated> translations() {
    return translations.all();
  }

  /** Both inventories were paired to their end: only now does a count say anything. */
  void complete() {
    for (var loss : translations.untaken()) {
      book(new JudgedLoss(
          loss,
          Cause.DESTINATION,
          "it was changed on purpose and arrived as it was: the change did not take",
          Optional.empty(),
          Optional.empty()));
    }
    isComplete = true;
  }

  /** How much arrived; nothing as long as not everything was compared. */
  Fidelity fidelity() {
    return isComplete ? fidelity : Fidelity.NONE;
  }

  List<LossGroup> groups() {
    return groups.entrySet().stream()
        .map(entry -> entry.getValue().named(entry.getKey()))
        .toList();
  }

  List<AllowanceUse> allowances() {
    return allowed.entrySet().stream()
        .map(use -> new AllowanceUse(use.getKey().words(), use.getKey().because(), use.getValue()))
        .toList();
  }

  private Comparison compare(Pair pair) {
    var before = pair.before();
    var after = pair.after();
    if (before != null && after != null) {
      return Comparison.of(translations.expected(before), after, traits(before));
    }
    if (before != null) {
      translations.expected(before);
      return Comparison.missing(before, traits(before));
    }
    if (after != null) {
      return Comparison.unexpected(after);
    }
    throw new IllegalStateException("a pair has at least one side");
  }

  private List<Trait> traits(Item item) {
    return compared.named(item.id().kind()).traits();
  }

  private JudgedLoss judge(Loss loss, @Nullable Transfer transfer) {
    var allowance = scenario.allow().stream().filter(one -> one.covers(loss)).findFirst();
    var found = origin(loss, transfer);
    return new JudgedLoss(loss, found.cause, found.why, capabilities.foretells(loss), allowance);
  }

  private static Origin origin(Loss loss, @Nullable Transfer transfer) {
    if (loss instanceof Loss.Unexpected) {
      return new Origin(
          Cause.DESTINATION,
          "nobody carried it: somebody else wrote it, or the destination made it up");
    }
    if (transfer == null) {
      return new Origin(Cause.TOOL, JudgedLoss.NEVER_CARRIED);
    }
    if (loss instanceof Loss.Altered altered) {
      return transfer.concessions().stream()
          .filter(concession -> concession.trait().equals(altered.trait()))
          .findFirst()
          .map(concession -> new Origin(concession.cause(), concession.because()))
          .orElse(new Origin(Cause.DESTINATION, JudgedLoss.READS_BACK_OTHERWISE));
    }
    return switch (transfer.result()) {
      case NOT_READ -> new Origin(Cause.SOURCE, transfer.because());
      case CHANGED -> new Origin(Cause.SOURCE, "it changed while leaving: " + transfer.because());
      case NOT_WRITTEN -> new Origin(Cause.DESTINATION, transfer.because());
      case WRITTEN -> new Origin(Cause.DESTINATION, JudgedLoss.TAKEN_AND_GONE);
    };
  }

  private void book(JudgedLoss loss) {
    chronicle.loss(loss);
    loss.allowance().ifPresent(allowance -> allowed.merge(allowance, 1L, Long::sum));
    cases.lost(loss);
    groups.computeIfAbsent(GroupKey.of(loss), any -> new Group(loss.why())).add(loss);
  }

  private record Origin(Cause cause, String why) {}

  private record GroupKey(
      String trait, String change, String cause, boolean foretold, String allowedBecause) {
    static GroupKey of(JudgedLoss loss) {
      return new GroupKey(
          loss.trait(),
          loss.loss().change().toString(),
          loss.cause().toString(),
          loss.foretold().isPresent(),
          loss.allowance().map(Allowance::because).orElse(""));
    }
  }

  private static final class Group {
    private final String why;
    private final List<String> samples = new ArrayList<>();
    private long losses;

    Group(String why) {
      this.why = why;
    }

    void add(JudgedLoss loss) {
      losses++;
      if (samples.size() < SAMPLES) {
        samples.add(sample(loss));
      }
    }

    LossGroup named(GroupKey key) {
      return new LossGroup(
          key.trait, key.change, key.cause, why, key.foretold, key.allowedBecause, losses, samples);
    }

    private static String sample(JudgedLoss loss) {
      var id = loss.loss().id();
      return switch (loss.loss().change()) {
        case MISSING, UNEXPECTED -> id.toString();
        case LOST -> "%s  %s is gone".formatted(id, loss.was());
        case ADDED -> "%s  %s was added".formatted(id, loss.became());
        case ALTERED -> "%s  %s became %s".formatted(id, loss.was(), valueOf(loss.became()));
      };
    }

    /** Of an entry, the name is said once. */
    private static String valueOf(String became) {
      int quote = became.indexOf(": \"");
      return became.endsWith("\"") && quote >= 0 ? became.substring(quote + 2) : became;
    }
  }
}
