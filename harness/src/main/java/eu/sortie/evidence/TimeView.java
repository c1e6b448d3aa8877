package eu.sortie.evidence;

import eu.sortie.drill.Outcome;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Timings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Time in the report: a bar a stage, one after the other, and what crossed the wires meanwhile. */
record TimeView(
    boolean exited,
    String toExit,
    String toVerify,
    boolean served,
    String toService,
    List<Bar> bars,
    List<String> heldUp,
    boolean sampled,
    String peak,
    String span,
    String mean,
    String area) {

  private static final double WHOLE = 1000;
  private static final double LEAST = 4;
  private static final double HEIGHT = 180;

  /** One stage: where its bar begins and how long it is, in the units of the picture. */
  record Bar(String stage, String meaning, boolean exit, String took, String start, String width) {}

  static TimeView of(Outcome outcome) {
    var timings = outcome.timings();
    var throughput = outcome.throughput();
    double seconds = throughput.interval().toMillis() / 1000.0;
    long peak = throughput.bytes().stream().mapToLong(Long::longValue).max().orElse(0);
    long sum = throughput.bytes().stream().mapToLong(Long::longValue).sum();
    var span = throughput.interval().multipliedBy(throughput.bytes().size());
    boolean sampled = peak > 0 && seconds > 0;
    return new TimeView(
        Words.exited(outcome),
        Durations.brief(timings.toExit()),
        Durations.brief(timings.toVerify()),
        !timings.toService().isZero(),
        Durations.brief(timings.toService()),
        bars(timings),
        HeldUp.sentences(timings),
        sampled,
        sampled ? Bytes.print((long) (peak / seconds)) + "/s" : "",
        Durations.brief(span),
        sampled ? Bytes.print((long) (sum / seconds / throughput.bytes().size())) + "/s" : "",
        sampled ? area(throughput.bytes(), peak) : "");
  }

  private static List<Bar> bars(Timings timings) {
    double all = Math.max(
        1, timings.stages().values().stream().mapToLong(Duration::toNanos).sum());
    var bars = new ArrayList<Bar>();
    double from = 0;
    for (var entry : timings.stages().entrySet()) {
      double share = entry.getValue().toNanos() / all * WHOLE;
      double width = Math.max(LEAST, share);
      bars.add(new Bar(
          entry.getKey().name().toLowerCase(Locale.ROOT),
          meaning(entry.getKey()),
          entry.getKey().isExit(),
          Durations.brief(entry.getValue()),
          number(Math.min(from, WHOLE - width)),
          number(width)));
      from += share;
    }
    return bars;
  }

  private static String meaning(Stage stage) {
    return switch (stage) {
      case SURVEY -> "first inventory";
      case EXPORT -> "all that needs the source";
      case CUT -> "source switched off";
      case RESTORE -> "from the export alone";
      case SERVE -> "until it serves";
      case RESURVEY -> "second inventory";
      case COMPARE -> "losses named";
      case JUDGE -> "gates judged";
      case CLEAR -> "what was created removed";
    };
  }

  /** The path of an area, one step a sample: a slope between samples would show what nobody measured. */
  private static String area(List<Long> bytes, long peak) {
    double step = WHOLE / bytes.size();
    var path = new StringBuilder("M0 " + number(HEIGHT));
    for (int i = 0; i < bytes.size(); i++) {
      path.append(" V").append(number(HEIGHT - (double) bytes.get(i) / peak * HEIGHT));
      path.append(" H").append(number(step * (i + 1)));
    }
    return path.append(" V").append(number(HEIGHT)).append(" Z").toString();
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
