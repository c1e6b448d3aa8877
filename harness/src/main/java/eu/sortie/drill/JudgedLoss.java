package eu.sortie.drill;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Loss;
import eu.sortie.scenario.Allowance;
import java.util.Optional;
import java.util.Set;

/**
 * A loss with all that is known about it.
 *
 * @param loss the difference
 * @param cause who it comes from
 * @param why what the end said, or what is known otherwise; empty where nothing is
 * @param foretold the reason the destination gave beforehand; empty for a surprise
 * @param allowance the allowance that accepts it; empty where none does
 */
public record JudgedLoss(
    Loss loss, Cause cause, String why, Optional<String> foretold, Optional<Allowance> allowance) {

  /** Why something is otherwise at the destination, where nobody said anything. */
  static final String READS_BACK_OTHERWISE = "it was written as read, and reads back otherwise";

  /** Why something is not at the destination, where nobody said anything. */
  static final String TAKEN_AND_GONE = "it was taken with success, and is not there";

  /** Why something is not at the destination that nobody brought there. */
  static final String NEVER_CARRIED = "it was never carried";

  /** The reasons that are ours, where no end gave one. */
  public static final Set<String> NOBODY_SAID =
      Set.of(READS_BACK_OTHERWISE, TAKEN_AND_GONE, NEVER_CARRIED);

  /** The trait's name, or {@value Allowance#ITEM} for a whole item. */
  public String trait() {
    return loss instanceof Loss.Altered altered ? altered.trait().name() : Allowance.ITEM;
  }

  /** What it was, empty for a whole item. */
  public String was() {
    return loss instanceof Loss.Altered altered ? altered.was() : "";
  }

  /** What it became, empty for a whole item. */
  public String became() {
    return loss instanceof Loss.Altered altered ? altered.became() : "";
  }
}
