package eu.sortie.evidence;

import eu.sortie.drill.Outcome;
import eu.sortie.evidence.Difference.Direction;
import eu.sortie.evidence.Difference.Step;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Throughput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The part of a difference that is about time and money.
 *
 * <p>Two runs of the same thing never take the same time, so a time that differs by less than a tenth or by less than a second is
 * called the same.
 */
final class MeasureSteps {

  private static final double NOISE = 0.10;
  private static final Duration NOISE_OF_A_CLOCK = Duration.ofSeconds(1);

  private MeasureSteps() {}

  static void add(Outcome older, Outcome newer, List<Step> steps) {
    if (Words.exited(older) && Words.exited(newer)) {
      exit(older, newer, steps);
    }
    if (Words.compared(older) && Words.compared(newer)) {
      steps.add(
          time("time to verify", older.timings().toVerify(), newer.timings().toVerify()));
    }
    throughput(older.throughput(), newer.throughput(), steps);
  }

  private static void exit(Outcome older, Outcome newer, List<Step> steps) {
    var was = older.timings();
    var is = newer.timings();
    steps.add(time("time to exit", was.toExit(), is.toExit()));
    steps.add(time("export", was.of(Stage.EXPORT), is.of(Stage.EXPORT)));
    steps.add(time("restore", was.of(Stage.RESTORE), is.of(Stage.RESTORE)));
    cost("cost to exit", older.bill().toExit(), newer.bill().toExit(), steps);
    cost("cost of the whole drill", older.bill().whole(), newer.bill().whole(), steps);
  }

  private static Step time(String what, Duration was, Duration is) {
    boolean same =
        was.minus(is).abs().compareTo(NOISE_OF_A_CLOCK) < 0 || isNoise(seconds(was), seconds(is));
    return new Step(
        same ? Direction.SAME : is.compareTo(was) > 0 ? Direction.SLOWER : Direction.FASTER,
        what,
        Durations.brief(was),
        Durations.brief(is) + ratio(seconds(was), seconds(is)));
  }

  private static void throughput(Throughput before, Throughput after, List<Step> steps) {
    double was = perSecond(before);
    double is = perSecond(after);
    if (was == 0 || is == 0) {
      return;
    }
    steps.add(new Step(
        isNoise(was, is) ? Direction.SAME : is > was ? Direction.FASTER : Direction.SLOWER,
        "throughput",
        Bytes.print((long) was) + "/s",
        Bytes.print((long) is) + "/s" + ratio(was, is)));
  }

  private static double perSecond(Throughput throughput) {
    double seconds = throughput.interval().toMillis() * throughput.bytes().size() / 1000.0;
    return seconds == 0
        ? 0
        : throughput.bytes().stream().mapToLong(Long::longValue).sum() / seconds;
  }

  /** Currency by currency: two currencies have no order without a rate. */
  private static void cost(String what, Cost before, Cost after, List<Step> steps) {
    for (var was : before.totals()) {
      after.totals().stream()
          .filter(is -> is.currency().equals(was.currency()))
          .forEach(is -> steps.add(money(what, was, is)));
    }
  }

  private static Step money(String what, Money was, Money is) {
    // Usage is counted, not clocked: what prints alike is the same, and nothing else is.
    boolean same = was.toString().equals(is.toString());
    return new Step(
        same ? Direction.SAME : is.exceeds(was) ? Direction.DEARER : Direction.CHEAPER,
        "%s in %s".formatted(what, is.currency()),
        was.toString(),
        is + ratio(was.amount().doubleValue(), is.amount().doubleValue()));
  }

  private static double seconds(Duration duration) {
    return (double) duration.toMillis() / 1000;
  }

  private static boolean isNoise(double was, double is) {
    return Math.abs(is - was) < NOISE * was || was == is;
  }

  private static String ratio(double was, double is) {
    return was == 0 ? "" : String.format(Locale.ROOT, " (× %.2f)", is / was);
  }
}
