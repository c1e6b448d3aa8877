package eu.sortie.spi;

import eu.sortie.inventory.Trait;

/**
 * A field of an item that a destination changed on purpose, so that the item works where it arrives; such a change is reported and is no
 * loss.
 *
 * @param trait where it is
 * @param entry the entry of the trait
 * @param before what it was at the source; empty where there was none
 * @param after what it is meant to be; empty where it was taken out
 * @param rule the name of the rule that did it
 * @param because why, in one sentence
 */
public record Translation(
    Trait trait, String entry, String before, String after, String rule, String because) {}
