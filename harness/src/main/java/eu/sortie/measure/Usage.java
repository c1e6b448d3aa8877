package eu.sortie.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Bytes and requests of one end, by stage and operation, as counted where they crossed the wire.
 *
 * @param stages what crossed in each stage, by the operation's name in the protocol ({@code GetObject})
 */
public record Usage(Map<Stage, SortedMap<String, Traffic>> stages) {

  /** Nothing was used. */
  public static final Usage NONE = new Usage(Map.of());

  public Usage {
    var copy = new EnumMap<Stage, SortedMap<String, Traffic>>(Stage.class);
    stages.forEach((stage, operations) ->
        copy.put(stage, Collections.unmodifiableSortedMap(new TreeMap<>(operations))));
    stages = Collections.unmodifiableMap(copy);
  }

  /** What crossed in the stages asked for, by operation. */
  public SortedMap<String, Traffic> operations(Predicate<Stage> which) {
    var sum = new TreeMap<String, Traffic>();
    stages.forEach((stage, operations) -> {
      if (which.test(stage)) {
        operations.forEach((operation, traffic) -> sum.merge(operation, traffic, Traffic::plus));
      }
    });
    return sum;
  }

  /** All that crossed in the stages asked for. */
  public Traffic total(Predicate<Stage> which) {
    return operations(which).values().stream().reduce(Traffic.NONE, Traffic::plus);
  }
}
