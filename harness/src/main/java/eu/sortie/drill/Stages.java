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
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Created;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final Checkpoint from;
  private final Standstill standstill;

  private final LossBook losses;
  private final List<String> witnesses = new ArrayList<>();
  private final List<Created> made = new ArrayList<>();
  private final ChangeBook changes;
  private final ReferenceBook references;
  private final ArchiveBook archives = new ArchiveBook();
  private final Signs signs;
  private final ReferenceBook residues;
  private final Drift drift;
  private final List<String> unlisted = new ArrayList<>();
  private long bytesListed;
  private boolean versioned;

  /** What one end listed of the kinds that leave as an export: a handful, so that nobody looks for it among millions. */
  private final Map<ItemId, Item> forExport = new LinkedHashMap<>();

  private @Nullable Bookmark bookmark;
  private @Nullable Export export;
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
      Checkpoint from) {
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
    this.from = from;
    this.losses = new LossBook(scenario, ends.to().capabilities(), cases, chronicle);
    this.changes = new ChangeBook(chronicle);
    this.references = new ReferenceBook(chronicle::reference);
    this.residues = new ReferenceBook(chronicle::residue);
    this.signs = Signs.of(scenario);
    this.drift = Drift.of(scenario);
    this.manners = new MannersOfEnds(ends, this::say);
    this.standstill = new Standstill(
        setup.limits().patience(), setup.limits().probe(), stopSign, setup.nanos(), words -> {
          say(words);
          setup.progress().standsStill(words);
        });
  }

  /**
   * Runs all stages that have not ended yet.
   *
   * @throws IOException where the ledger cannot be laid out, before anything moves; or where a drill cannot be gone on with
   */
  Outcome run() throws IOException {
    manners.sayHowTheyAreSet();
    var outcome = outcome();
    journal.write("verdict: " + outcome.verdict().word());
    journal.requireWhole();
    chronicle.outcome(outcome);
    return outcome;
  }

  /** The ledger is closed before the evidence is sealed: what stays of it are the two inventories. */
  private Outcome outcome() throws IOException {
    var ledger = ledger();
    try (var bookmark =
        new Bookmark(from, ends, ledger, chronicle, journal, setup.nanos(), standstill::waited)) {
      this.bookmark = bookmark;
      recall(ledger);
      bookmark.note();
      bookmark.start();
      return outcome(ledger);
    } finally {
      close(ledger);
    }
  }

  private Outcome outcome(Ledger ledger) {
    var unproven = first(proveExit(ledger), writeInventories(ledger));
    var gates = new ArrayList<GateResult>();
    var unjudged = always(Stage.JUDGE, () -> gates.addAll(judgement().judge(scenario)));
    var verdict = verdict(gates, first(unproven, unjudged));
    var leftovers = clear(ledger);
    manners.sayWhatWasFound();
    return outcome(gates, verdict, leftovers);
  }

  private void close(Ledger ledger) {
    try {
      ledger.close();
    } catch (IOException | RuntimeException failed) {
      say("the ledger could not be closed: " + words(failed));
    }
  }

  private Ledger ledger() throws IOException {
    var folder = chronicle.folder();
    return from.begun().isResumed()
        ? Ledger.reopen(folder, kinds(), scenario.compared())
        : Ledger.create(folder, kinds(), scenario.compared());
  }

  private Bookmark bookmark() {
    return Objects.requireNonNull(bookmark);
  }

  /** What the stages that ended left in memory is read from the ledger once more. */
  private void recall(Ledger ledger) throws IOException {
    if (!from.begun().isResumed()) {
      return;
    }
    var last = from.begun().interruptions().get(from.begun().interruptions().size() - 1);
    journal.write("resumed after %s: it was last seen alive in %s, at %s"
        .formatted(Durations.print(last.stoodStill()), last.stage(), last.died()));
    bookmark()
        .notCovered(
            "The drill died in %s and was resumed: what it sent, received and took in the second or so between its last note, at %s, and its death is not counted."
                .formatted(last.stage(), last.died()));
    ledger.rewind(from.stage(), from.destinationListed());
    made.addAll(from.begun().created());
    if (bookmark().isPast(Stage.SURVEY)) {
      ledger.eachListed(Side.SOURCE, this::noteListed);
    }
    if (bookmark().isPast(Stage.EXPORT)) {
      recallExport(ledger);
    } else {
      ends.source().preflight();
    }
    if (bookmark().isPast(Stage.CUT)) {
      ends.source().close();
    }
    if (bookmark().isPast(Stage.RESURVEY)) {
      reckon(ledger);
    }
    if (from.stage().compareTo(Stage.RESURVEY) >= 0) {
      residues.missedSome();
    }
    asking(ends.to(), () -> ends.destination().goOnFrom(new Died(from, ledger)));
  }

  private void recallExport(Ledger ledger) throws IOException {
    var taken = new Export(chronicle.folder(), ledger, kinds(), references);
    export = taken;
    recallLeft(
        ledger, item -> taken.recall(Objects.requireNonNull(forExport.get(item.id())), item));
    ledger.eachChange(changes::book);
    bookmark().exportChanged().forEach(changes::book);
  }

  /** What left before the drill died is looked at as if it left now. */
  private void recallLeft(Ledger ledger, Consumer<Item> exported) throws IOException {
    ledger.eachSeen(Side.SOURCE, item -> {
      if (leaves(item).isExport()) {
        exported.accept(item);
      } else {
        noteLeft(item);
      }
    });
  }

  private void noteLeft(Item item) {
    references.look(item);
    archives.look(item);
  }

  /** Runs the stages up to the comparison; gives what made it impossible, null where nothing did. */
  private @Nullable String proveExit(Ledger ledger) {
    try {
      timed(Stage.SURVEY, () -> survey(ledger));
      timed(Stage.EXPORT, () -> export(ledger));
      timed(Stage.CUT, this::cut);
      timed(Stage.RESTORE, () -> restore(ledger));
      if (signs.asked().isEmpty()) {
        // Whoever goes on with this drill must not find that it has to go on here.
        bookmark().end(Stage.SERVE);
      } else {
        timed(Stage.SERVE, this::serve);
      }
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
      bookmark().notCovered("The drill did not come to its end: " + problem);
      return verdict;
    }
    return new Verdict.Inconclusive(problem);
  }

  private void survey(Ledger ledger) throws IOException {
    setup.progress().stage(Stage.SURVEY, 0, 0);
    list(ends.from(), ends.source(), item -> {
      ledger.listed(Side.SOURCE, item);
      noteListed(item);
      setup.progress().item(0);
    });
    ledger.settle();
    ends.source().notCovered().forEach(bookmark()::notCovered);
    unlisted.addAll(ends.source().unlisted());
    journal.write(
        "%d items of %d bytes listed".formatted(ledger.listedItems(Side.SOURCE), bytesListed));
    sayListedAgain(ledger, Side.SOURCE);
    record();
  }

  /** How it runs at the source can only be seen while that is there. */
  private void record() throws IOException {
    for (var gate : signs.askedOfTheSource()) {
      asking(ends.from(), () -> {
        var recorded = ends.source().record(gate);
        signs.recorded(gate, recorded);
        journal.write("%s; at the source: %s".formatted(gate.words(), recorded.words()));
      });
    }
  }

  private void noteListed(Item item) {
    noteForExport(item);
    cases.listed(item.id());
    versioned |= !item.id().version().isEmpty();
    bytesListed += size(item);
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
    bookmark().note();
    if (from.begun().isResumed()) {
      // The exports were taken anew just now, and looked at.
      recallLeft(ledger, again -> {});
    }
    setup.progress().stage(Stage.EXPORT, ledger.listedItems(Side.SOURCE), bytesListed);
    var carrying = new Carrying(
        ends.source(), ends.destination(), ledger, kinds(), Pause.of(stopSign), this::noteLeft);
    for (var round : Round.of(versioned)) {
      eachWithACrew(ledger, Side.SOURCE, listed -> round.of(History.left(listed)), carrying::carry);
      ledger.settle();
    }
    carrying.over();
    lookAgain(ledger, taken);
  }

  /** Whoever writes while we read is noticed here, and what was overwritten or deleted is compared with nothing. */
  private void lookAgain(Ledger ledger, Export taken) throws IOException {
    ends.enter(Stage.SURVEY);
    // Looking again is for knowing, not for leaving.
    var before = bookmark().timings().of(Stage.SURVEY);
    bookmark().lap(Stage.SURVEY);
    list(ends.from(), ends.source(), ledger::listedLater);
    ledger.settle();
    ledger.eachChange(changes::book);
    asking(
        ends.from(),
        () -> taken.lookAgain(ends.source(), scenario.compared(), change -> {
          changes.book(change);
          bookmark().exportChanged(change);
        }));
    bookmark().lap(Stage.EXPORT);
    journal.write("the source was looked at again in %s: %d items changed while others left"
        .formatted(
            Durations.print(bookmark().timings().of(Stage.SURVEY).minus(before)),
            changes.changes().all()));
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
    asking(ends.to(), () -> taken.bringBack(ends.destination()));
    losses.translated(taken.translations());
    ends.destination().notCovered().forEach(bookmark()::notCovered);
    ledger.settle();
    journal.write("%d items were brought back from the export; %s"
        .formatted(
            taken.items().size(),
            taken.items().size() == ledger.listedItems(Side.SOURCE)
                ? "nothing else had to be"
                : "the others went straight to their place"));
  }

  /** Whether what was brought back does its work, without the source. */
  private void serve() throws IOException {
    setup.progress().stage(Stage.SERVE, signs.asked().size(), 0);
    for (var gate : signs.asked()) {
      asking(ends.to(), () -> signs.saw(gate, look(gate)));
      journal.write("%s: %s".formatted(gate.words(), signs.of(gate).seen()));
      setup.progress().item(0);
    }
  }

  private Sign look(Gate.Alive gate) throws IOException {
    var recorded = signs.recording(gate);
    return recorded.because().isPresent()
        ? Sign.unknown("how it was at the source is not known: " + recorded.words())
        : ends.destination().look(gate, recorded, stopSign::checkFor);
  }

  /** Looks for residues only where a gate asks for them: every text of an estate is a lot to look through. */
  private Consumer<Item> residues() {
    return scenario.expect().stream().anyMatch(Gate.NoResidue.class::isInstance)
        ? residues::look
        : arrived -> {};
  }

  private void resurvey(Ledger ledger) throws IOException {
    try (Reader witness = ends.destination().witness()) {
      setup.progress().stage(Stage.RESURVEY, ledger.items(Side.SOURCE), bytesListed);
      listDestination(ledger, witness);
      sayListedAgain(ledger, Side.DESTINATION);
      var arrived = residues().andThen(this::noteForDrift);
      var resurvey = new Resurvey(witness, ledger, kinds(), Pause.of(stopSign), arrived);
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
      bookmark().hidden(hidden(ledger, resurvey));
      ledger.settle();
      reckon(ledger);
      witnesses.forEach(journal::write);
      reckoning.remarks().forEach(journal::write);
      lookForDrift(witness);
    }
  }

  /** What leaves as an export is a handful; of objects nobody asks whether they stay. */
  private void noteForDrift(Item read) {
    var listed = forExport.get(read.id());
    if (listed != null) {
      drift.note(listed, read);
    }
  }

  /** Waiting for something to happen is in no time of the exit. */
  private void lookForDrift(Reader witness) throws IOException {
    var after = drift.after();
    if (after.isPresent()) {
      bookmark().lap(null);
      stopSign.checkFor(after.get());
      bookmark().lap(Stage.RESURVEY);
      asking(ends.to(), () -> drift.look(witness));
    }
  }

  private void reckon(Ledger ledger) throws IOException {
    ledger
        .libraries(Side.DESTINATION)
        .forEach((library, items) ->
            witnesses.add("read back: %s (%s items)".formatted(library, items)));
    reckoning = reckoning(ledger);
  }

  /** A listing that had ended when the drill died is not asked for again. */
  private void listDestination(Ledger ledger, Reader witness) throws IOException {
    forExport.clear();
    if (bookmark().isDestinationListed()) {
      ledger.eachListed(Side.DESTINATION, this::noteForExport);
      return;
    }
    list(ends.to(), witness, item -> {
      ledger.listed(Side.DESTINATION, item);
      noteForExport(item);
    });
    ledger.settle();
    bookmark().destinationListed();
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
        bookmark().hidden(),
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
        bookmark().timings(),
        pricing.of(ends, Stage::isExit),
        pricing.isComplete(ends),
        environment.rates(),
        ends.sourceLine().violations(),
        changes.changes(),
        Stream.concat(reckoning.gaps().stream(), unlisted.stream()).toList(),
        export == null ? 0 : export.frames(),
        signs,
        residues,
        drift);
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

  private Outcome outcome(List<GateResult> gates, Verdict verdict, List<Leftover> leftovers) {
    return new Outcome(
        from.begun().drill(),
        scenario.name(),
        environment.name(),
        from.begun().started(),
        journal.now(),
        verdict,
        gates,
        losses.allowances(),
        losses.fidelity(),
        losses.groups(),
        cases.results(),
        bookmark().watchedTimings(),
        bookmark().sampler().throughput(),
        pricing.bill(ends),
        pricing.ofRestoring(ends, archives.archived()),
        List.of(source(), destination()),
        Versions.all(),
        bookmark().notCovered(),
        leftovers,
        kept(),
        changes.changes(),
        reckoning,
        references.groups(),
        losses.translations(),
        residues.groups(),
        from.begun().interruptions());
  }

  private EndFacts source() {
    return new EndFacts(
        ends.from().name(),
        "source",
        ends.from().live(),
        // As it was when the drill began: after the cut nobody may be left to ask.
        from.begun().from(),
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
        from.begun().to(),
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
    var pace = Pace.of(bookmark().watch(), ends.meters());
    try (var crew = new Crew(pace)) {
      ledger.eachHistory(
          side,
          (listed, done) -> unchecked(() -> {
            stopSign.check();
            var items = left(named.apply(asTheyAre(listed)), done);
            if (!items.isEmpty()) {
              crew.hand(() -> {
                for (var item : items) {
                  asking(end, () -> {
                    long bytes = standstill.through(() -> piece.work(item));
                    pace.done(bytes);
                    setup.progress().item(bytes);
                  });
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

  /** What was done before the drill died is not done again. */
  private List<Item> left(List<Item> items, Set<ItemId> done) {
    return done.isEmpty()
        ? items
        : items.stream().filter(item -> !isDone(item, done)).toList();
  }

  private boolean isDone(Item item, Set<ItemId> done) {
    boolean isDone = done.contains(item.id());
    if (isDone) {
      setup.progress().item(size(item));
    }
    return isDone;
  }

  private void noteForExport(Item item) {
    if (leaves(item).isExport()) {
      forExport.putIfAbsent(item.id(), item);
    }
  }

  private List<Listed> asTheyAre(List<Listed> listed) {
    return listed.stream().filter(one -> !leaves(one.item()).isExport()).toList();
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
    if (bookmark().isPast(stage)) {
      return;
    }
    stopSign.check();
    journal.requireWhole();
    ends.enter(stage);
    journal.enter(stage);
    bookmark().begin(stage);
    var waitedBefore = standstill.waited();
    bookmark().lap(stage);
    try {
      work.run();
      bookmark().lap(null);
      if (stage.compareTo(Stage.COMPARE) < 0) {
        bookmark().end(stage);
      }
    } finally {
      bookmark().lap(null);
      sayWaited(stage, standstill.waited().minus(waitedBefore));
      journal.write("took " + Durations.print(bookmark().timings().of(stage)));
    }
  }

  /** Waiting for a person to renew credentials is no time of an exit. */
  private void sayWaited(Stage stage, Duration waited) {
    if (!waited.isZero()) {
      var words = "%s stood still for %s, for credentials had expired; that is not in its time"
          .formatted(stage, Durations.brief(waited));
      bookmark().notCovered(words);
      say(words);
    }
  }

  /** What has to happen whatever happens: those who watch cannot keep it from being done. */
  private @Nullable String always(Stage stage, Work work) {
    ends.enter(stage);
    var unnoted = attempt(stage, () -> bookmark().begin(stage));
    bookmark().lap(stage);
    var untold = attempt(stage, () -> {
      journal.enter(stage);
      setup.progress().stage(stage, 0, 0);
    });
    var undone = attempt(stage, work);
    bookmark().lap(null);
    return first(unnoted, first(untold, undone));
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
