package eu.sortie.ecs;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The secret and the config map of one workload: which variable is kept where, to be fetched while the source is there. */
final class Variables {

  private final String workload;
  private final Set<String> plainParameters;
  private final Map<String, SecretRef> secret = new TreeMap<>();
  private final Map<String, SecretRef> config = new TreeMap<>();

  /**
   * Begins.
   *
   * @param plainParameters the parameters of SSM that are no secrets, by name
   */
  Variables(String workload, Set<String> plainParameters) {
    this.workload = workload;
    this.plainParameters = plainParameters;
  }

  private String nameOfSecret() {
    return workload + "-secrets";
  }

  private String nameOfConfig() {
    return workload + "-parameters";
  }

  /** Lets a variable come from one of the two. */
  void add(Place variable, String container, String name, String valueFrom) {
    var ref = SecretRef.of(valueFrom);
    var key = container + '.' + name;
    var plain = ref.store() == SecretRef.Store.SSM && plainParameters.contains(ref.id());
    (plain ? config : secret).put(key, ref);
    var from = variable.in("valueFrom").in(plain ? "configMapKeyRef" : "secretKeyRef");
    from.set("name", plain ? nameOfConfig() : nameOfSecret());
    from.set("key", key, plain ? Rule.PARAMETER : Rule.SECRET, valueFrom);
  }

  Optional<Drawing> secret() {
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft("v1", "Secret", nameOfSecret());
    draft.label(workload, workload);
    draft.place().set("type", "Opaque");
    return Optional.of(Drawing.filled(draft, secret));
  }

  Optional<Drawing> config() {
    if (config.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft("v1", "ConfigMap", nameOfConfig());
    draft.label(workload, workload);
    return Optional.of(Drawing.filled(draft, config));
  }
}
