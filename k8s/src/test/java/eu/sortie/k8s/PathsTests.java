package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathsTests {

  private static final Fields CONTAINERS = Fields.of(
      json(
          "{'f:containers':{'k:{\\'name\\':\\'a\\'}':{'f:name':{},'f:args':{}},'k:{\\'name\\':\\'b\\'}':{'f:name':{}}}}"));

  @Test
  void aLeafIsNamedByItsWay() {
    assertThat(Paths.of(json("{'a':{'b-c':1,'d.e/f':'x'},'g':[],'h':{},'i':[true]}"), Fields.WHOLE))
        .isEqualTo(Map.of("a.b-c", "1", "a[\"d.e/f\"]", "x", "g", "[]", "h", "{}", "i[0]", "true"));
  }

  @Test
  void whatAClusterMergesByKeysIsNamedByThemInAnyOrder() {
    var one =
        Paths.of(json("{'containers':[{'name':'a','args':['x','y']},{'name':'b'}]}"), CONTAINERS);
    var other =
        Paths.of(json("{'containers':[{'name':'b'},{'name':'a','args':['x','y']}]}"), CONTAINERS);
    assertThat(one).isEqualTo(other).containsKey("containers[name=a].args[1]");
  }

  @Test
  void theOrderOfAnyOtherListCounts() {
    assertThat(Paths.of(json("{'args':['x','y']}"), Fields.WHOLE))
        .isNotEqualTo(Paths.of(json("{'args':['y','x']}"), Fields.WHOLE));
  }

  @Test
  void whereTheOrderOfNamedElementsMattersItIsALeaf() {
    var fields = Fields.of(
        json(
            "{'f:initContainers':{'k:{\\'name\\':\\'a\\'}':{'f:name':{}},'k:{\\'name\\':\\'b\\'}':{'f:name':{}}}}"));
    assertThat(Paths.of(json("{'initContainers':[{'name':'b'},{'name':'a'}]}"), fields))
        .containsEntry("initContainers[order]", "name=b, name=a");
  }

  @Property
  void twoDocumentsThatDifferHaveDifferentPaths(
      @ForAll("documents") JsonNode left, @ForAll("documents") JsonNode right) {
    assertThat(Paths.of(left, Fields.WHOLE).equals(Paths.of(right, Fields.WHOLE)))
        .isEqualTo(left.equals(right));
  }

  @Property
  void everyChangeOfALeafIsSeenAtItsPathAlone(
      @ForAll("documents") JsonNode document, @ForAll Random random) {
    var before = Paths.of(document, Fields.WHOLE);
    var changed = document.deepCopy();
    var at = change(changed, random);
    var after = Paths.of(changed, Fields.WHOLE);
    assertThat(Collections.unmodifiableSet(after.entrySet()).stream()
            .filter(leaf -> !before.entrySet().contains(leaf))
            .count())
        .isEqualTo(at ? 1 : 0);
  }

  /** Puts a new word where some leaf is; says whether there was one. */
  private static boolean change(JsonNode node, Random random) {
    if (node.isEmpty() || !node.isObject()) {
      return false;
    }
    var names = new java.util.ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    var name = names.get(random.nextInt(names.size()));
    var child = node.get(name);
    if (child.isContainerNode() && !child.isEmpty() && child.isObject()) {
      return change(child, random);
    }
    ((com.fasterxml.jackson.databind.node.ObjectNode) node).put(name, "changed!");
    return true;
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    var leaves = Arbitraries.<JsonNode>oneOf(
        Arbitraries.of("a", "1", "true", "", "{}").map(JsonNodeFactory.instance::textNode),
        Arbitraries.integers().between(0, 2).map(JsonNodeFactory.instance::numberNode),
        Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode));
    return objects(
        Arbitraries.lazyOf(() -> leaves, () -> leaves, () -> objects(leaves), () -> lists(leaves)));
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(Arbitraries.of("a", "b", "a.b", "b\"", "[0]", "0"), values)
        .ofMaxSize(3)
        .map(some -> {
          var object = JsonNodeFactory.instance.objectNode();
          some.forEach(object::set);
          return object;
        });
  }

  private static Arbitrary<JsonNode> lists(Arbitrary<JsonNode> values) {
    return values.list().ofMaxSize(3).map(some -> {
      var list = JsonNodeFactory.instance.arrayNode();
      some.forEach(list::add);
      return list;
    });
  }
}
