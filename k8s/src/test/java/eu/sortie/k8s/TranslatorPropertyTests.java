package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for any resource, made of the words that the rules are about. */
class TranslatorPropertyTests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ZONE = "topology.kubernetes.io/zone";

  private final Translator translator = Translator.of("shop", "shop-drill-7");

  @Property(tries = 300)
  void whatIsExpectedIsWhatIsWritten(@ForAll("resources") Leaving leaving) {
    var translated = leaving.by(translator);
    Statistics.label("something was translated")
        .collect(!translated.translations().isEmpty())
        .coverage(some -> some.check(true).percentage(share -> share > 40));
    assertThat(Leaving.compared(translated.expected())).isEqualTo(leaving.arrived(translated));
  }

  @Property(tries = 300)
  void translatingTwiceChangesNothingMore(@ForAll("resources") Leaving leaving) {
    var once = leaving.by(translator);
    var twice = translator.translate(leaving.key(), once.document(), once.expected());
    assertThat(twice.translations()).isEmpty();
    assertThat(twice.document()).isEqualTo(once.document());
    assertThat(twice.expected()).isEqualTo(once.expected());
  }

  @Property(tries = 300)
  void whatNoTranslationNamesIsAsItWas(@ForAll("resources") Leaving leaving) {
    var translated = leaving.by(translator);
    var left = values(leaving.traits());
    var arrived = values(translated.expected());
    translated.translations().forEach(one -> {
      assertThat(left.remove(one.trait() + " " + one.before())).as("%s", one).isTrue();
      if (!one.after().isEmpty()) {
        assertThat(arrived.remove(one.trait() + " " + one.after()))
            .as("%s", one)
            .isTrue();
      }
    });
    assertThat(arrived)
        .filteredOn(TranslatorPropertyTests::isSomething)
        .containsExactlyInAnyOrderElementsOf(
            left.stream().filter(TranslatorPropertyTests::isSomething).toList());
  }

  @Property(tries = 300)
  void whatIsGivenStaysAsItIs(@ForAll("resources") Leaving leaving) {
    var document = leaving.document();
    var before = document.deepCopy();
    translator.translate(leaving.key(), document, leaving.traits());
    assertThat(document).isEqualTo(before);
  }

  @Property(tries = 300)
  void withoutAnyRuleAllIsCarriedAsItIs(@ForAll("resources") Leaving leaving) {
    var carried = leaving.by(translator.without(Set.copyOf(Translator.names())));
    assertThat(carried.document()).isEqualTo(leaving.document());
    assertThat(carried.expected()).isEqualTo(leaving.traits());
    assertThat(carried.translations()).isEmpty();
    assertThat(carried.warnings()).isEmpty();
  }

  /** What an object or a list is when all of it is gone. */
  private static boolean isSomething(String value) {
    return !value.endsWith(" {}") && !value.endsWith(" []");
  }

  private static List<String> values(Map<Trait, Value> traits) {
    var values = new ArrayList<String>();
    traits.forEach((trait, value) -> {
      if (value instanceof Value.Entries some) {
        some.entries().values().forEach(text -> values.add(trait + " " + text));
      }
    });
    return values;
  }

  @Provide
  Arbitrary<Leaving> resources() {
    var keys = Arbitraries.of(
        "service/a",
        "persistentvolumeclaim/a",
        "statefulset.apps/a",
        "ingress.networking.k8s.io/a",
        "rolebinding.rbac.authorization.k8s.io/a",
        "networkpolicy.networking.k8s.io/a",
        "serviceaccount/a",
        "configmap/a",
        "any.example.org/a");
    return Combinators.combine(
            keys,
            tree(3),
            Combinators.combine(texts(), texts(), finalizers())
                .as(TranslatorPropertyTests::metadata),
            Arbitraries.oneOf(texts(), tree(2)),
            Arbitraries.oneOf(affinity(), tree(2)),
            tree(2).list().ofMaxSize(2))
        .as((key, spec, metadata, data, affinity, subjects) -> {
          var resource = JSON.objectNode();
          var flat = data.properties().stream().allMatch(one -> one.getValue().isTextual());
          resource.put("apiVersion", flat ? "v1" : "any/v1").put("kind", "Any");
          resource.set("metadata", metadata);
          ObjectNode all = spec.deepCopy();
          all.set("affinity", affinity);
          resource.set("spec", all);
          resource.set("data", data);
          resource.putArray("subjects").addAll(subjects);
          return new Leaving(key, resource);
        });
  }

  private static ObjectNode metadata(
      ObjectNode labels, ObjectNode annotations, List<String> finalizers) {
    var metadata = JSON.objectNode().put("name", "a");
    metadata.set("labels", labels);
    metadata.set("annotations", annotations);
    finalizers.forEach(metadata.putArray("finalizers")::add);
    return metadata;
  }

  private static Arbitrary<List<String>> finalizers() {
    return Arbitraries.of("service.k8s.aws/resources", "a.example/b", "elbv2.k8s.aws/resources")
        .list()
        .uniqueElements()
        .ofMaxSize(3);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of(
        "annotations",
        "clusterIP",
        "clusterIPs",
        "eks.amazonaws.com/role-arn",
        "healthCheckNodePort",
        "ingressClassName",
        "key",
        "kubernetes.io/ingress.class",
        "kubernetes.io/metadata.name",
        "loadBalancerClass",
        "matchExpressions",
        "matchLabels",
        "metadata",
        "name",
        "namespace",
        "namespaceSelector",
        "nodePort",
        "nodeSelector",
        "ports",
        "spec",
        "storageClassName",
        ZONE,
        "values",
        "volumeClaimTemplates",
        "volumeName");
  }

  private static Arbitrary<String> words() {
    return Arbitraries.of(
        "",
        "1",
        "10.0.0.7",
        "None",
        "alb",
        "eu-west-3a",
        "gp3",
        "other",
        "service.k8s.aws/nlb",
        "shop",
        "kubernetes.io/metadata.name",
        "system:serviceaccounts:shop",
        "web.shop.svc",
        "{\"a\":\"b.shop.svc\"}");
  }

  private static Arbitrary<ObjectNode> texts() {
    return object(words().map(JSON::textNode));
  }

  private static Arbitrary<ObjectNode> tree(int depth) {
    var leaves = Arbitraries.<JsonNode>oneOf(
        words().map(JSON::textNode), Arbitraries.integers().between(0, 9).map(JSON::numberNode));
    if (depth == 0) {
      return object(leaves);
    }
    var inside = tree(depth - 1).map(JsonNode.class::cast);
    return object(Arbitraries.oneOf(leaves, inside, list(leaves), list(inside)));
  }

  private static Arbitrary<ObjectNode> object(Arbitrary<? extends JsonNode> values) {
    return Arbitraries.maps(names(), values).ofMaxSize(4).map(some -> {
      var object = JSON.objectNode();
      some.forEach(object::set);
      return object;
    });
  }

  private static Arbitrary<JsonNode> list(Arbitrary<? extends JsonNode> elements) {
    return elements.list().ofMaxSize(3).map(some -> JSON.arrayNode().addAll(some));
  }

  private static Arbitrary<ObjectNode> affinity() {
    var requirement = Combinators.combine(
            Arbitraries.of(ZONE, "karpenter.sh/nodepool", "disk"), Arbitraries.of("In", "NotIn"))
        .as((key, operator) -> {
          var one = JSON.objectNode().put("key", key).put("operator", operator);
          one.putArray("values").add(key.equals("disk") ? "ssd" : "eu-west-3a");
          return (JsonNode) one;
        });
    var terms = requirement.list().ofMinSize(1).ofMaxSize(2).map(some -> {
      var term = JSON.objectNode();
      term.putArray("matchExpressions").addAll(some);
      return (JsonNode) term;
    });
    return Combinators.combine(terms.list().ofMaxSize(4), terms.list().ofMaxSize(4))
        .as((required, preferred) -> {
          var affinity = JSON.objectNode();
          var node = affinity.putObject("nodeAffinity");
          node.putObject("requiredDuringSchedulingIgnoredDuringExecution")
              .putArray("nodeSelectorTerms")
              .addAll(required);
          var list = node.putArray("preferredDuringSchedulingIgnoredDuringExecution");
          preferred.forEach(one -> list.addObject().put("weight", 1).set("preference", one));
          return affinity;
        });
  }
}
