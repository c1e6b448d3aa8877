package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KnownTypesTests {

  private final KnownTypes types = new KnownTypes(this::answer);
  private int asked;
  private int servedAfter = Integer.MAX_VALUE;

  private JsonNode answer(String path) {
    return switch (path) {
      case "/api/v1" ->
        json(
            "{'resources':[{'name':'pods','singularName':'pod','kind':'Pod','namespaced':true,'verbs':['create','get','list']}]}");
      case "/apis" -> {
        asked++;
        yield json(
            asked > servedAfter
                ? "{'groups':[{'name':'shop.example','versions':[{'version':'v1'}],'preferredVersion':{'version':'v1'}}]}"
                : "{'groups':[]}");
      }
      default ->
        json(
            "{'resources':[{'name':'prices','singularName':'price','kind':'Price','namespaced':true,'verbs':['create','get','list']}]}");
    };
  }

  @Test
  void aClusterIsAskedOnceHoweverManySortsItDoesNotKnow() throws IOException {
    assertThat(types.of("pod")).isPresent();
    assertThat(types.of("price.shop.example")).isEmpty();
    assertThat(types.of("bill.shop.example")).isEmpty();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void aSortThatWasJustDefinedIsWaitedForUntilItIsServed() throws IOException {
    assertThat(types.of("price.shop.example")).isEmpty();
    servedAfter = 3;

    types.defined("prices.shop.example");

    assertThat(types.of("price.shop.example")).isPresent();
    assertThat(asked).isEqualTo(4);
    assertThat(types.of("pod")).isPresent();
    assertThat(asked).isEqualTo(4);
  }
}
