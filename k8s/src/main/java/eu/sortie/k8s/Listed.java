package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a listing shows of a resource.
 *
 * @param type its sort
 * @param name its name
 * @param uid the cluster's own name for it
 * @param controller the owner that keeps it as it is; empty where there is none
 * @param owners uids of all its owners, with their names
 * @param byTheClusterAlone whether nobody but the cluster ever wrote it
 * @param priorities the classes of priority that its pods name
 */
record Listed(
    ResourceType type,
    String name,
    String uid,
    Optional<String> controller,
    Map<String, String> owners,
    boolean byTheClusterAlone,
    Set<String> priorities) {

  static Listed of(ResourceType type, JsonNode resource) {
    var metadata = resource.path("metadata");
    var owners = new LinkedHashMap<String, String>();
    var controllers = new ArrayList<String>();
    for (var owner : metadata.path("ownerReferences")) {
      var uid = owner.path("uid").asText();
      owners.put(uid, owner.path("kind").asText() + ' ' + owner.path("name").asText());
      if (owner.path("controller").asBoolean()) {
        controllers.add(uid);
      }
    }
    return new Listed(
        type,
        metadata.path("name").asText(),
        metadata.path("uid").asText(),
        controllers.stream().findFirst(),
        owners,
        Declared.of(resource).byTheClusterAlone(),
        Set.copyOf(resource.path("spec").findValuesAsText("priorityClassName")));
  }

  /** The item; owners that are listed themselves come back with it and are not named. */
  Item item(Set<String> listed) {
    var gone = new TreeMap<String, String>();
    owners.forEach((owner, named) -> {
      if (!listed.contains(owner)) {
        gone.put(named, owner);
      }
    });
    return new Item(
        ItemId.of(ResourceTraits.RESOURCE.name(), type.keyOf(name)),
        Map.of(ResourceTraits.UID, Value.text(uid), ResourceTraits.OWNERS, Value.entries(gone)));
  }

  /** Kinds that only say what happens, or who does something just now. */
  private static final List<String> PASSING =
      List.of("event", "event.events.k8s.io", "lease.coordination.k8s.io");

  boolean passing() {
    return PASSING.contains(type.typeName());
  }
}
