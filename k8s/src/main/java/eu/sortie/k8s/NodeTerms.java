package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.scenario.ResourceTraits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds in the affinity to nodes what only nodes of the source can meet.
 *
 * <p>A term goes only as a whole, and only if each of its requirements names nodes of the source: what is left then asks for no more and no
 * less of the nodes that are there. Any other term stays as it is, for its other requirements were meant together with that one.
 */
final class NodeTerms {

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final Pattern AFFINITY =
      Pattern.compile("((?:.*\\.)?affinity\\.nodeAffinity)\\..*", Pattern.DOTALL);

  private final List<Requirement> ofTheSource;

  private record Requirement(Pattern key, Pattern values) {}

  NodeTerms(List<TranslationRule.Term> terms) {
    this.ofTheSource = terms.stream()
        .map(term -> new Requirement(Pattern.compile(term.key()), Pattern.compile(term.values())))
        .toList();
  }

  /** What has to be taken out next of a specification, if anything. */
  Optional<String> next(Translating item) {
    for (var affinity : affinities(item)) {
      var required = affinity + '.' + REQUIRED;
      var preferred = affinity + '.' + PREFERRED;
      var next = next(item, required, required + ".nodeSelectorTerms", "")
          .or(() -> next(item, preferred, preferred, "preference"));
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private static Set<String> affinities(Translating item) {
    var affinities = new TreeSet<String>();
    for (var entry : item.entries(ResourceTraits.SPEC).keySet()) {
      var matcher = AFFINITY.matcher(entry);
      if (matcher.matches()) {
        affinities.add(matcher.group(1));
      }
    }
    return affinities;
  }

  /** The whole, if all its terms go; else the first that does. A list of no terms would match no node at all. */
  private Optional<String> next(Translating item, String whole, String list, String inside) {
    var terms = item.value(ResourceTraits.SPEC, list).filter(JsonNode::isArray);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    var all = terms.get();
    var going = IntStream.range(0, all.size())
        .filter(i -> goes(inside.isEmpty() ? all.get(i) : all.get(i).path(inside)))
        .boxed()
        .toList();
    if (going.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(going.size() == all.size() ? whole : list + '[' + going.get(0) + ']');
  }

  private boolean goes(JsonNode term) {
    var requirements = term.path("matchExpressions");
    return term.path("matchFields").isEmpty()
        && !requirements.isEmpty()
        && stream(requirements).allMatch(this::isOfTheSource);
  }

  private boolean isOfTheSource(JsonNode requirement) {
    // NotIn and DoesNotExist hold for every node of the destination.
    return Set.of("In", "Exists").contains(requirement.path("operator").asText())
        && ofTheSource.stream()
            .anyMatch(known ->
                known.key().matcher(requirement.path("key").asText()).matches()
                    && stream(requirement.path("values"))
                        .allMatch(
                            value -> known.values().matcher(value.asText()).matches()));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
