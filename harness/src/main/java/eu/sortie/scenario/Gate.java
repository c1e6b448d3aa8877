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
  sealed interface Alive extends Gate permits WorkloadsReady, Answers {}

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
      if (service.isBlank() || !path.startsWith("/")) {
        throw new Misuse(
            "answers: expected the name of a service and a path that begins with '/', saw '%s' and '%s'"
                .formatted(service, path));
      }
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
