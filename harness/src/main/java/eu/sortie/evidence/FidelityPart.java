package eu.sortie.evidence;

import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import java.util.List;
import java.util.TreeMap;

/** Fidelity in the shape of the published schema: one entry a trait, in the order of their names. */
record FidelityPart(
    long items, long arrived, long missing, long unexpected, List<TraitPart> traits) {

  static FidelityPart of(Fidelity fidelity) {
    return new FidelityPart(
        fidelity.items(),
        fidelity.arrived(),
        fidelity.missing(),
        fidelity.unexpected(),
        fidelity.traits().entrySet().stream()
            .map(entry -> TraitPart.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  Fidelity toFidelity() {
    var tallies = new TreeMap<Trait, Tally>();
    traits.forEach(
        part -> tallies.put(new Trait(part.trait, part.comparedByDefault), part.tally()));
    return new Fidelity(items, arrived, missing, unexpected, tallies);
  }

  /** How the items fared in one trait. */
  record TraitPart(
      String trait,
      boolean comparedByDefault,
      long kept,
      long altered,
      long lost,
      long unknown,
      long absent) {

    static TraitPart of(Trait trait, Tally tally) {
      return new TraitPart(
          trait.name(),
          trait.comparedByDefault(),
          tally.kept(),
          tally.altered(),
          tally.lost(),
          tally.unknown(),
          tally.absent());
    }

    Tally tally() {
      return new Tally(kept, altered, lost, unknown, absent);
    }
  }
}
