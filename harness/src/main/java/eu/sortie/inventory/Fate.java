package eu.sortie.inventory;

/** What became of one trait of one item. */
public enum Fate {
  /** It was there and arrived as it was. */
  KEPT,
  /** It arrived different, or came from nowhere. */
  ALTERED,
  /** It was there and is gone. */
  LOST,
  /** It could not be seen at one of the ends, so nobody knows. */
  UNKNOWN,
  /**
   * The source has none, and the destination neither, or one of its own that does not count: it was looked for, or the end says that it
   * has none of its kind.
   */
  ABSENT
}
