package eu.sortie.scenario;

import eu.sortie.inventory.Trait;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A bar the exit must clear; says itself in the words of the scenario. */
public sealed interface Gate {

  /** Begins a gate on what arrives. */
  static EveryItem everyItem() {
    return new EveryItem();
  }

  /** Begins a gate on EXPORT and RESTORE together. */
  static TimeToExitBar timeToExit() {
    return new TimeToExitBar();
  }

  /** Begins a gate on what EXPORT and RESTORE cost at both ends, at list price. */
  static CostToExitBar costToExit() {
    return new CostToExitBar();
  }

  /** Begins a gate on the workloads that arrived. */
  static WorkloadsBar workloadsReady() {
    return new WorkloadsBar();
  }

  /** Begins a gate on what a service answers where it arrived. */
  static Answers answers(String service, String path) {
    return new Answers(service, path, 200, "");
  }

  /** Begins a gate on what a service answers where it arrived, held against what it answered at the source before the cut. */
  static AnswersAlike answersAlike(String service, String path) {
    return new AnswersAlike(service, path, List.of(), AnswersAlike.Body.BYTES);
  }

  /** Begins a gate on the probes of the workloads that arrived, held against those at the source before the cut. */
  static ProbesBar probesEqual() {
    return new ProbesBar();
  }

  /** Begins a gate on a job that arrived. */
  static JobBar job(String name) {
    return new JobBar(name, false);
  }

  /** Begins a gate on a job made from the template of a cron job that arrived. */
  static JobBar jobOfCronJob(String name) {
    return new JobBar(name, true);
  }

  /** Begins a gate on what was brought back and does not stay as it is. */
  static DriftBar noDrift() {
    return new DriftBar();
  }

  /** Nothing that arrived still names what only means something at the source. */
  static Gate noResidueOfTheSource() {
    return new NoResidue();
  }

  /** What must hold, in words; what is behind the colon in YAML is behind it here. */
  String words();

  /** Every item arrives, with these traits as they were. */
  record Keeps(List<Trait> traits) implements Gate {
    public Keeps {
      traits = List.copyOf(traits);
      if (traits.isEmpty()) {
        throw new Misuse("every item keeps: no trait is named, expected at least one");
      }
    }

    @Override
    public String words() {
      return "every item keeps "
          + traits.stream().map(Trait::name).collect(Collectors.joining(", "));
    }
  }

  /** The exit takes no longer than this. */
  record TimeToExit(Duration most) implements Gate {
    @Override
    public String words() {
      return "time to exit at most " + Durations.print(most);
    }
  }

  /** The exit costs no more than this. */
  record CostToExit(Money most) implements Gate {
    @Override
    public String words() {
      return "cost to exit at most " + most;
    }
  }

  /** A gate on what runs where it arrived, after everything was brought back and without the source. */
  sealed interface Alive extends Gate permits WorkloadsReady, Answers, JobCompletes, Alike {}

  /** A gate on what runs where it arrived, held against how it ran at the source, which is looked at before the cut. */
  sealed interface Alike extends Alive permits AnswersAlike, ProbesEqual {}

  /** Every workload that arrived is ready no later than this after it was brought back. */
  record WorkloadsReady(Duration within) implements Alive {
    @Override
    public String words() {
      return "workloads ready within " + Durations.print(within);
    }
  }

  /**
   * A service answers.
   *
   * @param service its name, with the port behind a colon where it has more than one
   * @param path what it is asked for
   * @param status the status that is expected
   * @param contains what stands in the body; empty for anything
   */
  record Answers(String service, String path, int status, String contains) implements Alive {

    public Answers {
      requireAddress("answers", service, path);
      if (status < 100 || status > 599) {
        throw new Misuse(
            "answers: expected a status of HTTP, 100 to 599, saw %d".formatted(status));
      }
    }

    /** The same with another status. */
    public Answers status(int expected) {
      return new Answers(service, path, expected, contains);
    }

    /** The same with what has to stand in the body. */
    public Answers bodyContains(String text) {
      return new Answers(service, path, status, text);
    }

    @Override
    public String words() {
      return "answers %s%s with %d%s"
          .formatted(service, path, status, contains.isEmpty() ? "" : " and '" + contains + "'");
    }
  }

