package eu.sortie.ledger;

import eu.sortie.inventory.Item;
import java.util.Optional;

/**
 * An item as an end listed it.
 *
 * @param item its version is the end's own name for it
 * @param place in the listing: what is listed later has a higher one
 * @param writtenFor at the destination, the version of the source's item it was written for; empty at the source, and for what
 *     nobody wrote
 * @param apart whether the end may list each kind of version apart, so that between two kinds places say nothing
 */
public record Listed(Item item, long place, Optional<String> writtenFor, boolean apart) {}
