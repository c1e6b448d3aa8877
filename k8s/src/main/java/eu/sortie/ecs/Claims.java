package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims for file systems of EFS: one for each place in one, whoever mounts it. */
final class Claims {

  private static final String CONTENT =
      "What is in the file system stays at the source, and so do its throughput and its backups.";

  private final Taken taken = new Taken();
  private final Map<String, Draft> claims = new LinkedHashMap<>();

  /** The name of the claim for what a volume is. */
  String of(String volume, Facts efs) {
    var system = efs.text("fileSystemId").orElse("");
    var root = efs.text("rootDirectory").orElse("/");
    var access = efs.in("authorizationConfig").text("accessPointId").orElse("");
    var place = String.join(" ", List.of(system, root, access)).strip();
    return claims.computeIfAbsent(place, any -> draw(volume, place, efs)).name();
  }

  private Draft draw(String volume, String place, Facts efs) {
    var draft = new Draft("v1", "PersistentVolumeClaim", taken.free(Names.of(volume)));
    var spec = draft.place().in("spec");
    spec.set("accessModes", List.of("ReadWriteMany"));
    spec.in("resources").in("requests").set("storage", "10Gi", Rule.EFS, place);
    draft.lost(efs.label(), place, CONTENT);
    return draft;
  }

  List<Draft> all() {
    return new ArrayList<>(claims.values());
  }
}
