package eu.sortie.evidence;

import eu.sortie.drill.AllowanceUse;
import eu.sortie.drill.CaseResult;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.drill.Verdict;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An outcome as plain text, for a terminal and for the message of a failed test: a passed drill fits a screen. */
public final class Summary {

  private static final int MOST_GROUPS = 8;

  private final Outcome outcome;
  private final Ink ink;
  private final StringBuilder text = new StringBuilder(2048);

  private Summary(Outcome outcome, Ink ink) {
    this.outcome = outcome;
    this.ink = ink;
  }

  /** Renders an outcome without colour. */
  public static String of(Outcome outcome, Path evidence) {
    return of(outcome, evidence, false);
  }

  /** Renders an outcome, in colour where the terminal has some; the words say the same without. */
  public static String of(Outcome outcome, Path evidence, boolean colour) {
    return new Summary(outcome, new Ink(colour)).render(evidence);
  }

  private String render(Path evidence) {
    headline();
    gates();
    text.append('\n');
    arrived();
    losses();
    references();
    translations();
    residues();
    changes();
    cases();
    measured();
    remains();
    line("");
    line("  evidence: " + evidence);
    return text.toString();
  }

  private void headline() {
    var word = outcome.verdict().word().toUpperCase(Locale.ROOT);
    line("%s: %s, %s        (%s)"
        .formatted(
            Visible.text(outcome.scenario()),
            ink.verdict(outcome.verdict(), word),
            Visible.text(Words.grounds(outcome)),
            Words.ends(outcome)));
    text.append('\n');
  }

  /** Passed gates in one line each, the others with what was seen. */
  private void gates() {
    boolean passed = outcome.verdict() instanceof Verdict.Passed;
    long quiet = 0;
    for (var gate : Words.gates(outcome)) {
      if (gate.result() != GateResult.Result.CLEARED) {
        trouble(gate);
      } else if (passed) {
        line("  %s: %s".formatted(Visible.text(gate.gate()), Visible.text(gate.seen())));
      } else {
        quiet++;
      }
    }
    if (quiet > 0) {
      line("  " + Numbers.counted(quiet, "other gate") + " cleared");
    }
  }

  private void trouble(GateResult gate) {
    var mark = gate.result() == GateResult.Result.INCONCLUSIVE ? "  (inconclusive)" : "";
    line("  " + ink.bold(Visible.text(gate.gate())) + mark);
    gate.seen().lines().forEach(seen -> line("    " + Visible.text(seen)));
    gate.examples().forEach(example -> line("      " + Cut.text(Visible.text(example))));
    if (gate.showsLosses()) {
      line("      all of them: " + LossesFile.NAME);
    }
  }

  private void arrived() {
    if (!Words.compared(outcome)) {
      fact("items", "nothing was compared");
      return;
    }
    var fidelity = outcome.fidelity();
    fact(
        "items",
        "%s at the source, %s arrived, %s missing, %s unexpected"
            .formatted(
                Numbers.grouped(fidelity.items()),
                Numbers.grouped(fidelity.arrived()),
                Numbers.grouped(fidelity.missing()),
                Numbers.grouped(fidelity.unexpected())));
    fact("counted", ReckoningView.of(outcome).inWords());
    var unknown = fidelity.traits().entrySet().stream()
        .filter(entry -> entry.getValue().unknown() > 0)
        .map(Summary::unknown)
        .collect(Collectors.joining(", "));
    fact("unknown", unknown);
  }

  private static String unknown(Map.Entry<Trait, Tally> entry) {
    return "%s on %s"
        .formatted(entry.getKey(), Numbers.counted(entry.getValue().unknown(), "item"));
  }

  private void losses() {
    var label = "losses";
    for (var group : outcome.losses().stream().limit(MOST_GROUPS).toList()) {
      fact(label, loss(group));
      label = "";
    }
    int more = outcome.losses().size() - MOST_GROUPS;
    if (more > 0) {
      fact("", "and %s in %s".formatted(Numbers.counted(more, "more group"), LossesFile.NAME));
    }
  }

