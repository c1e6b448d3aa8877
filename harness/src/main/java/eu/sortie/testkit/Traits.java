package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Fate;
import eu.sortie.spi.Receipt;
import java.util.List;
import java.util.TreeSet;

/** What became of the traits of a specimen. */
final class Traits {

  private Traits() {}

  /** Fails where one is not as it was written, and was not conceded. */
  static void assertKept(Specimen written, Receipt receipt, Sight seen) {
    assertEquals(written.sha256(), seen.content().hex(), () -> "the bytes of " + written.key());
    var traits = new TreeSet<>(written.item().traits().keySet());
    receipt.concessions().stream().map(Concession::trait).forEach(traits::remove);
    var compared = Comparison.of(written.item(), seen.item(), traits);
    assertEquals(
        List.of(), compared.losses(), () -> "traits of %s were lost".formatted(written.key()));
    compared.fates().forEach((trait, fate) -> {
      if (fate == Fate.UNKNOWN) {
        throw new AssertionError("%s of %s was written, and is unknown: %s"
            .formatted(trait, written.key(), seen.item().value(trait)));
      }
    });
  }
}
