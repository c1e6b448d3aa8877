package eu.sortie.scenarios.estate;

import eu.sortie.spi.PlantedCase;
import java.util.List;

/**
 * A known-hard case before it is planted.
 *
 * @param id its number in the failure catalogue
 * @param what it is, in one sentence
 * @param specimens the items that carry it; only all together are they the case
 */
record PoisonCase(String id, String what, List<Specimen> specimens) {

  PoisonCase {
    specimens = List.copyOf(specimens);
  }

  static PoisonCase poisoned(String id, String what, Specimen... specimens) {
    return new PoisonCase(id, what, List.of(specimens));
  }

  /** A case that lies in keys alone: small items that differ in their content. */
  static PoisonCase poisonedKeys(String id, String what, String... keys) {
    return new PoisonCase(
        id, what, List.of(keys).stream().map(PoisonCase::plain).toList());
  }

  static Specimen plain(String key) {
    return Specimen.of(key, Body.text("the item under " + key)).contentType("text/plain");
  }

  List<String> keys() {
    return specimens.stream().map(Specimen::key).toList();
  }

  PlantedCase planted() {
    return new PlantedCase(id, what, keys(), "");
  }

  PlantedCase notPlanted(String because) {
    return new PlantedCase(id, what, keys(), because);
  }
}
