package eu.sortie.drill;

import eu.sortie.drill.DrillRun.Ground;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Listed;
import eu.sortie.ledger.Side;
import eu.sortie.ledger.Transfer;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Created;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of events: one method a stage, and an outcome whatever happens in one of them. */
final class Stages {

  private final DrillSetup setup;
  private final Scenario scenario;
  private final Environment environment;
  private final Ground ground;
  private final Ends ends;
  private final Pricing pricing;
  private final CaseBook cases;
  private final Chronicle chronicle;
  private final Journal journal;
  private final StopSign stopSign;
  private final MannersOfEnds manners;
  private final Standstill standstill;
  private final String id;

  private final LossBook losses;
  private final Instant started;
  private final List<String> notCovered = new ArrayList<>();
  private final List<String> witnesses = new ArrayList<>();
  private final List<Created> made = new ArrayList<>();
  private final ChangeBook changes;
  private final ReferenceBook references;
  private final ArchiveBook archives = new ArchiveBook();
  private Timings timings = Timings.NONE;
  private Duration lookedAgain = Duration.ZERO;
  private long bytesListed;
  private boolean versioned;

  /** What one end listed of the kinds that leave as an export: a handful, so that nobody looks for it among millions. */
  private final Map<ItemId, Item> forExport = new LinkedHashMap<>();

  private @Nullable Export export;
  private long hidden;
  private Reckoning reckoning = Reckoning.NONE;

  Stages(
      DrillSetup setup,
      Scenario scenario,
      Environment environment,
      Ground ground,
      Ends ends,
      Pricing pricing,
      CaseBook cases,
      Chronicle chronicle,
      Journal journal,
      StopSign stopSign,
      String id) {
    this.setup = setup;
    this.scenario = scenario;
    this.environment = environment;
    this.ground = ground;
    this.ends = ends;
    this.pricing = pricing;
    this.cases = cases;
    this.chronicle = chronicle;
    this.journal = journal;
    this.stopSign = stopSign;
    this.id = id;
    this.losses = new LossBook(scenario, ends.to().capabilities(), cases, chronicle);
    this.changes = new ChangeBook(chronicle);
    this.references = new ReferenceBook(chronicle);
    this.started = journal.now();
    this.manners = new MannersOfEnds(ends, this::say);
    this.standstill = new Standstill(
        setup.limits().patience(), setup.limits().probe(), stopSign, setup.nanos(), words -> {
          say(words);
          setup.progress().standsStill(words);
        });
  }

  /**
   * Runs all stages.
   *
   * @throws IOException where the ledger cannot be laid out, before anything moves
   */
  Outcome run() throws IOException {
    manners.sayHowTheyAreSet();
    var outcome = runWith(ledger());
    journal.write("verdict: " + outcome.verdict().word());
    journal.requireWhole();
    chronicle.outcome(outcome);
    return outcome;
  }

  /** The ledger is gone before the evidence is sealed: what stays of it are the two inventories. */
  private Outcome runWith(Ledger ledger) {
    try (var sampler = new Sampler(ends.meters())) {
      var unproven = first(proveExit(ledger), writeInventories(ledger));
      var gates = new ArrayList<GateResult>();
      var unjudged = always(Stage.JUDGE, () -> gates.addAll(judgement().judge(scenario)));
      var verdict = verdict(gates, first(unproven, unjudged));
      var leftovers = clear(ledger);
      manners.sayWhatWasFound();
      return outcome(gates, verdict, leftovers, sampler);
    } finally {
      remove(ledger);
    }
  }

  private void remove(Ledger ledger) {
    try {
      ledger.close();
    } catch (IOException | RuntimeException failed) {
      say("the ledger's files could not be removed: " + words(failed));
    }
  }

  private Ledger ledger() throws IOException {
    return Ledger.create(chronicle.folder(), kinds(), scenario.compared());
  }

