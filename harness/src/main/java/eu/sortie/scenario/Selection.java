package eu.sortie.scenario;

import eu.sortie.inventory.Kind;

/** Which part of the source leaves. */
public sealed interface Selection permits ObjectSelection {

  /** The objects of a bucket, all of them unless narrowed. */
  static ObjectSelection objects(String bucket) {
    return new ObjectSelection(bucket, "", "");
  }

  /** What is selected. */
  Kind kind();
}
