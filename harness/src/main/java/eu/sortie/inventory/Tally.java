package eu.sortie.inventory;

/**
 * How many items fared how in one trait; counts before percentages.
 *
 * @param kept it was there and arrived as it was
 * @param altered it arrived different, or came from nowhere
 * @param lost it was there and is gone, items that did not arrive at all among them
 * @param unknown it could not be seen at one of the ends
 * @param absent neither end has one: it was looked for, or the end says that it has none of its kind
 */
public record Tally(long kept, long altered, long lost, long unknown, long absent) {

  /** No item at all. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** Counts so many more items with one fate. */
  public Tally plus(Fate fate, long items) {
    return switch (fate) {
      case KEPT -> new Tally(kept + items, altered, lost, unknown, absent);
      case ALTERED -> new Tally(kept, altered + items, lost, unknown, absent);
      case LOST -> new Tally(kept, altered, lost + items, unknown, absent);
      case UNKNOWN -> new Tally(kept, altered, lost, unknown + items, absent);
      case ABSENT -> new Tally(kept, altered, lost, unknown, absent + items);
    };
  }

  /** How many items were looked at, the unknown among them. */
  public long items() {
    return kept + altered + lost + unknown + absent;
  }

  /** How many items this was seen on at both ends, so that something can be said about them. */
  public long observed() {
    return kept + altered + lost + absent;
  }
}
