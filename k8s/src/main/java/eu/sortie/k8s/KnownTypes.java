package eu.sortie.k8s;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The sorts of resources a cluster knows, asked for once, and once more when a definition was added. */
final class KnownTypes {

  private static final Duration UNTIL_SERVED = Duration.ofSeconds(15);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Asking asking;
  private final Map<String, ResourceType> types = new HashMap<>();
  private final Set<String> awaited = new HashSet<>();
  private boolean isAsked;

  KnownTypes(Asking asking) {
    this.asking = asking;
  }

  /** A definition was added; its name ends in the group it is of. */
  void defined(String definition) {
    awaited.add(groupOf(definition));
  }

  private static String groupOf(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /**
   * The sort of a name, as in {@code price.shop.example}; empty where the cluster knows none.
   *
   * <p>A server takes a moment from a definition to serving what it defines, so for such a sort it is waited.
   */
  Optional<ResourceType> of(String name) throws IOException {
    if (!isAsked) {
      ask();
      isAsked = true;
    }
    if (!types.containsKey(name) && awaited.contains(groupOf(name))) {
      await(name);
    }
    return Optional.ofNullable(types.get(name));
  }

  private void await(String name) {
    try {
      Awaitility.await().atMost(UNTIL_SERVED).pollInterval(BETWEEN).until(() -> {
        ask();
        return types.containsKey(name);
      });
    } catch (ConditionTimeoutException late) {
      // Then it is not known, and that is said of the item; the next of its group is not waited
      // for.
      awaited.remove(groupOf(name));
    }
  }

  private void ask() throws IOException {
    new Discovery(asking).types().forEach(type -> types.put(type.typeName(), type));
  }
}
