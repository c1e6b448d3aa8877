package eu.sortie.k8s;

import static eu.sortie.scenario.ResourceTraits.ANNOTATIONS;
import static eu.sortie.scenario.ResourceTraits.DATA;
import static eu.sortie.scenario.ResourceTraits.FINALIZERS;
import static eu.sortie.scenario.ResourceTraits.LABELS;
import static eu.sortie.scenario.ResourceTraits.OTHER_FIELDS;
import static eu.sortie.scenario.ResourceTraits.SPEC;

import com.fasterxml.jackson.databind.node.TextNode;
import eu.sortie.inventory.Trait;
import java.util.Optional;

/** How entries of traits are called in the document they stand in: the way back from {@link ResourceItem}. */
final class EntryPath {

  private static final String BINARY = "binaryData";

  /** Whether the data are those of the core, which has them as texts by name; in anything else they may be a tree. */
  private final boolean core;

  EntryPath(String apiVersion) {
    this.core = apiVersion.equals("v1");
  }

  /** Whether entries of a trait are leaves of a tree, so that a longer one may be inside of a shorter one. */
  boolean isTree(Trait trait) {
    return trait.equals(SPEC) || trait.equals(OTHER_FIELDS) || (trait.equals(DATA) && !core);
  }

  /** The path in the document; empty for a trait whose entries are no fields. */
  Optional<String> of(Trait trait, String entry) {
    if (trait.equals(LABELS) || trait.equals(ANNOTATIONS)) {
      return Optional.of(Paths.join("metadata." + trait, entry));
    }
    if (trait.equals(FINALIZERS)) {
      return Optional.of("metadata.finalizers[=" + TextNode.valueOf(entry) + ']');
    }
    if (trait.equals(DATA)) {
      var binary = entry.startsWith(BINARY + '/');
      var root = binary ? BINARY : DATA.name();
      var rest = binary ? entry.substring(BINARY.length() + 1) : entry;
      return Optional.of(core ? Paths.join(root, rest) : below(root, rest));
    }
    if (trait.equals(SPEC)) {
      return Optional.of(below(SPEC.name(), entry));
    }
    return trait.equals(OTHER_FIELDS) ? Optional.of(entry) : Optional.empty();
  }

  /** The entry of a path in the document, of a trait whose entries are a tree. */
  String entry(Trait trait, String path) {
    if (trait.equals(SPEC)) {
      return inside(SPEC.name(), path);
    }
    if (trait.equals(DATA)) {
      return path.startsWith(BINARY)
          ? BINARY + '/' + inside(BINARY, path)
          : inside(DATA.name(), path);
    }
    return path;
  }

  private static String below(String root, String entry) {
    return entry.isEmpty() || entry.startsWith("[") ? root + entry : root + '.' + entry;
  }

  private static String inside(String root, String path) {
    var rest = path.substring(root.length());
    return rest.startsWith(".") ? rest.substring(1) : rest;
  }
}
