package eu.sortie.testkit;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends in memory that keep everything and forgive nothing: what an adapter looks like, and what stands in for one in a test.
 *
 * <p>Setting {@code store} says which store an end is; each protocol has stores of its own. Setting {@code versions} is {@code yes}
 * or {@code no}.
 */
public final class MemoryProtocol implements Protocol {

  private static final String STORE = "store";
  private static final String VERSIONS = "versions";

  private final Map<String, MemoryStore> stores = new ConcurrentHashMap<>();

  /** An end of this protocol. */
  public static End end(String name, String store, boolean versions) {
    return End.of(
        name,
        false,
        "memory",
        Map.of(STORE, store, VERSIONS, versions ? "yes" : "no"),
        Capabilities.UNSTATED);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void check(End end) {
    for (var setting : end.settings().entrySet()) {
      if (!List.of(STORE, VERSIONS).contains(setting.getKey())) {
        throw new Misuse("%s: end '%s' has a setting '%s'; known are %s and %s"
            .formatted(setting.getValue().place(), end.name(), setting.getKey(), STORE, VERSIONS));
      }
    }
    setting(end, STORE);
    if (!List.of("yes", "no").contains(setting(end, VERSIONS))) {
      throw new Misuse("end '%s': versions is '%s', expected yes or no"
          .formatted(end.name(), setting(end, VERSIONS)));
    }
  }

  private static String setting(End end, String key) {
    return end.text(key)
        .orElseThrow(() -> new Misuse("end '%s' has no setting '%s'".formatted(end.name(), key)));
  }

  @Override
  public String address(End end) {
    return "memory, store " + setting(end, STORE);
  }

  private MemoryStore store(End end) {
    check(end);
    return stores.computeIfAbsent(
        setting(end, STORE), any -> new MemoryStore(setting(end, VERSIONS).equals("yes")));
  }

  @Override
  public Source source(End end, Line line, Selection selection) {
    return new MemorySource(end.name(), store(end), line, (ObjectSelection) selection);
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    return new MemoryDestination(
        end.name(), store(end), line, (ObjectSelection) selection, drillId);
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    line.cross("Buckets", true);
    return List.of(
        new Finding("buckets", Finding.Answer.YES, store(end).buckets() + " in " + address(end)));
  }
}