  /** Runs the stages up to the comparison; gives what made it impossible, null where nothing did. */
  private @Nullable String proveExit(Ledger ledger) {
    try {
      timed(Stage.SURVEY, () -> survey(ledger));
      timed(Stage.EXPORT, () -> export(ledger));
      timed(Stage.CUT, this::cut);
      timed(Stage.RESTORE, () -> restore(ledger));
      timed(Stage.RESURVEY, () -> resurvey(ledger));
      timed(Stage.COMPARE, () -> compare(ledger));
      stopSign.check();
      return null;
    } catch (StoppedException stopped) {
      return say(words(stopped));
    } catch (IOException | RuntimeException | Error failed) {
      // Whatever it was, what the drill created has to be cleared and what is known has to be left.
      return say("%s could not be finished: %s".formatted(journal.where(), words(failed)));
    }
  }

  private @Nullable String writeInventories(Ledger ledger) {
    try {
      ledger.settle();
      chronicle.inventories(ledger);
      return null;
    } catch (IOException | RuntimeException | Error failed) {
      return say("the inventories could not be written: " + words(failed));
    }
  }

  private static String words(Throwable failed) {
    return Objects.requireNonNullElse(failed.getMessage(), failed.getClass().getName());
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  /** Writes it down if it can be written down: a full disk must not keep the drill from clearing. */
  private String say(String words) {
    try {
      journal.write(words);
    } catch (RuntimeException untold) {
      // What matters of it stands in the outcome as well.
    }
    return words;
  }

  /** What was breached stays breached, whatever else could not be found out. */
  private Verdict verdict(List<GateResult> gates, @Nullable String problem) {
    var verdict = Judgement.verdict(gates);
    if (problem == null) {
      return verdict;
    }
    if (verdict instanceof Verdict.Failed) {
      notCovered.add("The drill did not come to its end: " + problem);
      return verdict;
    }
    return new Verdict.Inconclusive(problem);
  }

  private void survey(Ledger ledger) throws IOException {
    setup.progress().stage(Stage.SURVEY, 0, 0);
    list(ends.from(), ends.source(), item -> {
      ledger.listed(Side.SOURCE, item);
      noteForExport(item);
      cases.listed(item.id());
      versioned |= !item.id().version().isEmpty();
      bytesListed += size(item);
      setup.progress().item(0);
    });
    ledger.settle();
    notCovered.addAll(ends.source().notCovered());
    journal.write(
        "%d items of %d bytes listed".formatted(ledger.listedItems(Side.SOURCE), bytesListed));
    sayListedAgain(ledger, Side.SOURCE);
  }

  private void export(Ledger ledger) throws IOException {
    export = new Export(chronicle.folder(), ledger, kinds(), references);
    var taken = export;
    for (var item : forExport.values()) {
      taken.take(ends.source(), item);
    }
    asking(
        ends.to(),
        () -> ends.destination().prepare(taken.items(), created -> {
          made.add(created);
          chronicle.creating(created);
          journal.write("creates " + created.what());
        }));
    setup.progress().stage(Stage.EXPORT, ledger.listedItems(Side.SOURCE), bytesListed);
    var carrying = new Carrying(
        ends.source(), ends.destination(), ledger, kinds(), Pause.of(stopSign), item -> {
          references.look(item);
          archives.look(item);
        });
    for (var round : Round.of(versioned)) {
      eachWithACrew(ledger, Side.SOURCE, listed -> round.of(History.left(listed)), carrying::carry);
    }
    carrying.over();
    ledger.settle();
    lookAgain(ledger, taken);
  }

  /** Whoever writes while we read is noticed here, and what was overwritten or deleted is compared with nothing. */
  private void lookAgain(Ledger ledger, Export taken) throws IOException {
    ends.enter(Stage.SURVEY);
    long begin = setup.nanos().getAsLong();
    list(ends.from(), ends.source(), ledger::listedLater);
    ledger.settle();
    ledger.eachChange(changes::book);
    asking(ends.from(), () -> taken.lookAgain(ends.source(), scenario.compared(), changes::book));
    var took = Duration.ofNanos(setup.nanos().getAsLong() - begin);
    lookedAgain = took;
    journal.write("the source was looked at again in %s: %d items changed while others left"
        .formatted(Durations.print(took), changes.changes().all()));
    ends.enter(Stage.EXPORT);
  }

  private void cut() throws IOException {
    setup.progress().stage(Stage.CUT, 0, 0);
    ends.source().close();
    journal.write(ground.cut(ends.from().name()));
  }

  private void restore(Ledger ledger) throws IOException {
    setup.progress().stage(Stage.RESTORE, 0, 0);
    var taken = Objects.requireNonNull(export);
    taken.bringBack(ends.destination());
    ledger.settle();
    journal.write(
        "%d items were brought back from the export; objects went straight into their bucket"
            .formatted(taken.items().size()));
  }

  private void resurvey(Ledger ledger) throws IOException {
    try (Reader witness = ends.destination().witness()) {
      setup.progress().stage(Stage.RESURVEY, ledger.items(Side.SOURCE), bytesListed);
      forExport.clear();
      list(ends.to(), witness, item -> {
        ledger.listed(Side.DESTINATION, item);
        noteForExport(item);
      });
      ledger.settle();
      sayListedAgain(ledger, Side.DESTINATION);
      var resurvey = new Resurvey(witness, ledger, kinds(), Pause.of(stopSign));
      for (var item : forExport.values()) {
        asking(ends.to(), () -> resurvey.read(item));
      }
      eachWithACrew(
          ledger,
          Side.DESTINATION,
          History::arrived,
          item -> ExpiredAtException.naming(Side.DESTINATION, () -> resurvey.read(item)));
      resurvey.over();
      ledger.settle();
      hidden = hidden(ledger, resurvey);
      ledger.settle();
      resurvey.libraries().forEach((library, items) -> {
        journal.write("%s items read back through %s".formatted(items, library));
        witnesses.add("read back: %s (%s items)".formatted(library, items));
      });
      reckoning = reckoning(ledger);
      reckoning.remarks().forEach(journal::write);
    }
  }

  /** Reads what was taken and is not listed: an end may hold what it hides. */
  private long hidden(Ledger ledger, Resurvey resurvey) throws IOException {
    var found = new AtomicLong();
    try (var crew = new Crew()) {
      ledger.eachUnlisted(written -> unchecked(() -> crew.hand(() -> {
        asking(ends.to(), () -> {
          if (resurvey.readUnlisted(written)) {
            found.incrementAndGet();
          }
        });
      })));
      crew.finish();
    } catch (UncheckedIOException stopped) {
      throw stopped.getCause();
    }
    return found.get();
  }

  private Reckoning reckoning(Ledger ledger) throws IOException {
    long apart = ledger.setChangedApart();
    long written = ledger.carried(Transfer.Result.WRITTEN);
    long notWritten = ledger.carried(Transfer.Result.NOT_WRITTEN);
    return new Reckoning(
        ledger.listedItems(Side.SOURCE),
        ledger.listedAgain(Side.SOURCE),
        written + notWritten,
        ledger.carried(Transfer.Result.NOT_READ),
        ledger.carried(Transfer.Result.CHANGED),
        written,
        notWritten,
        ledger.listedItems(Side.DESTINATION),
        ledger.listedAgain(Side.DESTINATION),
        ledger.items(Side.DESTINATION),
        hidden,
        apart);
  }

  private void compare(Ledger ledger) throws IOException {
    setup.progress().stage(Stage.COMPARE, ledger.items(Side.SOURCE), 0);
    losses.alike(ledger.alike());
    ledger.eachDifferent(losses::different);
    losses.complete();
    cases.complete();
    journal.write("%d items compared, %d groups of losses"
        .formatted(losses.fidelity().items(), losses.groups().size()));
  }

  private Judgement judgement() {
    return new Judgement(
        losses.fidelity(),
        losses.groups(),
        timings,
        pricing.of(ends, Stage::isExit),
        pricing.isComplete(ends),
        environment.rates(),
        ends.sourceLine().violations(),
        changes.changes(),
        reckoning.gaps(),
        export == null ? 0 : export.asked());
  }

  private List<Leftover> clear(Ledger ledger) {
    var leftovers = new ArrayList<Leftover>();
    // A drill that stopped before the cut cuts here.
    attempt(Stage.CLEAR, ends.source()::close);
    always(Stage.CLEAR, () -> leftovers.addAll(removes() ? cleared(ledger) : List.of()));
    leftovers.forEach(left -> say(
        "left behind: %s, because %s; %s".formatted(left.what(), left.because(), left.wayOut())));
    return leftovers;
  }

  private List<Leftover> cleared(Ledger ledger) {
    try {
      return ends.destination().clear(each -> eachWritten(ledger, each));
    } catch (RuntimeException | Error failed) {
      return made.stream()
          .map(one -> new Leftover(one.what(), words(failed), one.wayOut()))
          .toList();
    }
  }

  /** An environment that goes with the drill takes everything along; nothing has to be removed one by one. */
  private boolean removes() {
    return !ground.goes() && !setup.keep();
  }

  private List<String> kept() {
    if (!setup.keep()) {
      return List.of();
    }
    if (ground.goes()) {
      return List.of("nothing, although it was asked for: environment '%s' goes with the drill"
          .formatted(environment.name()));
    }
    return made.isEmpty()
        ? List.of("what arrived at '%s'".formatted(ends.to().name()))
        : made.stream()
            .map(one -> "%s at '%s', as asked; remove it with: %s"
                .formatted(one.what(), one.end(), one.wayOut()))
            .toList();
  }

  private void eachWritten(Ledger ledger, BiConsumer<ItemId, String> each) throws IOException {
    ledger.settle();
    ledger.eachWritten(each);
  }

  private Outcome outcome(
      List<GateResult> gates, Verdict verdict, List<Leftover> leftovers, Sampler sampler) {
    return new Outcome(
        id,
        scenario.name(),
        environment.name(),
        started,
        journal.now(),
        verdict,
        gates,
        losses.allowances(),
        losses.fidelity(),
        losses.groups(),
        cases.results(),
        timings,
        sampler.throughput(),
        new Bill(
            pricing.of(ends, Stage::isExit), pricing.of(ends, stage -> true), pricing.basis(ends)),
        pricing.ofRestoring(ends, archives.archived()),
        List.of(source(), destination()),
        Versions.all(),
        notCovered,
        leftovers,
        kept(),
        changes.changes(),
        reckoning,
        references.groups());
  }

  private EndFacts source() {
    return new EndFacts(
        ends.from().name(),
        "source",
        ends.from().live(),
        Ends.address(ends.from()),
        List.of("read: " + ends.source().library()),
        ends.from().capabilities().of(),
        ends.sourceLine().meter().usage());
  }

  private EndFacts destination() {
    var libraries = new ArrayList<String>();
    libraries.add("written: " + ends.destination().library());
    libraries.addAll(witnesses);
    return new EndFacts(
        ends.to().name(),
        "destination",
        ends.to().live(),
        Ends.address(ends.to()),
        libraries,
        ends.to().capabilities().of(),
        ends.destinationLine().meter().usage());
  }

  private interface Piece {
    long work(Item item) throws IOException;
  }

  /** The items of one key are one piece of work: its versions are written one after the other. */
  private void eachWithACrew(
      Ledger ledger, Side side, Function<List<Listed>, List<Item>> named, Piece piece)
      throws IOException {
    var end = side == Side.SOURCE ? ends.from() : ends.to();
    try (var crew = new Crew()) {
      ledger.eachHistory(
          side,
          listed -> unchecked(() -> {
            stopSign.check();
            var items = named.apply(asTheyAre(listed));
            if (!items.isEmpty()) {
              crew.hand(() -> {
                for (var item : items) {
                  asking(
                      end, () -> setup.progress().item(standstill.through(() -> piece.work(item))));
                }
              });
            }
          }));
      crew.finish();
    } catch (UncheckedIOException stopped) {
      throw stopped.getCause();
    }
    stopSign.check();
  }

  private void noteForExport(Item item) {
    if (leaves(item) == Kind.Leaves.AS_EXPORT) {
      forExport.putIfAbsent(item.id(), item);
    }
  }

  private List<Listed> asTheyAre(List<Listed> listed) {
    return listed.stream()
        .filter(one -> leaves(one.item()) == Kind.Leaves.AS_THEY_ARE)
        .toList();
  }

  private Kind.Leaves leaves(Item item) {
    return kinds().named(item.id().kind()).leaves();
  }

  private Kinds kinds() {
    return scenario.selection().kinds();
  }

  private static void unchecked(Work work) {
    try {
      work.run();
    } catch (IOException stopped) {
      throw new UncheckedIOException(stopped);
    }
  }

  /** A listing may be long: it too ends at the next item. */
  private void list(End end, Reader reader, Consumer<Item> seen) throws IOException {
    asking(end, () -> {
      try {
        reader.list(item -> {
          unchecked(stopSign::check);
          seen.accept(item);
        });
      } catch (UncheckedIOException failed) {
        throw failed.getCause();
      }
    });
  }

  /** Whoever reads that a drill broke off wants to know at which end. */
  private void asking(End end, Work work) throws IOException {
    try {
      work.run();
    } catch (StoppedException | SilentEndException saysItself) {
      throw saysItself;
    } catch (ExpiredAtException expired) {
      var whose = expired.side() == Side.SOURCE ? ends.from() : ends.to();
      throw new IOException("end '%s': %s".formatted(whose.name(), words(expired)), expired);
    } catch (IOException failed) {
      throw new IOException("end '%s': %s".formatted(end.name(), words(failed)), failed);
    }
  }

  private void sayListedAgain(Ledger ledger, Side side) throws IOException {
    long again = ledger.listedAgain(side);
    if (again > 0) {
      journal.write("%d items were listed more than once; each counts once".formatted(again));
    }
  }

  private void timed(Stage stage, Work work) throws IOException {
    stopSign.check();
    journal.requireWhole();
    ends.enter(stage);
    journal.enter(stage);
    long begin = setup.nanos().getAsLong();
    var waitedBefore = standstill.waited();
    try {
      work.run();
    } finally {
      // Waiting for a person to renew credentials is no time of an exit.
      var waited = standstill.waited().minus(waitedBefore);
      var took = Duration.ofNanos(setup.nanos().getAsLong() - begin).minus(waited);
      if (!waited.isZero()) {
        var words = "%s stood still for %s, for credentials had expired; that is not in its time"
            .formatted(stage, Durations.brief(waited));
        notCovered.add(words);
        say(words);
      }
      timings = timings.with(stage, took);
      if (stage == Stage.EXPORT) {
        // Looking again is for knowing, not for leaving.
        timings = timings
            .with(Stage.EXPORT, took.minus(lookedAgain))
            .with(Stage.SURVEY, timings.of(Stage.SURVEY).plus(lookedAgain));
      }
      journal.write("took " + Durations.print(took));
    }
  }

  /** What has to happen whatever happens: those who watch cannot keep it from being done. */
  private @Nullable String always(Stage stage, Work work) {
    long begin = setup.nanos().getAsLong();
    ends.enter(stage);
    var untold = attempt(stage, () -> {
      journal.enter(stage);
      setup.progress().stage(stage, 0, 0);
    });
    var undone = attempt(stage, work);
    timings = timings.with(stage, Duration.ofNanos(setup.nanos().getAsLong() - begin));
    return first(untold, undone);
  }

  private @Nullable String attempt(Stage stage, Work work) {
    try {
      work.run();
      return null;
    } catch (IOException | RuntimeException | Error failed) {
      return say("%s could not be finished: %s".formatted(stage, words(failed)));
    }
  }

  private static long size(Item item) {
    return item.value(ObjectTraits.SIZE) instanceof Value.Text size
        ? Long.parseLong(size.text())
        : 0;
  }

  private interface Work {
    void run() throws IOException;
  }
}
