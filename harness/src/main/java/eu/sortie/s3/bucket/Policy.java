package eu.sortie.s3.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may do what with a bucket.
 *
 * <p>{@code Id} and {@code Sid} are labels and do not count. One text and a list of one are the same, the order of a list says nothing,
 * and {@code "*"} as principal is {@code {"AWS": "*"}}. The version counts: policies of 2008 know no variables.
 */
final class Policy {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(
          DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
          DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .build();

  /** The version a policy has that states none. */
  private static final String FIRST_VERSION = "2008-10-17";

  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private Policy() {}

  static Value of(String document, String bucket) throws UnreadableException {
    var policy = mapped(parse(document), text -> OwnName.hidden(text, bucket));
    var rules = new Rules();
    for (var statement : listed(policy.path("Statement"))) {
      rules.add(appliesTo(statement), does(statement));
    }
    rules.besides("version", policy.path("Version").asText(FIRST_VERSION));
    return rules.value();
  }

  /** The policy with another bucket's name where it names its own. */
  static String movedTo(String document, String bucket, String to) throws UnreadableException {
    return mapped(parse(document), text -> OwnName.replaced(text, bucket, to)).toString();
  }

  private static JsonNode parse(String document) throws UnreadableException {
    try {
      var policy = JSON.readTree(document);
      if (policy != null && policy.isObject()) {
        return policy;
      }
    } catch (JsonProcessingException broken) {
      throw new UnreadableException(
          "the policy is not JSON: " + broken.getOriginalMessage(), broken);
    }
    throw new UnreadableException("the policy is no JSON object");
  }

  private static String appliesTo(JsonNode statement) {
    var words = new ArrayList<String>();
    words.add(statement.path("Effect").asText());
    for (var name : List.of("Action", "NotAction")) {
      if (statement.has(name)) {
        words.add(said(name, statement.path(name)));
      }
    }
    return String.join(" ", words);
  }

  private static String does(JsonNode statement) {
    var words = new TreeSet<String>();
    statement.properties().forEach(member -> {
      var name = member.getKey();
      if (name.endsWith("Principal")) {
        words.add(name + " " + principal(member.getValue()));
      } else if (!List.of("Effect", "Action", "NotAction", "Sid").contains(name)) {
        words.add(said(name, member.getValue()));
      }
    });
    return String.join("; ", words);
  }

  private static String principal(JsonNode principal) {
    if (!principal.isObject()) {
      return "AWS " + set(principal, Policy::account);
    }
    var words = new TreeSet<String>();
    principal
        .properties()
        .forEach(member -> words.add(Wording.quoted(member.getKey()) + " "
            + set(
                member.getValue(),
                member.getKey().equals("AWS") ? Policy::account : UnaryOperator.identity())));
    return String.join(", ", words);
  }

  /** AWS writes an account that is named by its number as the ARN of its root. */
  private static String account(String principal) {
    return ACCOUNT.matcher(principal).matches()
        ? "arn:aws:iam::%s:root".formatted(principal)
        : principal;
  }

  /** A member by name, whatever is in it: texts as a set, objects by the names of their members. */
  private static String said(String name, JsonNode value) {
    if (!value.isObject()) {
      return Wording.quoted(name) + " " + set(value, UnaryOperator.identity());
    }
    var words = new TreeSet<String>();
    value.properties().forEach(member -> words.add(said(member.getKey(), member.getValue())));
    return Wording.quoted(name) + "{" + String.join(", ", words) + "}";
  }

  private static String set(JsonNode value, UnaryOperator<String> spelled) {
    return Wording.set(Stream.of(listed(value))
        .map(one -> spelled.apply(one.isValueNode() ? one.asText() : said("", one)))
        .toList());
  }

  private static JsonNode[] listed(JsonNode value) {
    if (value.isMissingNode()) {
      return new JsonNode[0];
    }
    if (!value.isArray()) {
      return new JsonNode[] {value};
    }
    var all = new ArrayList<JsonNode>();
    value.forEach(all::add);
    return all.toArray(JsonNode[]::new);
  }

  private static JsonNode mapped(JsonNode node, UnaryOperator<String> text) {
    if (node.isTextual()) {
      return TextNode.valueOf(text.apply(node.asText()));
    }
    if (node instanceof ObjectNode object) {
      var copy = JSON.createObjectNode();
      object
          .properties()
          .forEach(member -> copy.set(member.getKey(), mapped(member.getValue(), text)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = JSON.createArrayNode();
      array.forEach(one -> copy.add(mapped(one, text)));
      return copy;
    }
    return node;
  }
}
