package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Translation;
import java.util.List;
import java.util.Map;

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
