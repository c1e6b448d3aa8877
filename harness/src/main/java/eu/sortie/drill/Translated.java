package eu.sortie.drill;

import eu.sortie.inventory.ItemId;
import eu.sortie.spi.Translation;

/**
 * A field that was changed on purpose, as reports and outsiders read it.
 *
 * @param item the item, as its name reads
 * @param trait where it is
 * @param entry the entry of the trait
 * @param before what it was at the source; empty where there was none
 * @param after what it is meant to be; empty where it was taken out
 * @param rule the name of the rule that did it
 * @param because why, in one sentence
 */
public record Translated(
    String item,
    String trait,
    String entry,
    String before,
    String after,
    String rule,
    String because) {

  static Translated of(ItemId id, Translation translation) {
    return new Translated(
        id.toString(),
        translation.trait().name(),
        translation.entry(),
        translation.before(),
        translation.after(),
        translation.rule(),
        translation.because());
  }
}
