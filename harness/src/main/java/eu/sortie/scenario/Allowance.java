package eu.sortie.scenario;

import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;

/**
 * A loss that is accepted, because.
 *
 * @param of the name of the trait that may be lost, or {@value #ITEM} for whole items
 * @param under only on keys that begin so; empty for all
 * @param because why it is accepted; never blank
 */
public record Allowance(String of, String under, String because) {

  /** Stands for an item as a whole: one that is missing, or one that came from nowhere. */
  public static final String ITEM = "item";

  /** Stands for what changes at the source while its items leave: it is named, and compared with nothing. */
  public static final String CHANGES = "changes";

  public Allowance {
    if (because.isBlank()) {
      throw new Misuse("loss of %s: an allowance needs a because, expected why the loss is accepted"
          .formatted(of));
    }
  }

  /** Begins an allowance for a trait; it is none before it has a because. */
  public static Lossy lossOf(Trait trait) {
    return new Lossy(trait.name(), "");
  }

  /** Begins an allowance for whole items; it is none before it has a because. */
  public static Lossy lossOfItems() {
    return new Lossy(ITEM, "");
  }

  /** Begins an allowance for what changes at the source meanwhile; it is none before it has a because. */
  public static Lossy lossOfChanges() {
    return new Lossy(CHANGES, "");
  }

  /** Whether it accepts a loss. */
  public boolean covers(Loss loss) {
    var what = loss instanceof Loss.Altered altered ? altered.trait().name() : ITEM;
    return of.equals(what) && loss.id().key().startsWith(under);
  }

  /** What is accepted, in words. */
  public String words() {
    return under.isEmpty() ? "loss of " + of : "loss of " + of + " under " + under;
  }

  /** The first half of a sentence; not an allowance yet. */
  public static final class Lossy {
    private final String of;
    private final String under;

    private Lossy(String of, String under) {
      this.of = of;
      this.under = under;
    }

    /** Narrows it to keys that begin with a prefix. */
    public Lossy under(String prefix) {
      return new Lossy(of, prefix);
    }

    /** Says why the loss is accepted. */
    public Allowance because(String reason) {
      return new Allowance(of, under, reason);
    }
  }
}
