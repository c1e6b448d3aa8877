package eu.sortie.proof;

/**
 * One difference between a bucket at the source and what arrived, as a plain tuple.
 *
 * @param kind what sort of item
 * @param key which item
 * @param version which of several under one key; empty where there is one
 * @param trait what differs; {@code item} for all of it
 * @param change missing, unexpected, lost, altered or added
 * @param was what the source had
 * @param became what arrived
 */
record Difference(
    String kind,
    String key,
    String version,
    String trait,
    String change,
    String was,
    String became) {

  private static final int SHOWN = 80;

  static Difference missing(String key) {
    return new Difference("object", key, "", "item", "missing", "", "");
  }

  static Difference unexpected(String key) {
    return new Difference("object", key, "", "item", "unexpected", "", "");
  }

  static Difference lost(String key, String trait, String was) {
    return new Difference("object", key, "", trait, "lost", was, "");
  }

  static Difference added(String key, String trait, String became) {
    return new Difference("object", key, "", trait, "added", "", became);
  }

  static Difference altered(String key, String trait, String was, String became) {
    return new Difference("object", key, "", trait, "altered", was, became);
  }

  boolean isMissing() {
    return change.equals("missing");
  }

  boolean isOfTheSameTrait(Difference other) {
    return key.equals(other.key) && trait.equals(other.trait);
  }

  /** In one short line. */
  @Override
  public String toString() {
    return "%s %s%s %s %s '%s' -> '%s'"
        .formatted(
            kind,
            shortly(key),
            version.isEmpty() ? "" : " @ " + version,
            trait,
            change,
            was,
            became);
  }

  private static String shortly(String key) {
    return key.length() <= SHOWN
        ? "'" + key + "'"
        : "'%s...' (%d characters)".formatted(key.substring(0, SHOWN), key.length());
  }
}
