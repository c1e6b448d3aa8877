package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource as it is to be written at the destination.
 *
 * @param document what is written
 * @param translations what is not as it was at the source, entry by entry
 * @param expected the traits it is to arrive with: those of the source with the translations in them
 * @param warnings what is carried as it is and is known to mean nothing there
 */
record Translated(
    JsonNode document,
    List<Translation> translations,
    Map<Trait, Value> expected,
    List<Warning> warnings) {

  private static final String COUNTS_ON =
      "A list counts on where something before it was taken out, or is named by what it holds.";

  /**
   * The translations, and with them every entry that has another name now: so that whoever applies them one after the other to the traits of
   * the source comes to what is expected.
   *
   * @param before the traits as the source showed them
   */
  List<Translation> inFull(Map<Trait, Value> before) {
    var all = new ArrayList<>(translations);
    var rules = new TreeMap<Trait, String>();
    translations.forEach(one -> rules.putIfAbsent(one.trait(), one.rule()));
    rules.forEach((trait, rule) -> {
      var value = before.getOrDefault(trait, Value.absent());
      for (var one : translations) {
        value = one.trait().equals(trait) ? one.appliedTo(value) : value;
      }
      var reached = entries(value);
      var wanted = entries(expected.getOrDefault(trait, Value.absent()));
      var names = new TreeSet<>(reached.keySet());
      names.addAll(wanted.keySet());
      for (var name : names) {
        var was = reached.getOrDefault(name, "");
        var becomes = wanted.getOrDefault(name, "");
        if (!was.equals(becomes)) {
          all.add(new Translation(trait, name, was, becomes, rule, COUNTS_ON));
        }
      }
    });
    return List.copyOf(all);
  }

  private static Map<String, String> entries(Value value) {
    return value instanceof Value.Entries some ? some.entries() : Map.of();
  }

  /**
   * An entry that arrives letter by letter and no longer does what it did.
   *
   * @param trait where it is
   * @param entry the entry of the trait
   * @param value what it is
   * @param rule the name of the rule that knows it
   * @param because why, in one sentence
   */
  record Warning(Trait trait, String entry, String value, String rule, String because) {}
}
