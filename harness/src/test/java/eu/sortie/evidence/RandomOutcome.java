package eu.sortie.evidence;

import eu.sortie.drill.AllowanceUse;
import eu.sortie.drill.Bill;
import eu.sortie.drill.Breach;
import eu.sortie.drill.CaseResult;
import eu.sortie.drill.Changes;
import eu.sortie.drill.EndFacts;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.Interruption;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Reckoning;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.drill.Verdict;
import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Change;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Archived;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Effort;
import eu.sortie.measure.Money;
import eu.sortie.measure.Restoring;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Throughput;
import eu.sortie.measure.Timings;
import eu.sortie.measure.Traffic;
import eu.sortie.measure.Usage;
import eu.sortie.spi.Leftover;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes outcomes that no drill would give, out of texts that keys are really made of. */
record RandomOutcome(Random random) {

  private static final List<String> PIECES = List.of(
      "",
      "a",
      "é",
      "e\u0301",
      "\"",
      "\\",
      "\n",
      "\u0000",
      "\u202E",
      "\uD83D\uDE00",
      "\uD800",
      "\uDC00",
      "<script>",
      "&amp;",
      "=1+1",
      "\uFFFF",
      "\u2028",
      "{{",
      "}}",
      " ",
      "日本",
      "]]>",
      "\u007F");

  Outcome next() {
    return new Outcome(
        text(),
        text(),
        text(),
        instant(),
        instant(),
        verdict(),
        list(() -> new GateResult(
            text(), any(GateResult.Result.values()), text(), text(), list(this::text))),
        list(() -> new AllowanceUse(text(), text(), count())),
        new Fidelity(count(), count(), count(), count(), traits()),
        list(() -> new LossGroup(
            text(),
            any(Change.values()).toString(),
            any(Cause.values()).toString(),
            text(),
            random.nextBoolean(),
            text(),
            count(),
            list(this::text))),
        list(() -> new CaseResult(text(), text(), any(CaseResult.Fate.values()), text())),
        new Timings(stages(this::duration), stages(this::effort)),
        new Throughput(duration().plusNanos(1), list(this::count)),
        new Bill(cost(), cost(), list(this::text), list(this::text)),
        new Restoring(list(this::archived), cost()),
        list(() -> new EndFacts(
            text(),
            any("source", "destination"),
            random.nextBoolean(),
            text(),
            list(this::text),
            text(),
            new Usage(stages(this::operations)))),
        map(this::text),
        list(this::text),
        list(() -> new Leftover(text(), text(), text())),
        list(this::text),
        new Changes(count(), count(), count(), list(this::text)),
        new Reckoning(
            count(), count(), count(), count(), count(), count(), count(), count(), count(),
            count(), count(), count()),
        list(() -> new ReferenceGroup(text(), count(), list(this::text))),
        list(() -> new Translated(text(), text(), text(), text(), text(), text(), text())),
        list(() -> new ReferenceGroup(text(), count(), list(this::text))),
        list(() -> new Interruption(any(Stage.values()), instant(), instant())));
  }

  String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private Verdict verdict() {
    return switch (random.nextInt(3)) {
      case 0 -> new Verdict.Passed();
      case 1 -> new Verdict.Failed(list(() -> new Breach(text(), text())));
      default -> new Verdict.Inconclusive(text());
    };
  }

  private SortedMap<Trait, Tally> traits() {
    var traits = new TreeMap<Trait, Tally>();
    list(this::text)
        .forEach(name -> traits.put(
            new Trait(name, random.nextBoolean()),
            new Tally(count(), count(), count(), count(), count())));
    return traits;
  }

  private SortedMap<String, Traffic> operations() {
    return map(() -> new Traffic(count(), count(), count()));
  }

  private Cost cost() {
    return new Cost(list(() -> new Cost.Line(
        text(),
        text(),
        text(),
        decimal(),
        text(),
        new Money(decimal(), Money.currency(any("EUR", "USD", "JPY"))),
        random.nextBoolean())));
  }

  private Restoring.OfClass archived() {
    return new Restoring.OfClass(
        text(),
        new Archived(count(), count(), count()),
        text(),
        random.nextBoolean() ? null : duration(),
        text());
  }

  private BigDecimal decimal() {
    return new BigDecimal(BigInteger.valueOf(random.nextLong()), random.nextInt(24) - 4);
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private Effort effort() {
    return new Effort(duration(), duration(), duration(), duration(), random.nextInt(102) - 1);
  }

  private Duration duration() {
    return Duration.ofSeconds(random.nextInt(1_000_000), random.nextInt(1_000_000_000));
  }

  private long count() {
    return random.nextLong() >>> (1 + random.nextInt(60));
  }

  private <T> Map<Stage, T> stages(Supplier<T> value) {
    var stages = new EnumMap<Stage, T>(Stage.class);
    Stream.of(Stage.values())
        .filter(any -> random.nextBoolean())
        .forEach(stage -> stages.put(stage, value.get()));
    return stages;
  }

  private <T> SortedMap<String, T> map(Supplier<T> value) {
    var map = new TreeMap<String, T>();
    list(this::text).forEach(name -> map.put(name, value.get()));
    return map;
  }

  private <T> List<T> list(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
