package eu.sortie.scenarios.estate;

import eu.sortie.inventory.Trait;
import eu.sortie.spi.PlantedCase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A known-hard case before it is planted.
 *
 * @param id its number in the failure catalogue
 * @param what it is, in one sentence
 * @param specimens the items that carry it; only all together are they the case
 * @param traits the names of the traits it is about; empty for all
 */
record PoisonCase(String id, String what, List<Specimen> specimens, Set<String> traits) {

  PoisonCase {
    specimens = List.copyOf(specimens);
    traits = Set.copyOf(traits);
  }

  static PoisonCase poisoned(String id, String what, Specimen... specimens) {
    return new PoisonCase(id, what, List.of(specimens), Set.of());
  }

  /** A case that lies in keys alone: small items that differ in their content. */
  static PoisonCase poisonedKeys(String id, String what, String... keys) {
    return new PoisonCase(
        id, what, List.of(keys).stream().map(PoisonCase::plain).toList(), Set.of());
  }

  static Specimen plain(String key) {
    return Specimen.of(key, Body.text("the item under " + key)).contentType("text/plain");
  }

  /** Narrows it to what it is about. */
  PoisonCase about(Trait... some) {
    return new PoisonCase(
        id,
        what,
        specimens,
        Arrays.stream(some).map(Trait::name).collect(Collectors.toUnmodifiableSet()));
  }

  List<String> keys() {
    return specimens.stream().map(Specimen::key).toList();
  }

  PlantedCase planted() {
    return notPlanted("");
  }

  PlantedCase notPlanted(String because) {
    return new PlantedCase(id, what, keys(), traits, because);
  }
}
