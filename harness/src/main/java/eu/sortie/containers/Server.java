package eu.sortie.containers;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.yaml.CapabilityBook;
import java.util.List;
import java.util.Map;

/**
 * A server that runs in a container.
 *
 * @param program the name of its image in images.properties, and of its variant
 * @param port where it listens, inside
 * @param arguments handed to the image's entry point
 * @param variables its environment variables
 * @param volumes where it keeps data: on volumes, which have the extended attributes that some need, and which go with the container
 * @param onHost whether it shares this machine's network: then it listens on the loopback, and reaches whatever listens there
 */
record Server(
    String program,
    int port,
    List<String> arguments,
    Map<String, String> variables,
    List<String> volumes,
    boolean onHost) {

  /** The engine lets nobody in from elsewhere, and all lives for one drill: nothing is protected by these. */
  private static final String KEY = "sortie";

  private static final String SECRET = "sortie-containers";

  /** An AWS that knows more of S3 than S3Mock: versions, access lists, locks, configurations. */
  static final Server MOTO = new Server("moto", 5000, List.of(), Map.of(), List.of(), false);

  /** A destination on plain files, with versions. */
  static final Server VERSITYGW = new Server(
      "versitygw",
      7070,
      List.of("--port", ":7070", "posix", "--versioning-dir", "/versions", "/data"),
      Map.of("ROOT_ACCESS_KEY", KEY, "ROOT_SECRET_KEY", SECRET),
      List.of("/data", "/versions"),
      false);

  /** A destination that checks and keeps more than most. */
  static final Server MINIO = new Server(
      "minio",
      9000,
      List.of("server", "/data"),
      Map.of("MINIO_ROOT_USER", KEY, "MINIO_ROOT_PASSWORD", SECRET),
      List.of("/data"),
      false);

  /** Lines on which things go wrong; they begin and end on this machine, so it needs a port of its own here. */
  static Server toxiproxy(int port) {
    return new Server(
        "toxiproxy", port, List.of("-host=127.0.0.1", "-port=" + port), Map.of(), List.of(), true);
  }

  Server {
    arguments = List.copyOf(arguments);
    variables = Map.copyOf(variables);
    volumes = List.copyOf(volumes);
  }

  String image() {
    return Images.of(program);
  }

  /** The end that answers at an address. */
  End end(String name, String endpoint) {
    return End.of(
        name,
        false,
        "s3",
        Map.of(
            "endpoint",
            endpoint,
            "region",
            "us-east-1",
            "path-style",
            "true",
            "access-key",
            KEY,
            "secret-key",
            SECRET),
        capabilities());
  }

  /** What is foretold of it; nobody leaves for moto. */
  private Capabilities capabilities() {
    return this.equals(MOTO) ? Capabilities.UNSTATED : CapabilityBook.load(program);
  }
}
