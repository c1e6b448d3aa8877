package eu.sortie.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws up the resources for a cluster from what was said of it; asks nobody. */
final class Drafting {

  private final Described described;
  private final Claims claims = new Claims();
  private final Accounts accounts = new Accounts();
  /** Services and schedules share them, for what a pod is given is called by its workload. */
  private final Taken names = new Taken();

  private final List<Drawing> drawings = new ArrayList<>();
  private final Map<String, Draft> services = new LinkedHashMap<>();

  private Drafting(Described described) {
    this.described = described;
  }

  static List<Drawing> of(Described described) {
    return new Drafting(described).draw();
  }

  private List<Drawing> draw() {
    var pods = new Pods(claims, accounts);
    for (var one : described.services()) {
      new Workload(one, described, pods, names, services).draw().forEach(drawings::add);
    }
    for (var one : described.schedules()) {
      new Scheduled(one, described, pods, names).draw().forEach(drawings::add);
    }
    services.values().forEach(one -> drawings.add(Drawing.of(one)));
    claims.all().forEach(one -> drawings.add(Drawing.of(one)));
    accounts.all().forEach(one -> drawings.add(Drawing.of(one)));
    return List.copyOf(drawings);
  }
}
