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
