package eu.sortie.scenario;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where one named end of a scenario is.
 *
 * @param name as scenarios name it
 * @param live whether it is the real thing; false is emulated, and every report's first line says so
 * @param protocol what it speaks, as in {@code s3}: the adapter of that name opens it
 * @param settings what the adapter needs; never printed as a whole, for secrets are in it
 * @param capabilities what it says it does not keep
 * @param place where it is written
 */
public record End(
    String name,
    boolean live,
    String protocol,
    SortedMap<String, Setting> settings,
    Capabilities capabilities,
    Place place) {

  public End {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** An end that was not read from a file. */
  public static End of(
      String name,
      boolean live,
      String protocol,
      Map<String, String> settings,
      Capabilities capabilities) {
    var placed = new TreeMap<String, Setting>();
    settings.forEach((key, value) -> placed.put(key, Setting.of(value)));
    return new End(name, live, protocol, placed, capabilities, Place.NOWHERE);
  }

  /** What a setting says; empty where it is not set. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(settings.get(key)).map(Setting::value);
  }

  /** Says what is wrong with a setting, at the place where it is written; at the end's own where it is not set. */
  public Misuse misuse(String key, String message) {
    var setting = settings.get(key);
    return Misuse.at(
        setting == null ? place : setting.place(), "end '%s': %s".formatted(name, message));
  }

  /** In one word, for reports. */
  public String emulatedOrLive() {
    return live ? "live" : "emulated";
  }

  /** Without the settings, since a secret may be among them. */
  @Override
  public String toString() {
    return "%s (%s, %s)".formatted(name, protocol, emulatedOrLive());
  }
}
