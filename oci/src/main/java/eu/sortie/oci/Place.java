package eu.sortie.oci;

import eu.sortie.scenario.ImageSelection;

/**
 * Where repositories are at an end: under their names at the source, or behind something.
 *
 * @param before what stands before the names; empty for nothing
 */
record Place(String before) {

  static final Place AT_THE_SOURCE = new Place("");

  /** Where a selection arrives. */
  static Place of(ImageSelection selection, String drillId) {
    if (selection.into().isEmpty()) {
      return new Place("sortie-drill-%s/".formatted(drillId));
    }
    return selection.into().equals(ImageSelection.SAME_NAMES)
        ? AT_THE_SOURCE
        : new Place(selection.into().replaceAll("/+$", "") + '/');
  }

  String of(String repository) {
    return before + repository;
  }
}
