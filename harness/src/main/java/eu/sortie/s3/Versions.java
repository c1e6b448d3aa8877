package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.Optional;

/** What an item says of its version. */
final class Versions {

  private Versions() {}

  /** The end's own name for it; empty where the end keeps one version of a key. */
  static Optional<String> idOf(Item item) {
    return item.value(ObjectTraits.VERSION_ID) instanceof Value.Text id
        ? Optional.of(id.text())
        : Optional.empty();
  }

  /**
   * By what to ask for more of it: the current one without a name where that is the {@code null} version, for some ends know the name
   * in a GET and in no other question (Versity gateway 1.8.0).
   */
  static Optional<String> askedFor(Item item) {
    return idOf(item).filter(id -> !(id.equals("null") && isLatest(item)));
  }

  static boolean isNull(Item item) {
    return item.value(ObjectTraits.NULL_VERSION) instanceof Value.Text;
  }

  static boolean isLatest(Item item) {
    return item.value(ObjectTraits.LATEST) instanceof Value.Text;
  }

  static boolean isDeleteMarker(Item item) {
    return item.id().kind().equals(ObjectTraits.DELETE_MARKER.name());
  }
}
