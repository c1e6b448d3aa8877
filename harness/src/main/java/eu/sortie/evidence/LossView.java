package eu.sortie.evidence;

import eu.sortie.drill.LossGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All losses of one trait in the report. */
record LossView(String trait, String count, List<Group> groups) {

  /** Losses that are alike. */
  record Group(
      String change,
      String count,
      String cause,
      String why,
      boolean foretold,
      String allowedBecause,
      List<String> samples) {

    boolean surprise() {
      return !foretold;
    }

    boolean refused() {
      return allowedBecause.isEmpty();
    }

    static Group of(LossGroup group) {
      return new Group(
          group.change(),
          Numbers.grouped(group.losses()),
          group.cause(),
          group.why(),
          group.foretold(),
          group.allowedBecause(),
          group.samples().stream().map(Cut::text).toList());
    }
  }

  static List<LossView> of(List<LossGroup> losses) {
    var byTrait = new TreeMap<String, List<LossGroup>>();
    losses.forEach(group ->
        byTrait.computeIfAbsent(group.trait(), any -> new ArrayList<>()).add(group));
    return byTrait.entrySet().stream()
        .map(entry -> new LossView(
            entry.getKey(),
            Numbers.grouped(
                entry.getValue().stream().mapToLong(LossGroup::losses).sum()),
            entry.getValue().stream().map(Group::of).toList()))
        .toList();
  }
}
