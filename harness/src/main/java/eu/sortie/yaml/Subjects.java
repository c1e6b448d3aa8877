package eu.sortie.yaml;

import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The subjects a file of capabilities may speak of, by kind: the traits that are compared, and whole items. */
final class Subjects {

  private static final Map<String, List<String>> BY_KIND = byKind();

  private Subjects() {}

  /** The kinds in the order in which files have them. */
  static List<String> kinds() {
    return List.copyOf(BY_KIND.keySet());
  }

  /** What may be said something of, of one kind. */
  static List<String> of(String kind) {
    return BY_KIND.getOrDefault(kind, List.of());
  }

  private static Map<String, List<String>> byKind() {
    var kinds = new LinkedHashMap<String, List<String>>();
    for (var kind : Selection.objects("any").kinds().all()) {
      var subjects = new ArrayList<String>();
      subjects.add(Allowance.ITEM);
      if (kind.equals(ObjectTraits.OBJECT)) {
        subjects.add(Subject.VERSIONS);
      }
      kind.traits().stream()
          .filter(Trait::comparedByDefault)
          .map(Trait::name)
          .forEach(subjects::add);
      kinds.put(kind.name(), List.copyOf(subjects));
    }
    return kinds;
  }
}
