package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lists the resources of a namespace that somebody declared: what others make of them is left out, and counted. */
final class NamespaceListing {

  private static final int PAGE = 500;

  /** So begin the classes of priority that Kubernetes makes itself. */
  private static final String OF_EVERY_CLUSTER = "system-";

  /** Servers of these hold nothing that anybody could create. */
  private static final Pattern ONLY_MEASURES = Pattern.compile("^([a-z.]+\\.)?metrics\\.k8s\\.io/");

  private final Asking asking;
  private final String namespace;
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<String> unreadable = new ArrayList<>();
  /** Readers look here while the next listing is under way. */
  private volatile Map<String, ResourceType> types = Map.of();

  NamespaceListing(Asking asking, String namespace) {
    this.asking = asking;
    this.namespace = namespace;
  }

  void each(Consumer<Item> seen) throws IOException {
    leftOut.clear();
    unreadable.clear();
    var discovery = new Discovery(asking);
    var all = new ArrayList<Listed>();
    var found = new LinkedHashMap<String, ResourceType>();
    for (var type : discovery.types()) {
      found.put(type.typeName(), type);
      list(type, all);
    }
    for (var type : Order.OF_THE_CLUSTER) {
      found.put(type.typeName(), type);
    }
    types = Map.copyOf(found);
    discovery.unanswered().stream()
        .filter(one -> !ONLY_MEASURES.matcher(one).find())
        .forEach(unreadable::add);
    var uids = new HashSet<String>();
    all.forEach(one -> uids.add(one.uid()));
    // Two groups may serve one and the same resource.
    var known = new HashSet<String>();
    var needed = new LinkedHashMap<String, ResourceType>();
    for (var one : all) {
      if (known.add(one.uid()) && leaves(one, uids)) {
        need(one, needed);
        seen.accept(one.item(uids));
      }
    }
    for (var one : needed.entrySet()) {
      follow(one.getValue(), one.getKey()).ifPresent(followed -> seen.accept(followed.item(uids)));
    }
  }

  /** What defines a custom resource leaves too, and so does the class of priority that a pod names: without them nobody would take it. */
  private static void need(Listed one, Map<String, ResourceType> needed) {
    if (one.type().mayBeCustom()) {
      needed.put(one.type().plural() + '.' + one.type().group(), ResourceType.DEFINITION);
    }
    for (var priority : one.priorities()) {
      if (!priority.startsWith(OF_EVERY_CLUSTER)) {
        needed.put(priority, ResourceType.PRIORITY_CLASS);
      }
    }
  }

  private Optional<Listed> follow(ResourceType type, String name) throws IOException {
    try {
      return Optional.of(Listed.of(type, asking.get(type.pathOf("", name))));
    } catch (AnswerException answer) {
      // Not there: served by a server of its own, or named in vain.
      if (answer.status() != AnswerException.NOT_FOUND) {
        unreadable.add("%s: %s".formatted(type, answer.getMessage()));
      }
      return Optional.empty();
    }
  }

  /** What was left out, each in one sentence. */
  List<String> leftOut() {
    var sentences = new ArrayList<String>();
    leftOut.forEach((because, count) ->
        sentences.add("%d resources are left out: %s.".formatted(count, because)));
    return sentences;
  }

  /** What could not be listed, each in one sentence. */
  List<String> unlisted() {
    return new TreeSet<>(unreadable)
        .stream().map(one -> "resources that could not be listed: " + one).toList();
  }

  /** Where the resource of a key is, as it was listed last. */
  String pathOf(String key) {
    var wanted = ResourceKey.of(key);
    var type = types.get(wanted.type());
    if (type == null) {
      throw new IllegalArgumentException("no listing showed a " + wanted.type());
    }
    return type.pathOf(namespace, wanted.name());
  }

  private boolean leaves(Listed one, Set<String> uids) {
    if (one.passing()) {
      return leftOut("events and leases say what happens just now");
    }
    if (one.controller().filter(uids::contains).isPresent()) {
      return leftOut("their owner is in the namespace, and makes them anew");
    }
    if (one.byTheClusterAlone()) {
      return leftOut("nobody but the cluster ever wrote them, and every cluster makes its own");
    }
    return true;
  }

  private boolean leftOut(String because) {
    leftOut.merge(because, 1, Integer::sum);
    return false;
  }

  private void list(ResourceType type, List<Listed> all) throws IOException {
    try {
      listPages(type, all);
    } catch (AnswerException refused) {
      // Sorts that may not be listed, or whose own server is down, are named; what else is there
      // still leaves.
      if (refused.status() != 403 && refused.status() != 404 && refused.status() != 503) {
        throw refused;
      }
      unreadable.add("%s: %s".formatted(type, refused.getMessage()));
    }
  }

  private void listPages(ResourceType type, List<Listed> all) throws IOException {
    var next = "";
    do {
      var page = asking.get("%s?limit=%d%s".formatted(type.pathIn(namespace), PAGE, next));
      page.path("items").forEach(resource -> all.add(Listed.of(type, resource)));
      var token = page.path("metadata").path("continue").asText();
      next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
  }
}
