package eu.sortie.s3;

import eu.sortie.inventory.Item;

/**
 * What an end knows an object by.
 *
 * @param version the end's own name of the version; empty for the current object
 */
record ObjectName(String key, String version) {

  static ObjectName of(Item listed) {
    return new ObjectName(listed.id().key(), Versions.askedFor(listed).orElse(""));
  }
}
