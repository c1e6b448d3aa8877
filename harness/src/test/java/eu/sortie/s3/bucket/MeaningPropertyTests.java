package eu.sortie.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two documents have one value if and only if they mean the same. */
class MeaningPropertyTests {

  private static final JsonMapper JSON = new JsonMapper();

  record Rule(String prefix, Set<String> tags, String status, int days, boolean marker) {}

  record Statement(
      String effect,
      Set<String> actions,
      Set<String> resources,
      Set<String> principals,
      Set<String> vpces) {}

  @Property(tries = 400)
  void aLifecycleIsWhatItsRulesSay(
      @ForAll("lifecycles") Set<Rule> one,
      @ForAll("lifecycles") Set<Rule> other,
      @ForAll Random random)
      throws UnreadableException {
    assertThat(lifecycle(one, random)).isEqualTo(lifecycle(one, random));
    assertThat(lifecycle(one, random).equals(lifecycle(other, random)))
        .isEqualTo(one.equals(other));
  }

  @Property(tries = 400)
  void aPolicyIsWhatItsStatementsSay(
      @ForAll("policies") Set<Statement> one,
      @ForAll("policies") Set<Statement> other,
      @ForAll Random random)
      throws UnreadableException {
    assertThat(policy(one, "photos", random)).isEqualTo(policy(one, "else-where", random));
    assertThat(policy(one, "photos", random).equals(policy(other, "photos", random)))
        .isEqualTo(one.equals(other));
  }

  @Property(tries = 300)
  void aPolicyThatMovedMeansTheSame(@ForAll("policies") Set<Statement> one, @ForAll Random random)
      throws UnreadableException {
    var document = policyDocument(one, "photos", random);

    assertThat(Policy.of(Policy.movedTo(document, "photos", "drill"), "drill"))
        .isEqualTo(Policy.of(document, "photos"));
  }

  @Property(tries = 300)
  void tagsAreTakenLetterByLetter(@ForAll("texts") String key, @ForAll("texts") String value)
      throws UnreadableException {
    var tag =
        Neutral.element("Tag", List.of(Neutral.text("Key", key), Neutral.text("Value", value)));
    var document = Document.of(
        "Tagging", Neutral.element("x", List.of(Neutral.element("TagSet", List.of(tag)))));

    assertThat(Flags.tags(XmlElement.parse(document))).isEqualTo(Value.entries(Map.of(key, value)));
  }

  @Property(tries = 300)
  void twoTextsNeverReadTheSame(@ForAll("texts") String one, @ForAll("texts") String other) {
    assertThat(Wording.quoted(one).equals(Wording.quoted(other))).isEqualTo(one.equals(other));
    assertThat(Wording.set(List.of(one, other)).equals(Wording.set(List.of(one))))
        .isEqualTo(one.equals(other));
  }

  private static Value lifecycle(Set<Rule> rules, Random random) throws UnreadableException {
    var elements = new ArrayList<XmlElement>();
    rules.forEach(rule -> elements.add(element(rule, random)));
    Collections.shuffle(elements, random);
    var document = Document.of("LifecycleConfiguration", Neutral.element("x", elements));
    return Lifecycle.of(XmlElement.parse(spaced(document, random)));
  }

  private static XmlElement element(Rule rule, Random random) {
    var parts = new ArrayList<XmlElement>();
    if (random.nextBoolean()) {
      parts.add(Neutral.text("ID", "id-" + random.nextInt()));
    }
    parts.add(Neutral.text("Status", rule.status()));
    var expiration = new ArrayList<XmlElement>();
    expiration.add(Neutral.text("Days", String.valueOf(rule.days())));
    if (rule.marker() || random.nextBoolean()) {
      expiration.add(Neutral.text("ExpiredObjectDeleteMarker", String.valueOf(rule.marker())));
    }
    Collections.shuffle(expiration, random);
    parts.add(Neutral.element("Expiration", expiration));
    var conditions = new ArrayList<XmlElement>();
    if (!rule.prefix().isEmpty() || random.nextBoolean()) {
      conditions.add(Neutral.text("Prefix", rule.prefix()));
    }
    rule.tags()
        .forEach(tag -> conditions.add(
            Neutral.element("Tag", List.of(Neutral.text("Key", tag), Neutral.text("Value", "v")))));
    Collections.shuffle(conditions, random);
    if (rule.tags().isEmpty() && random.nextBoolean()) {
      parts.addAll(conditions);
    } else if (conditions.size() > 1) {
      parts.add(Neutral.element("Filter", List.of(Neutral.element("And", conditions))));
    } else {
      parts.add(Neutral.element("Filter", conditions));
    }
    Collections.shuffle(parts, random);
    return Neutral.element("Rule", parts);
  }

