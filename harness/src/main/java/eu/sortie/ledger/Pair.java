package eu.sortie.ledger;

import eu.sortie.inventory.Item;
import org.jspecify.annotations.Nullable;

/**
 * One item seen twice, where the two sights differ; at least one of them is there.
 *
 * @param before at the source; null where it never was
 * @param after at the destination; null where it is not
 * @param transfer how it was carried; null where nobody carried it
 */
public record Pair(
    @Nullable Item before, @Nullable Item after, @Nullable Transfer transfer) {}
