package eu.sortie.scenario;

import java.util.List;

/** What leaves for a namespace of Kubernetes, as resources. */
public sealed interface NamespaceSelection extends Selection
    permits ResourceSelection, ServiceSelection {

  /** What the place at the source is called, as a namespace would be. */
  String namespace();

  /** The namespace at the destination; empty for one the drill creates and removes again. */
  String into();

  /** The rules of translation that are switched off, by name. */
  List<String> untranslated();

  /** Texts of the source that are replaced wherever they stand, one after the other, after the rules. */
  List<Replacement> replacements();
}
