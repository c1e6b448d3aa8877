package eu.sortie.scenario;

/**
 * One value of an end's settings, with the place it was read from.
 *
 * @param value as text; a secret is already looked up
 * @param place where it is written
 * @param reference what is written there instead of the value, as in {@code env:SRC_KEY}; empty where the value itself is
 */
public record Setting(String value, Place place, String reference) {

  /** A value that is written out where it is needed. */
  public Setting(String value, Place place) {
    this(value, place, "");
  }

  /** A value that was not read from a file. */
  public static Setting of(String value) {
    return new Setting(value, Place.NOWHERE);
  }

  /** Without the value, since it may be a secret. */
  @Override
  public String toString() {
    return "a setting of " + place;
  }
}
