package eu.sortie.s3.bucket;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was seen of one configuration: the look, and what it means. */
record Seen(Configuration configuration, Look look, Map<Trait, Value> traits) {

  Seen {
    traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
  }

  static Seen of(Configuration configuration, Look look, String bucket) {
    return new Seen(configuration, look, meaning(configuration, look, bucket));
  }

  private static Map<Trait, Value> meaning(Configuration configuration, Look look, String bucket) {
    if (look instanceof Look.Has has) {
      try {
        return configuration.meaning().of(has.documents(), bucket);
      } catch (UnreadableException broken) {
        return all(configuration, Value.unknown(String.valueOf(broken.getMessage())));
      }
    }
    return look instanceof Look.Unknown unknown
        ? all(configuration, Value.unknown(unknown.because()))
        : all(configuration, Value.absent());
  }

  private static Map<Trait, Value> all(Configuration configuration, Value value) {
    var traits = new LinkedHashMap<Trait, Value>();
    configuration.traits().forEach(trait -> traits.put(trait, value));
    return traits;
  }

  /** What the configuration's own trait was seen to be. */
  Value value() {
    return traits.getOrDefault(configuration.traits().get(0), Value.absent());
  }
}
