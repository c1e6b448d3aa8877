package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Asks a cluster which sorts of resources it has, custom ones too: what can be listed and created in a namespace leaves. */
final class Discovery {

  private final Asking asking;
  private final Set<String> unanswered = new TreeSet<>();

  Discovery(Asking asking) {
    this.asking = asking;
  }

  /** Each sort once, in the version its cluster prefers. */
  List<ResourceType> types() throws IOException {
    var types = new ArrayList<>(typesOf("", "v1", asking.get("/api/v1")));
    for (var group : asking.get("/apis").path("groups")) {
      var name = group.path("name").asText();
      var known = new TreeSet<String>();
      for (var version : versions(group)) {
        typesOf(name, version).stream()
            .filter(type -> known.add(type.plural()))
            .forEach(types::add);
      }
    }
    return types;
  }

  /** Groups whose server did not answer, in its words: there may be resources that nobody can list. */
  Set<String> unanswered() {
    return unanswered;
  }

  /** The preferred one first: a sort may be served in another version only. */
  private static Set<String> versions(JsonNode group) {
    var versions = new java.util.LinkedHashSet<String>();
    versions.add(group.path("preferredVersion").path("version").asText());
    group
        .path("versions")
        .forEach(version -> versions.add(version.path("version").asText()));
    return versions;
  }

  private List<ResourceType> typesOf(String group, String version) throws IOException {
    try {
      return typesOf(group, version, asking.get("/apis/" + group + '/' + version));
    } catch (AnswerException answer) {
      // An aggregated API whose own server is down: the rest of the cluster works.
      if (answer.status() == 503 || answer.status() == 404) {
        unanswered.add("%s/%s: %s".formatted(group, version, answer.getMessage()));
        return List.of();
      }
      throw answer;
    }
  }

  private static List<ResourceType> typesOf(String group, String version, JsonNode answer) {
    var types = new ArrayList<ResourceType>();
    for (var resource : answer.path("resources")) {
      var name = resource.path("name").asText();
      if (resource.path("namespaced").asBoolean() && !name.contains("/") && leaves(resource)) {
        var kind = resource.path("kind").asText();
        var singular = resource.path("singularName").asText();
        types.add(new ResourceType(
            group,
            version,
            name,
            singular.isEmpty() ? kind.toLowerCase(Locale.ROOT) : singular,
            kind));
      }
    }
    return types;
  }

  private static boolean leaves(JsonNode resource) {
    var verbs = new TreeSet<String>();
    resource.path("verbs").forEach(verb -> verbs.add(verb.asText()));
    return verbs.containsAll(Set.of("list", "get", "create"));
  }
}
