package eu.sortie.cli;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Setting;
import eu.sortie.yaml.EnvironmentFile;
import java.util.Map;
import java.util.TreeMap;

/** The ends of an environment with the settings that worked, as a file that says the same again. */
final class TunedEnds {

  private final Environment environment;
  private final Map<String, End> ends;
  private boolean tuned;

  TunedEnds(Environment environment) {
    this.environment = environment;
    this.ends = new TreeMap<>(environment.ends());
  }

  void set(End end, Map<String, String> settings) {
    var all = new TreeMap<>(end.settings());
    settings.forEach((key, value) -> {
      // What stands there already stays as it is written, references and all.
      if (!all.containsKey(key) || !all.get(key).value().equals(value)) {
        all.put(key, Setting.of(value));
      }
    });
    tuned |= !settings.isEmpty();
    ends.put(
        end.name(),
        new End(end.name(), end.live(), end.protocol(), all, end.capabilities(), end.place()));
  }

  /** Whether anything worked. */
  boolean areTuned() {
    return tuned;
  }

  String file() {
    return EnvironmentFile.write(new Environment(
        environment.name(), new TreeMap<>(ends), environment.tariffs(), environment.rates()));
  }
}
