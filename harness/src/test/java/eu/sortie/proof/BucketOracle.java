package eu.sortie.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which configurations of a bucket are not at its copy as they were, by asking both ends itself.
 *
 * <p>It names the configuration and not each entry in it: how an entry is worded is Sortie's own.
 */
record BucketOracle(BareHand from, String source, BareHand to, String copy) {

  /** Sortie's name for the trait, by subresource. */
  private static final Map<String, String> TRAITS = Map.of(
      "tagging", "bucket-tags",
      "policy", "policy",
      "lifecycle", "lifecycle",
      "versioning", "versioning",
      "object-lock", "object-lock");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** That a configuration differs in some way. */
  static Difference differs(String trait) {
    return new Difference("bucket", "", "", trait, "differs", "", "");
  }

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    new TreeMap<>(TRAITS).forEach((subresource, trait) -> {
      if (!meaning(from, source, subresource).equals(meaning(to, copy, subresource))) {
        differences.add(differs(trait));
      }
    });
    return differences;
  }

  /** What a bucket has, with its own name as it were anybody's; nothing where it has none, or the server knows no such thing. */
  private static Optional<String> meaning(BareHand hand, String bucket, String subresource) {
    var answer = hand.get(bucket, "", subresource + "=");
    if (!answer.isGood()) {
      return Optional.empty();
    }
    var said = subresource.equals("policy")
        ? sorted(policy(answer.text().replace(bucket, "OWN")))
        : ofXml(Document.of(answer));
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static JsonNode policy(String text) {
    try {
      return JSON.readTree(text).path("Statement");
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("no policy: " + text, broken);
    }
  }

  /** The order of statements, and of what is in a list, says nothing. */
  private static String sorted(JsonNode node) {
    if (node.isArray()) {
      var all = new TreeSet<String>();
      node.forEach(child -> all.add(sorted(child)));
      return all.size() == 1 ? all.first() : all.toString();
    }
    if (node.isObject()) {
      var all = new TreeMap<String, String>();
      node.properties().forEach(field -> {
        if (!field.getKey().equals("Sid")) {
          all.put(field.getKey(), sorted(field.getValue()));
        }
      });
      return all.toString();
    }
    return node.asText();
  }

  /** Elements without their order; ids are labels. */
  private static String ofXml(Document element) {
    if (element.children().isEmpty()) {
      return element.element().getTextContent().strip();
    }
    var all = new TreeSet<String>();
    for (var child : element.children()) {
      var said = ofXml(child);
      if (!child.name().equals("ID") && !said.isEmpty()) {
        all.add(child.name() + "=" + said);
      }
    }
    return all.isEmpty() ? "" : all.toString();
  }
}
