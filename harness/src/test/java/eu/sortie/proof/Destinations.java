package eu.sortie.proof;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testbed.Lab;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The S3 servers that a bucket can leave for, and the one it leaves. */
record Destinations(End source, List<One> all) {

  /** A server that a bucket can leave for. */
  record One(String name, End end) {}

  /** What runs everywhere. */
  static Destinations of(EmbeddedServers.Pair servers) {
    return new Destinations(
        servers.source(),
        List.of(
            new One("s3proxy", servers.destination()),
            new One("s3mock", servers.keepingDestination())));
  }

  /** The real servers of the lab. */
  static Destinations of(Lab lab) {
    return new Destinations(
        lab.s3mock(),
        List.of(new One("minio", lab.minio()), new One("versitygw", lab.versitygw())));
  }

  /** The same for histories: S3Mock and moto list delete markers apart, so nobody can know the order at such a source. */
  static Destinations ofHistories(Lab lab) {
    return new Destinations(
        Spot.end("aws", lab.minio(), Spot.of(lab.minio()).address().getPort()), of(lab).all);
  }

  /** Servers started by hand, the source first, as in {@code moto=http://127.0.0.1:5000,minio=http://127.0.0.1:9000}. */
  static Destinations byHand(String servers) {
    var all = Arrays.stream(servers.split(",", -1))
        .map(server -> server.split("=", 2))
        .map(named -> new One(named[0], end(named[1])))
        .toList();
    return new Destinations(
        Spot.end("aws", all.get(0).end(), Spot.of(all.get(0).end()).address().getPort()),
        all.subList(1, all.size()));
  }

  private static End end(String endpoint) {
    return End.of(
        "europe",
        false,
        "s3",
        Map.of(
            "endpoint", endpoint,
            "path-style", "true",
            "access-key", "lab",
            "secret-key", "lab-secret",
            "part-size-mib", "5"),
        Capabilities.UNSTATED);
  }

  /** S3Mock takes tags on a PUT as they are escaped, and of none says nothing that the MinIO client can read: no place to measure at. */
  Destinations withoutS3Mock() {
    return new Destinations(
        source, all.stream().filter(one -> !one.name().equals("s3mock")).toList());
  }

  One named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
