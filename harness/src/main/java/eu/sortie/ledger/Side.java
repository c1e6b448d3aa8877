package eu.sortie.ledger;

import java.util.Locale;

/** Which of the two inventories. */
public enum Side {
  SOURCE,
  DESTINATION;

  String table() {
    return name().toLowerCase(Locale.ROOT);
  }
}
