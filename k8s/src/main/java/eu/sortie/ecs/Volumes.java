package eu.sortie.ecs;

import java.util.List;
import java.util.Map;

/** Draws up the volumes of a pod. */
final class Volumes {

  private static final String HOST =
      "Files of a node stay on that node, and at the destination there is an empty place.";
  private static final String DOCKER =
      "A volume that the engine of a node keeps stays there; what the pod gets is empty and goes with it.";
  private static final String NO_VOLUME =
      "Kubernetes has no volume of this kind; there is an empty place.";

  private final Place pod;
  private final Claims claims;

  Volumes(Place pod, Claims claims) {
    this.pod = pod;
    this.claims = claims;
  }

  /**
   * Draws them up.
   *
   * @param atLaunch what the service says of volumes that the task leaves open
   */
  void draw(Facts task, List<Facts> atLaunch) {
    for (var volume : task.each("volumes")) {
      var name = volume.text("name").orElse("");
      var place = pod.add("volumes").set("name", Names.of(name));
      if (volume.has("efsVolumeConfiguration")) {
        var efs = volume.in("efsVolumeConfiguration");
        place
            .in("persistentVolumeClaim")
            .set(
                "claimName",
                claims.of(name, efs),
                Rule.EFS,
                efs.text("fileSystemId").orElse(""));
      } else if (volume.flag("configuredAtLaunch")) {
        launched(volume, name, place, atLaunch);
      } else {
        empty(volume, name, place);
      }
    }
  }

  private void empty(Facts volume, String name, Place place) {
    place.set("emptyDir", Map.of(), Rule.EMPTY_VOLUME, "volume " + name);
    volume
        .in("host")
        .text("sourcePath")
        .ifPresent(path -> pod.draft().lost(volume.in("host").label("sourcePath"), path, HOST));
    var docker = volume.in("dockerVolumeConfiguration");
    var scope = docker.text("scope").orElse("task");
    docker
        .text("driver")
        .filter(driver -> !driver.equals("local"))
        .ifPresent(driver -> pod.draft().lost(docker.label("driver"), driver, DOCKER));
    if (!scope.equals("task")) {
      pod.draft().lost(docker.label("scope"), scope, DOCKER);
    }
    for (var kind :
        new String[] {"fsxWindowsFileServerVolumeConfiguration", "s3filesVolumeConfiguration"}) {
      volume
          .whole(kind)
          .ifPresent(one -> pod.draft().lost(volume.label(kind), one.toString(), NO_VOLUME));
    }
  }

  private void launched(Facts volume, String name, Place place, List<Facts> atLaunch) {
    var ebs = atLaunch.stream()
        .filter(one -> one.text("name").filter(name::equals).isPresent())
        .findFirst()
        .map(one -> one.in("managedEBSVolume"));
    var size = ebs.flatMap(one -> one.number("sizeInGiB"));
    if (size.isEmpty()) {
      empty(volume, name, place);
      pod.draft()
          .lost(
              volume.label("configuredAtLaunch"),
              name,
              "No size was said of it, as where it begins from a snapshot; what the pod gets is empty.");
      return;
    }
    var spec = place.in("ephemeral").in("volumeClaimTemplate").in("spec");
    spec.set("accessModes", List.of("ReadWriteOnce"));
    spec.in("resources")
        .in("requests")
        .set("storage", size.get() + "Gi", Rule.EBS, "sizeInGiB: " + size.get());
  }
}
