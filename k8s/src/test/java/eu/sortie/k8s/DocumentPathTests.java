package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTests {

  private static DocumentPath at(JsonNode document, String path) {
    return DocumentPath.find(document, path).orElseThrow();
  }

  @Nested
  class Finds {

    @Test
    void aFieldByItsWay() {
      assertThat(at(json("{'a':{'b-c':{'d.e/f':'x'}}}"), "a.b-c[\"d.e/f\"]").value())
          .isEqualTo(json("'x'"));
    }

    @Test
    void anElementByItsPlace() {
      assertThat(at(json("{'a':[['x'],['y','z']]}"), "a[1][1]").value()).isEqualTo(json("'z'"));
    }

    @Test
    void anElementByItsKeys() {
      var document = json(
          "{'ports':[{'port':53,'protocol':'UDP'},{'port':53,'protocol':'TCP','nodePort':1}]}");
      assertThat(at(document, "ports[port=53,protocol=TCP].nodePort").value()).isEqualTo(json("1"));
    }

    @Test
    void anElementOfASetByWhatItIs() {
      assertThat(at(json("{'a':['x','y']}"), "a[=\"y\"]").index()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a]", "a].b", "a,b=c", "a[0]", "[0].b"})
    void anElementWhateverItsNameHolds(String name) {
      var document =
          json("{'env':[{'name':'a','value':'other'},{'name':'" + name + "','value':'this'}]}");
      assertThat(at(document, "env[name=" + Meaning.text(TextNode.valueOf(name)) + "].value")
              .value())
          .isEqualTo(json("'this'"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "b",
          "a.c",
          "a[0]",
          "a.b.c",
          "a.b[0]",
          "l[2]",
          "l.0",
          "l[name=x]",
          "a.",
          "a.b]"
        })
    void nothingWhereNothingIs(String path) {
      assertThat(DocumentPath.find(json("{'a':{'b':'x'},'l':['y','z']}"), path)).isEmpty();
    }
  }

  @Test
  void whatHoldsItIsOnItsWayAlone() {
    var place = at(json("{'a':{'b':1},'ab':{'c':{'d':1}},'l':[{'x':[{'n':'a'}]}]}"), "ab.c.d");
    assertThat(place.above().orElseThrow()).hasToString("ab.c");
    assertThat(place.above().flatMap(DocumentPath::above).orElseThrow()).hasToString("ab");
    assertThat(place.above().flatMap(DocumentPath::above).flatMap(DocumentPath::above))
        .isEmpty();
  }

  @Test
  void whatWasTriedInVainIsNotOnItsWay() {
    var document = json("{'l':[{'n':'a','v':1},{'n':'a','w':{'x':1}}]}");
    var place = at(document, "l[n=a].w.x");
    assertThat(place.above().flatMap(DocumentPath::above).orElseThrow().index()).isEqualTo(1);
    assertThat(place
            .above()
            .flatMap(DocumentPath::above)
            .flatMap(DocumentPath::above)
            .flatMap(DocumentPath::above))
        .isEmpty();
  }

  @Test
  void whatIsSetIsThere() {
    var document = json("{'a':[{'name':'x','v':1}]}");
    at(document, "a[name=x].v").set(json("2"));
    assertThat(document).isEqualTo(json("{'a':[{'name':'x','v':2}]}"));
  }

  @Test
  void whatIsRemovedIsGoneAndWhatHeldItStays() {
    var document = json("{'a':{'b':['x']}}");
    at(document, "a.b[0]").remove();
    assertThat(document).isEqualTo(json("{'a':{'b':[]}}"));
    at(document, "a.b").remove();
    assertThat(document).isEqualTo(json("{'a':{}}"));
  }

  @Property
  void everyLeafIsFoundByThePathItIsLaidOutUnder(@ForAll("documents") JsonNode document) {
    Paths.of(document, Fields.WHOLE).forEach((path, text) -> {
      if (!path.isEmpty()) {
        assertThat(Meaning.of(path, at(document, path).value())).isEqualTo(text);
        assertThat(at(document, path)).hasToString(path);
      }
    });
  }

  @Property
  void aLeafThatIsSetIsTheOnlyOneThatDiffers(@ForAll("documents") JsonNode document) {
    for (var path : Paths.of(document, Fields.WHOLE).keySet()) {
      if (!path.isEmpty()) {
        var expected = new TreeMap<>(Paths.of(document, Fields.WHOLE));
        expected.put(path, "another one");
        JsonNode changed = document.deepCopy();
        at(changed, path).set(TextNode.valueOf("another one"));
        assertThat(Paths.of(changed, Fields.WHOLE)).isEqualTo(expected);
      }
    }
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return new PathsTests().documents();
  }
}
