package eu.sortie.inventory;

/**
 * A trait that was left out so that the rest of an item could be written.
 *
 * @param trait what was left out
 * @param cause who made it necessary
 * @param because the end's own words
 */
public record Concession(Trait trait, Cause cause, String because) {}
