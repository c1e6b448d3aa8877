package eu.sortie.s3;

/**
 * What one reader of our own understands at both ends, though two HTTP clients fetch it.
 *
 * <p>Nothing at the destination is read through the library that wrote it. But both client libraries lose the order of versions, and
 * neither has every configuration of a bucket whole, so those documents are asked for by hand and read by us at either end: an error of
 * ours in reading them would look the same on both sides. Who relies on them may hold them against a tool that is not ours.
 */
final class OneReader {

  /** For the report. */
  static final String WORDS =
      "One witness only, where two HTTP clients fetch and one reader of Sortie's own understands at both ends: the configurations of the bucket, delete markers, the order and the times of versions. All other traits are read back through another client library than the one that wrote.";

  private OneReader() {}
}
