package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.measure.Durations;
import eu.sortie.spi.Destination.Rest;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Sign;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Waits until every workload of a namespace is ready, and says of those that are not what is known of their pods. */
final class Workloads {

  private static final Duration BETWEEN = Duration.ofMillis(500);
  /** How long a state has to last. */
  private static final Duration STEADY = Duration.ofSeconds(3);

  private static final List<String> SORTS = List.of("deployments", "statefulsets", "daemonsets");

  private final ClusterConnection connection;
  private final String namespace;

  Workloads(ClusterConnection connection, String namespace) {
    this.connection = connection;
    this.namespace = namespace;
  }

  Sign await(Duration within, Rest rest) throws IOException {
    long began = System.nanoTime();
    while (true) {
      var all = look();
      var waited = Duration.ofNanos(System.nanoTime() - began);
      if (all.isEmpty()) {
        return Sign.unknown("there is no workload in namespace " + namespace);
      }
      if (all.stream().allMatch(Workload::isReady)) {
        return Sign.alive(inWords(all, waited));
      }
      if (waited.compareTo(within) >= 0 || all.stream().anyMatch(Workload::hasFailed)) {
        return Sign.dead(deadInWords(all, waited), details(all));
      }
      rest.rest(BETWEEN);
    }
  }

  /** How each workload does, for another end to be held against. */
  Recording recorded() throws IOException {
    var first = states(look());
    if (first.entries().isEmpty()) {
      return Recording.unknown("there is no workload in namespace " + namespace);
    }
    Throttling.rest(STEADY);
    var changing = first.different(states(look()));
    return changing.isEmpty()
        ? first
        : Recording.unknown("pods come and go just now: " + String.join(", ", changing));
  }

  private static Recording states(List<Workload> all) {
    var states = new TreeMap<String, String>();
    all.forEach(one ->
        states.put(one.name(), one.isSeen() ? one.state() : "no controller has seen it yet"));
    return Recording.of(states);
  }

  /** Waits until each does as it did at the source, and goes on doing so: on its way up a workload may pass through any state. */
  Sign await(Recording recorded, Duration within, Rest rest) throws IOException {
    long began = System.nanoTime();
    long alikeSince = began;
    while (true) {
      var differences = recorded.differences(states(look()));
      long now = System.nanoTime();
      var waited = Duration.ofNanos(now - began);
      alikeSince = differences.isEmpty() ? alikeSince : now;
      if (differences.isEmpty() && now - alikeSince >= STEADY.toNanos()) {
        return Sign.alive("%d workloads do as at the source after %s"
            .formatted(recorded.entries().size(), Durations.brief(waited)));
      }
      if (!differences.isEmpty() && waited.compareTo(within) >= 0) {
        var details = new ArrayList<>(differences);
        details.addAll(new Trouble(connection, namespace).lines());
        return Sign.dead(
            "%d of %d workloads do not do as at the source after %s"
                .formatted(differences.size(), recorded.entries().size(), Durations.brief(waited)),
            details);
      }
      rest.rest(BETWEEN);
    }
  }

  private List<Workload> look() throws IOException {
    var all = new ArrayList<Workload>();
    for (var sort : SORTS) {
      list("/apis/apps/v1", sort).forEach(one -> all.add(Workload.of(sort, one)));
    }
    list("/apis/batch/v1", "jobs").forEach(one -> {
      // Those of a CronJob come and go as it says.
      if (one.path("metadata").path("ownerReferences").isEmpty()) {
        all.add(Workload.of("jobs", one));
      }
    });
    return all;
  }

  private JsonNode list(String api, String plural) throws IOException {
    return connection
        .get("%s/namespaces/%s/%s?limit=5000".formatted(api, namespace, plural))
        .path("items");
  }

  private static String inWords(List<Workload> all, Duration waited) {
    long idle = all.stream().filter(Workload::wantsNone).count();
    return "%d workloads were ready after %s%s"
        .formatted(
            all.size(),
            Durations.brief(waited),
            idle == 0 ? "" : "; %d of them want no pod at all".formatted(idle));
  }

  private static String deadInWords(List<Workload> all, Duration waited) {
    long late = all.stream().filter(one -> !one.isReady()).count();
    return "%d of %d workloads were not ready after %s"
        .formatted(late, all.size(), Durations.brief(waited));
  }

  private List<String> details(List<Workload> all) throws IOException {
    var details = new ArrayList<String>();
    all.stream()
        .filter(one -> !one.isReady())
        .forEach(one -> details.add(one.name() + ": " + one.state()));
    details.addAll(new Trouble(connection, namespace).lines());
    return details;
  }
}
