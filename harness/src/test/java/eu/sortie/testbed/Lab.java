package eu.sortie.testbed;

import eu.sortie.containers.LabServers;
import eu.sortie.containers.LabServers.Which;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The servers of the lab, each started when it is first asked for, once for all tests. */
public final class Lab implements AutoCloseable {

  private final Supplier<EmbeddedServers.Pair> embedded;
  private final Map<Which, LabServers.Running> started = new EnumMap<>(Which.class);

  Lab(Supplier<EmbeddedServers.Pair> embedded) {
    this.embedded = embedded;
  }

  /** AWS as moto plays it. */
  public End moto() {
    return running(Which.MOTO).end();
  }

  /** MinIO. */
  public End minio() {
    return running(Which.MINIO).end();
  }

  /** Versity gateway on plain files, with versions. */
  public End versitygw() {
    return running(Which.VERSITYGW).end();
  }

  /** S3Mock, the source of the embedded environment. */
  public End s3mock() {
    return embedded.get().source();
  }

  /** S3Proxy, the destination of the embedded environment. */
  public End s3proxy() {
    return embedded.get().destination();
  }

  private synchronized LabServers.Running running(Which which) {
    return started.computeIfAbsent(which, any -> {
      try {
        return LabServers.start(which);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    });
  }

  @Override
  public void close() {
    started.values().forEach(LabServers.Running::close);
  }
}
