package eu.sortie.ecs;

/** Mounts what a container sees of the volumes of its task, and what it has in memory. */
final class Mounts {

  private static final String IN_MEMORY = "Memory";

  private final Place pod;

  Mounts(Place pod) {
    this.pod = pod;
  }

  void draw(Facts definition, Place container) {
    for (var mount : definition.each("mountPoints")) {
      var volume = mount.text("sourceVolume");
      var path = mount.text("containerPath");
      if (volume.isPresent() && path.isPresent()) {
        var place = container.add("volumeMounts");
        place.set("name", Names.of(volume.get())).set("mountPath", path.get());
        if (mount.flag("readOnly")) {
          place.set("readOnly", true);
        }
      }
    }
    var linux = definition.in("linuxParameters");
    var name = Names.of(definition.text("name").orElse(""));
    linux
        .number("sharedMemorySize")
        .filter(mib -> mib > 0)
        .ifPresent(mib -> inMemory(
            container, name + "-shm", "/dev/shm", mib, "sharedMemorySize: %d MiB".formatted(mib)));
    int i = 0;
    for (var tmpfs : linux.each("tmpfs")) {
      var path = tmpfs.text("containerPath").orElse("/tmp");
      var mib = tmpfs.number("size").orElse(0L);
      inMemory(
          container,
          "%s-tmpfs-%d".formatted(name, i++),
          path,
          mib,
          "tmpfs of %d MiB at %s".formatted(mib, path));
    }
  }

  private void inMemory(Place container, String name, String path, long mib, String before) {
    var volume = Names.of(name);
    container.add("volumeMounts").set("name", volume).set("mountPath", path);
    pod.add("volumes")
        .set("name", volume)
        .in("emptyDir")
        .set("medium", IN_MEMORY)
        .set("sizeLimit", mib + "Mi", Rule.SHARED_MEMORY, before);
  }
}
