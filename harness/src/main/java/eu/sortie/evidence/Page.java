package eu.sortie.evidence;

import eu.sortie.drill.Changes;
import eu.sortie.drill.EndFacts;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.measure.Durations;
import eu.sortie.spi.Leftover;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the report says, sentence by sentence, before it is laid out. */
record Page(
    String proves,
    String verdict,
    String grounds,
    String scenario,
    String when,
    String took,
    String environment,
    String id,
    boolean compared,
    List<Figure> figures,
    List<GateView> gates,
    List<Pair> unusedAllowances,
    List<LossView> losses,
    CasesView cases,
    FidelityView fidelity,
    TimeView time,
    CostView cost,
    RestoringView restoring,
    List<EndView> ends,
    List<Pair> versions,
    List<String> notCovered,
    List<Leftover> leftovers,
    List<String> kept,
    ReckoningView reckoning,
    Changes changes,
    List<ReferenceGroup> references,
    List<Translated> translations,
    List<ReferenceGroup> residues,
    List<String> interruptions) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
          "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  /** A name and what belongs to it. */
  record Pair(String name, String text) {}

  boolean lossy() {
    return !losses.isEmpty();
  }

  boolean anyUnused() {
    return !unusedAllowances.isEmpty();
  }

  boolean anyLeft() {
    return !leftovers.isEmpty();
  }

  boolean anyKept() {
    return !kept.isEmpty();
  }

  boolean changed() {
    return changes.all() > 0;
  }

  boolean bound() {
    return !references.isEmpty();
  }

  boolean anyTranslated() {
    return !translations.isEmpty();
  }

  boolean anyResidue() {
    return !residues.isEmpty();
  }

  boolean resumed() {
    return !interruptions.isEmpty();
  }

  static Page of(Outcome outcome) {
    return new Page(
        proves(outcome),
        outcome.verdict().word(),
        Words.grounds(outcome),
        outcome.scenario(),
        minute(outcome.started()),
        Durations.brief(Duration.between(outcome.started(), outcome.ended())),
        outcome.environment(),
        outcome.id(),
        Words.compared(outcome),
        Figure.of(outcome),
        Words.gates(outcome).stream().map(GateView::of).toList(),
        Words.unused(outcome).stream()
            .map(use -> new Pair(use.words(), use.because()))
            .toList(),
        LossView.of(outcome.losses()),
        CasesView.of(outcome.cases()),
        FidelityView.of(outcome.fidelity()),
        TimeView.of(outcome),
        CostView.of(outcome),
        RestoringView.of(outcome),
        outcome.ends().stream().map(EndView::of).toList(),
        outcome.versions().entrySet().stream()
            .map(version -> new Pair(version.getKey(), version.getValue()))
            .toList(),
        outcome.notCovered(),
        outcome.leftovers(),
        outcome.kept(),
        ReckoningView.of(outcome),
        outcome.changes(),
        outcome.references(),
        outcome.translations(),
        outcome.residues(),
        outcome.interruptions().stream().map(Words::interruption).toList());
  }

  private static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** The first line of every report: which end was emulated. */
  private static String proves(Outcome outcome) {
    if (outcome.ends().isEmpty()) {
      return "No end was reached: this proves nothing yet.";
    }
    var ends = outcome.ends().stream().map(Page::end).collect(Collectors.joining(", "));
    var sentence = ends.substring(0, 1).toUpperCase(Locale.ROOT) + ends.substring(1);
    return Words.anyEmulated(outcome)
        ? sentence + ": this proves the tooling only."
        : sentence + ".";
  }

  private static String end(EndFacts end) {
    return "%s %s (%s at %s)"
        .formatted(end.role(), Words.emulatedOrLive(end), end.name(), end.address());
  }
}
