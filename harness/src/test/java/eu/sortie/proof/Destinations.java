package eu.sortie.proof;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.testbed.EmbeddedServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The S3 servers of the lab that a bucket can leave for, and the one it leaves. */
record Destinations(End source, List<One> all) {

  /** Servers started by hand, as in {@code minio=http://127.0.0.1:9000}, several with commas between; their keys are lab and lab-secret. */
  private static final String BY_HAND = "sortie.proof.servers";

  /** A server of the lab. */
  record One(String name, End end) {}

  static Destinations of(EmbeddedServers.Pair servers) {
    var all = new ArrayList<>(List.of(
        new One("s3proxy", servers.destination()),
        new One("s3mock", servers.keepingDestination())));
    for (var server : System.getProperty(BY_HAND, "").split(",", -1)) {
      var named = server.split("=", 2);
      if (named.length == 2) {
        all.add(new One(named[0], end(named[1])));
      }
    }
    return new Destinations(servers.source(), all);
  }

  /** S3Mock takes tags on a PUT as they are escaped, and shows none in a form that the MinIO client cannot read: no place to measure at. */
  List<One> forRandomBuckets() {
    return all.stream().filter(one -> !one.name().equals("s3mock")).toList();
  }

  One named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
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
}
