package eu.sortie.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which package may use which: the table of the design, as a rule. */
final class Layers {

  /** They meet drill in spi. A new kind of end gets its package in here. */
  static final String[] ADAPTERS = {"s3", "embedded", "containers"};

  /** No SDK, no I/O, no clock. */
  static final String[] PURE = {"inventory", "measure", "scenario"};

  private static final String[] ALL = {
    "inventory",
    "measure",
    "scenario",
    "spi",
    "ledger",
    "drill",
    "evidence",
    "yaml",
    "s3",
    "embedded",
    "survey",
    "containers",
    "testkit",
    "junit",
    "cli"
  };

  private Layers() {}

  /** The rule, for the packages under a root; those that are not there yet are not missed. */
  static ArchRule in(String root) {
    var layered = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (var layer : ALL) {
      layered = layered.optionalLayer(layer).definedBy(root + "." + layer + "..");
    }
    for (var entry : mayUse().entrySet()) {
      var layer = layered.whereLayer(entry.getKey());
      layered = entry.getValue().length == 0
          ? layer.mayNotAccessAnyLayer()
          : layer.mayOnlyAccessLayers(entry.getValue());
    }
    return layered.ensureAllClassesAreContainedInArchitecture();
  }

  private static Map<String, String[]> mayUse() {
    var table = new LinkedHashMap<String, String[]>();
    table.put("inventory", new String[] {});
    table.put("measure", new String[] {});
    table.put("scenario", new String[] {"inventory", "measure"});
    table.put("spi", new String[] {"inventory", "measure", "scenario"});
    table.put("ledger", new String[] {"inventory", "measure"});
    table.put("drill", new String[] {"inventory", "measure", "scenario", "spi", "ledger"});
    table.put("yaml", new String[] {"inventory", "measure", "scenario"});
    table.put(
        "evidence",
        new String[] {"inventory", "measure", "scenario", "spi", "ledger", "drill", "yaml"});
    for (var adapter : ADAPTERS) {
      table.put(adapter, new String[] {"inventory", "measure", "scenario", "spi"});
    }
    for (var starting : new String[] {"embedded", "containers"}) {
      table.put(starting, new String[] {"inventory", "measure", "scenario", "spi", "yaml"});
    }
    table.put(
        "survey",
        new String[] {"inventory", "measure", "scenario", "spi", "drill", "yaml", "evidence"});
    table.put("testkit", new String[] {"inventory", "measure", "scenario", "spi"});
    table.put("junit", ALL);
    table.put("cli", ALL);
    return table;
  }
}
