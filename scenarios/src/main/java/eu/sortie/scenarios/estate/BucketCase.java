package eu.sortie.scenarios.estate;

import eu.sortie.inventory.Trait;
import eu.sortie.spi.PlantedCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A known-hard part of a bucket's configuration before it is planted.
 *
 * @param id its number in the failure catalogue
 * @param what it is, in one sentence
 * @param traits the names of the traits it is about
 * @param said by which query it is set
 * @param asked by which query it is shown
 * @param headers that set it, where it takes no document
 * @param document that sets it, and of which every text has to be shown
 */
record BucketCase(
    String id,
    String what,
    Set<String> traits,
    String said,
    String asked,
    Map<String, String> headers,
    String document) {

  BucketCase {
    traits = Set.copyOf(traits);
    headers = Map.copyOf(headers);
  }

  static BucketCase configured(String id, String what, Trait trait, String query, String document) {
    return new BucketCase(id, what, Set.of(trait.name()), query, query, Map.of(), document);
  }

  /** One of several of its sort, which has a name of its own there and is shown by a list. */
  BucketCase named(String name) {
    return new BucketCase(id, what, traits, said + "&id=" + name, asked, headers, document);
  }

  static BucketCase granted(
      String id, String what, Map<String, String> headers, String grants, Trait... traits) {
    return new BucketCase(
        id,
        what,
        Arrays.stream(traits).map(Trait::name).collect(Collectors.toSet()),
        "acl",
        "acl",
        headers,
        grants);
  }

  PlantedCase planted(String bucket) {
    return notPlanted(bucket, "");
  }

  PlantedCase notPlanted(String bucket, String because) {
    return new PlantedCase(id, what, List.of(bucket), traits, because);
  }
}
