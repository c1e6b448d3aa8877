package eu.sortie.cli;

import java.nio.file.Path;

/** Scenario files for tests. */
final class Samples {

  static final String TINY = """
      scenario: Tiny leaves S3
      from: aws
      to: europe
      export:
        objects: {bucket: tiny}
      expect:
        - every item keeps: [content, content-type]
        - time to exit: at most 10 min
      """;

  /** No exit takes less. */
  static final String BREACHED = TINY.replace("at most 10 min", "at most 1 ms");

  /** Nothing is there to compare. */
  static final String INCONCLUSIVE = TINY.replace("bucket: tiny", "bucket: empty");

  private Samples() {}

  static Path tiny(Path folder) {
    return RealEnds.write(folder.resolve("tiny.yaml"), TINY);
  }

  static Path breached(Path folder) {
    return RealEnds.write(folder.resolve("breached.yaml"), BREACHED);
  }

  static Path inconclusive(Path folder) {
    return RealEnds.write(folder.resolve("inconclusive.yaml"), INCONCLUSIVE);
  }
}
