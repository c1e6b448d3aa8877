package eu.sortie.ledger;

import eu.sortie.inventory.Concession;
import eu.sortie.inventory.ItemId;
import java.util.List;

/**
 * How one item was carried from the source to the destination.
 *
 * @param id the item
 * @param result how it went
 * @param bytes how many were read
 * @param because the end's own words where it did not go; empty otherwise
 * @param concessions traits that were left out so that the rest could go
 * @param writtenAs the destination's own name for the version it made; empty where it made none
 */
public record Transfer(
    ItemId id,
    Result result,
    long bytes,
    String because,
    List<Concession> concessions,
    String writtenAs) {

  public Transfer {
    concessions = List.copyOf(concessions);
  }

  /** A transfer of an item that has one version. */
  public Transfer(
      ItemId id, Result result, long bytes, String because, List<Concession> concessions) {
    this(id, result, bytes, because, concessions, "");
  }

  /** How a transfer can go. */
  public enum Result {
    WRITTEN,
    /** The source did not give it. */
    NOT_READ,
    /** The source no longer had what the survey listed. */
    CHANGED,
    /** The destination did not take it. */
    NOT_WRITTEN
  }
}
