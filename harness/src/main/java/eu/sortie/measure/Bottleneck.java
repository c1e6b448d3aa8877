package eu.sortie.measure;

/** What a stage would have been faster with more of. */
public enum Bottleneck {
  /** The source, or the way to it: from here the two look the same. */
  SOURCE,
  /** The destination, or the way to it. */
  DESTINATION,
  /** The processors of this machine, whoever used them. */
  PROCESSORS,
  /** What was measured does not tell. */
  NOT_KNOWN
}