  private static String loss(LossGroup group) {
    return "%s × %s by the %s, %s, %s"
        .formatted(
            Numbers.grouped(group.losses()),
            Visible.text(Words.what(group)),
            group.cause(),
            Words.foretold(group),
            Visible.text(Words.allowed(group)));
  }

  private void references() {
    bound("bound", outcome.references(), "only mean something at the source: references.csv");
  }

  private void translations() {
    long many = outcome.translations().size();
    if (many > 0) {
      fact(
          "changed",
          "%s on purpose, so that it works there, by %s"
              .formatted(
                  Numbers.counted(many, "field"),
                  outcome.translations().stream()
                      .map(Translated::rule)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
  }

  private void residues() {
    bound(
        "residue",
        outcome.residues(),
        "arrived and only mean something at the source: residues.csv");
  }

  private void bound(String label, List<ReferenceGroup> groups, String what) {
    if (!groups.isEmpty()) {
      var counted = groups.stream()
          .map(group -> "%s × %s".formatted(Numbers.grouped(group.references()), group.sort()))
          .collect(Collectors.joining(", "));
      fact(label, counted + ' ' + what);
    }
  }

  private void changes() {
    var changes = outcome.changes();
    if (changes.all() > 0) {
      fact(
          "meanwhile",
          "%s written, %s overwritten, %s deleted at the source while items left: changes.csv"
              .formatted(
                  Numbers.grouped(changes.written()),
                  Numbers.grouped(changes.overwritten()),
                  Numbers.grouped(changes.deleted())));
    }
  }

  private void cases() {
    if (outcome.cases().isEmpty()) {
      return;
    }
    fact(
        "planted",
        Numbers.counted(outcome.cases().size(), "case") + ": " + CasesView.counts(outcome.cases()));
    outcome.cases().stream()
        .filter(found -> found.fate() == CaseResult.Fate.LOST_BY_SURPRISE)
        .forEach(found -> fact(
            "",
            "surprise %s %s: %s"
                .formatted(
                    found.id(),
                    Visible.text(found.what()),
                    Cut.text(Visible.text(found.detail())))));
  }

  private void measured() {
    var timings = outcome.timings();
    var halves = "(export %s, restore %s)"
        .formatted(
            Durations.brief(timings.of(Stage.EXPORT)), Durations.brief(timings.of(Stage.RESTORE)));
    fact(
        "time",
        Words.exited(outcome)
            ? "to exit %s %s, to verify %s"
                .formatted(
                    Durations.brief(timings.toExit()), halves, Durations.brief(timings.toVerify()))
            : "the exit did not end " + halves);
    if (!timings.toService().isZero()) {
      fact(
          "",
          "to service %s (restore %s, serve %s)"
              .formatted(
                  Durations.brief(timings.toService()),
                  Durations.brief(timings.of(Stage.RESTORE)),
                  Durations.brief(timings.of(Stage.SERVE))));
    }
    fact("held up", HeldUp.inWords(timings));
    var bill = outcome.bill();
    fact(
        "cost",
        Words.priced(outcome)
            ? "to exit %s, whole drill %s: this drill's own, at list price%s"
                .formatted(
                    Words.totals(bill.toExit()), Words.totals(bill.whole()), Words.lacking(bill))
            : "not known: no price list was given");
    facts("archived", RestoringView.of(outcome).inWords());
    facts("resumed", outcome.interruptions().stream().map(Words::interruption).toList());
  }

  private void remains() {
    facts("unused", Words.unused(outcome).stream().map(AllowanceUse::words).toList());
    facts("kept", outcome.kept());
    facts(
        "left",
        outcome.leftovers().stream()
            .map(left -> "%s, because %s. To remove: %s"
                .formatted(left.what(), left.because(), left.wayOut()))
            .toList());
    if (Words.anyEmulated(outcome)) {
      fact("proves", "the tooling only: an end was emulated");
    }
  }

  private void facts(String label, List<String> facts) {
    var once = label;
    for (var fact : facts) {
      fact(once, Visible.text(fact));
      once = "";
    }
  }

  private void fact(String label, String fact) {
    if (!fact.isEmpty()) {
      line("  %-9s %s".formatted(label, fact));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
