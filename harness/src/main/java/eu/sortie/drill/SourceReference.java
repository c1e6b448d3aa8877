package eu.sortie.drill;

import eu.sortie.inventory.ItemId;

/**
 * Something in an item that only means something at the source, as in an ARN; it may arrive letter by letter and point at nothing.
 *
 * @param id the item
 * @param trait the trait it stands in, with the entry where the trait has some
 * @param sort what sort of reference it is
 * @param text the reference as it stands there
 */
public record SourceReference(ItemId id, String trait, String sort, String text) {}
