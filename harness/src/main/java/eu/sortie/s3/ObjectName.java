package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;

/**
 * What an end knows an object by.
 *
 * @param version the end's own name of the version; empty for the current object
 */
record ObjectName(String key, String version) {

  private static final Trait VERSION_ID = Trait.recorded("version-id");

  static ObjectName of(Item listed) {
    return new ObjectName(
        listed.id().key(),
        listed.value(VERSION_ID) instanceof Value.Text version ? version.text() : "");
  }
}
