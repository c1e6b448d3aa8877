package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lists the resources of a namespace that somebody declared: what others make of them is left out, and counted. */
final class NamespaceListing {

  private static final int PAGE = 500;

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
    found.put(ResourceType.DEFINITION.typeName(), ResourceType.DEFINITION);
    types = Map.copyOf(found);
    discovery.unanswered().stream()
        .filter(one -> !ONLY_MEASURES.matcher(one).find())
        .forEach(unreadable::add);
    var uids = new HashSet<String>();
    all.forEach(one -> uids.add(one.uid()));
    // Two groups may serve one and the same resource.
    var known = new HashSet<String>();
    var leaving = new LinkedHashSet<ResourceType>();
    for (var one : all) {
      if (known.add(one.uid()) && leaves(one, uids)) {
        leaving.add(one.type());
        seen.accept(one.item(uids));
      }
    }
    for (var definition : definitions(leaving)) {
      seen.accept(definition.item(uids));
    }
  }

  /** Where there are custom resources, what defines them leaves too: without it nobody would take them. */
  private List<Listed> definitions(Set<ResourceType> leaving) throws IOException {
    var definitions = new ArrayList<Listed>();
    for (var type : leaving) {
      if (type.mayBeCustom()) {
        try {
          var path = ResourceType.DEFINITION.pathIn("") + '/' + type.plural() + '.' + type.group();
          definitions.add(Listed.of(ResourceType.DEFINITION, asking.get(path)));
        } catch (AnswerException answer) {
          // Served by a server of its own; or nobody may look.
          if (answer.status() != 404) {
            unreadable.add("%s: %s".formatted(ResourceType.DEFINITION, answer.getMessage()));
          }
        }
      }
    }
    return definitions;
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
    int slash = key.indexOf('/');
    var type = types.get(key.substring(0, slash));
    if (type == null) {
      throw new IllegalArgumentException("no listing showed a " + key.substring(0, slash));
    }
    return type.pathIn(namespace) + key.substring(slash);
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
