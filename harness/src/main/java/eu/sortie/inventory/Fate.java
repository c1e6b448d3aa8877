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
  /** It was looked for at both ends, and the source has none; the destination neither, or one of its own that does not count. */
  ABSENT
}