  /** White space between elements, and never inside one that holds text. */
  private static String spaced(String document, Random random) {
    return document
        .replace("><", random.nextBoolean() ? ">\n  <" : "><")
        .replace("<Prefix>\n  </Prefix>", "<Prefix></Prefix>");
  }

  private static Value policy(Set<Statement> statements, String bucket, Random random)
      throws UnreadableException {
    return Policy.of(policyDocument(statements, bucket, random), bucket);
  }

  private static String policyDocument(Set<Statement> statements, String bucket, Random random) {
    var all = new ArrayList<JsonNode>();
    statements.forEach(statement -> all.add(node(statement, bucket, random)));
    Collections.shuffle(all, random);
    var policy = JSON.createObjectNode();
    policy.set("Statement", some(all, random));
    policy.put("Version", "2012-10-17");
    return random.nextBoolean() ? policy.toString() : policy.toPrettyString();
  }

  private static ObjectNode node(Statement statement, String bucket, Random random) {
    var members = new ArrayList<Map.Entry<String, JsonNode>>();
    if (random.nextBoolean()) {
      members.add(Map.entry("Sid", JSON.getNodeFactory().textNode("s" + random.nextInt(9))));
    }
    members.add(Map.entry("Effect", JSON.getNodeFactory().textNode(statement.effect())));
    members.add(Map.entry("Action", texts(statement.actions(), random)));
    members.add(Map.entry(
        "Resource",
        texts(
            statement.resources().stream()
                .map(key -> "arn:aws:s3:::" + bucket + key)
                .toList(),
            random)));
    if (statement.principals().equals(Set.of("*")) && random.nextBoolean()) {
      members.add(Map.entry("Principal", JSON.getNodeFactory().textNode("*")));
    } else {
      members.add(Map.entry(
          "Principal", JSON.createObjectNode().set("AWS", texts(statement.principals(), random))));
    }
    if (!statement.vpces().isEmpty()) {
      members.add(Map.entry(
          "Condition",
          JSON.createObjectNode()
              .set(
                  "StringEquals",
                  JSON.createObjectNode()
                      .set("aws:SourceVpce", texts(statement.vpces(), random)))));
    }
    Collections.shuffle(members, random);
    var node = JSON.createObjectNode();
    members.forEach(member -> node.set(member.getKey(), member.getValue()));
    return node;
  }

  private static JsonNode texts(Collection<String> texts, Random random) {
    var nodes = texts.stream()
        .map(text -> (JsonNode) JSON.getNodeFactory().textNode(text))
        .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(nodes, random);
    return some(nodes, random);
  }

  /** A list of one is as good as the one. */
  private static JsonNode some(List<JsonNode> nodes, Random random) {
    if (nodes.size() == 1 && random.nextBoolean()) {
      return nodes.get(0);
    }
    ArrayNode list = JSON.createArrayNode();
    nodes.forEach(list::add);
    return list;
  }

  @Provide
  Arbitrary<Set<Rule>> lifecycles() {
    return Combinators.combine(
            Arbitraries.of("", "a/", "a/ and tag x=v", "b\"c,"),
            Arbitraries.of("x", "y z").set().ofMaxSize(2),
            Arbitraries.of("Enabled", "Disabled"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of(true, false))
        .as(Rule::new)
        .set()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Set<Statement>> policies() {
    return Combinators.combine(
            Arbitraries.of("Allow", "Deny"),
            Arbitraries.of("s3:GetObject", "s3:PutObject", "s3:*")
                .set()
                .ofMinSize(1)
                .ofMaxSize(2),
            Arbitraries.of("", "/*", "/a b/*").set().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of("*", "arn:aws:iam::123456789012:root", "a,b; c")
                .set()
                .ofMinSize(1)
                .ofMaxSize(2),
            Arbitraries.of("vpce-1", "vpce-2").set().ofMaxSize(2))
        .as(Statement::new)
        .set()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab ,=|{}\"\\<>&é").ofMinLength(1).ofMaxLength(4);
  }
}
