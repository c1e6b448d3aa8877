package eu.sortie.ecs;

import eu.sortie.k8s.DrawnResource;
import java.util.Map;

/**
 * A resource that was drawn up.
 *
 * @param resource without the values that are still to be fetched
 * @param values where they are, by the key of the data they are to stand under
 * @param refused why it cannot be brought back; empty where it can
 */
record Drawing(DrawnResource resource, Map<String, SecretRef> values, String refused) {

  Drawing {
    values = Map.copyOf(values);
  }

  static Drawing of(Draft draft) {
    return new Drawing(draft.drawn(), Map.of(), "");
  }

  static Drawing filled(Draft draft, Map<String, SecretRef> values) {
    return new Drawing(draft.drawn(), values, "");
  }

  static Drawing refused(Draft draft, String because) {
    return new Drawing(draft.drawn(), Map.of(), because);
  }
}