  private static void requireAddress(String gate, String service, String path) {
    if (service.isBlank() || !path.startsWith("/")) {
      throw new Misuse(
          "%s: expected the name of a service and a path that begins with '/', saw '%s' and '%s'"
              .formatted(gate, service, path));
    }
  }

  /**
   * A service answers as it did at the source, where it was asked the same before the cut: with the same status, the same headers of those
   * that are named, and the same body. It is asked with GET, since a source is only read.
   *
   * @param service its name, with the port behind a colon where it has more than one
   * @param path what it is asked for
   * @param headers which of the answer's headers are compared; none unless named, for most say who answered and when
   * @param body how bodies are compared
   */
  record AnswersAlike(String service, String path, List<String> headers, Body body)
      implements Alike {

    /** How bodies are compared. */
    public enum Body {
      /** Byte by byte. */
      BYTES,
      /** By what they say as JSON: the order of keys and the white space say nothing. */
      JSON,
      /** Not at all. */
      ANY
    }

    public AnswersAlike {
      requireAddress("answers alike", service, path);
      headers = List.copyOf(headers);
      if (headers.stream().anyMatch(String::isBlank)) {
        throw new Misuse("answers alike: expected names of headers, saw an empty one");
      }
    }

    /** The same with headers that are compared. */
    public AnswersAlike headers(String... names) {
      return new AnswersAlike(service, path, List.of(names), body);
    }

    /** The same with bodies compared in another way. */
    public AnswersAlike body(Body by) {
      return new AnswersAlike(service, path, headers, by);
    }

    @Override
    public String words() {
      var also = headers.isEmpty() ? "" : ", headers " + String.join(" and ", headers);
      var how = switch (body) {
        case BYTES -> ", body byte by byte";
        case JSON -> ", body by meaning";
        case ANY -> "";
      };
      return "answers %s%s as at the source: status%s%s".formatted(service, path, also, how);
    }
  }

  /** The pods of every workload that arrived pass their probes as they did at the source, no later than this after they were brought back. */
  record ProbesEqual(Duration within) implements Alike {
    @Override
    public String words() {
      return "probes equal those at the source within " + Durations.print(within);
    }
  }

  /**
   * A job comes to its end, without the source.
   *
   * @param name of the job, or of the cron job
   * @param scheduled whether it is a cron job, of whose template a job is made
   * @param within how long it may take
   */
  record JobCompletes(String name, boolean scheduled, Duration within) implements Alive {

    public JobCompletes {
      if (name.isBlank()) {
        throw new Misuse("job completes: expected the name of a job that arrives");
      }
    }

    @Override
    public String words() {
      return "%s %s completes within %s"
          .formatted(scheduled ? "a job of cron job" : "job", name, Durations.print(within));
    }
  }

  /** What was brought back is looked at once more so long after it was read back, and is still the same. */
  record NoDrift(Duration after) implements Gate {
    @Override
    public String words() {
      return "no drift after " + Durations.print(after);
    }
  }

  /** Nothing that arrived names what only means something at the source. */
  record NoResidue() implements Gate {
    @Override
    public String words() {
      return "no residue of the source";
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class WorkloadsBar {
    private WorkloadsBar() {}

    /** Sets the bar. */
    public Gate within(Duration most) {
      return new WorkloadsReady(most);
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class ProbesBar {
    private ProbesBar() {}

    /** Sets the bar. */
    public Gate within(Duration most) {
      return new ProbesEqual(most);
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class JobBar {
    private final String name;
    private final boolean scheduled;

    private JobBar(String name, boolean scheduled) {
      this.name = name;
      this.scheduled = scheduled;
    }

    /** Sets the bar. */
    public Gate completesWithin(Duration most) {
      return new JobCompletes(name, scheduled, most);
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class DriftBar {
    private DriftBar() {}

    /** Says when it is looked at once more. */
    public Gate after(Duration time) {
      return new NoDrift(time);
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class EveryItem {
    private EveryItem() {}

    /** Names the traits that must arrive as they were. */
    public Gate keeps(Trait... traits) {
      return new Keeps(List.of(traits));
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class TimeToExitBar {
    private TimeToExitBar() {}

    /** Sets the bar. */
    public Gate atMost(Duration most) {
      return new TimeToExit(most);
    }
  }

  /** The first half of a sentence; not a gate yet. */
  final class CostToExitBar {
    private CostToExitBar() {}

    /** Sets the bar. */
    public Gate atMost(Money most) {
      return new CostToExit(most);
    }
  }
}
