package eu.sortie.inventory;

/** One difference between the inventories. */
public sealed interface Loss {

  /** The item concerned. */
  ItemId id();

  /** What happened to it, in one word. */
  Change change();

  /** The item was at the source and is not at the destination. */
  record Missing(ItemId id) implements Loss {
    @Override
    public Change change() {
      return Change.MISSING;
    }
  }

  /**
   * The item arrived, and one of its traits did not arrive as it was.
   *
   * @param id the item
   * @param trait the trait that differs
   * @param change lost, altered or added
   * @param was what the source had, empty where it had none
   * @param became what the destination has, empty where it has none
   */
  record Altered(ItemId id, Trait trait, Change change, String was, String became)
      implements Loss {}

  /** The item is at the destination and was never at the source. */
  record Unexpected(ItemId id) implements Loss {
    @Override
    public Change change() {
      return Change.UNEXPECTED;
    }
  }
}
