package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamespaceListingTests {

  private static final String PODS = "/api/v1/namespaces/shop/pods?limit=500";
  private static final String VERBS = "'namespaced':true,'verbs':['create','get','list']";

  private final Map<String, JsonNode> answers = new HashMap<>();
  private final Map<String, AnswerException> refusals = new HashMap<>();
  private final NamespaceListing listing = new NamespaceListing(this::answer, "shop");

  @BeforeEach
  void aClusterWithPodsAlone() {
    answers.put(
        "/api/v1",
        json("{'resources':[{'name':'pods','singularName':'pod','kind':'Pod'," + VERBS + "},"
            + "{'name':'pods/status','kind':'Pod'," + VERBS + "},"
            + "{'name':'nodes','kind':'Node','namespaced':false,'verbs':['create','get','list']},"
            + "{'name':'bindings','kind':'Binding','namespaced':true,'verbs':['create']}]}"));
    answers.put("/apis", json("{'groups':[]}"));
    answers.put(PODS, json("{'items':[]}"));
  }

  @Test
  void goesOnToTheNextPageUntilThereIsNone() throws IOException {
    answers.put(
        PODS, json("{'metadata':{'continue':'a+b='},'items':[" + pod("one", "1", "") + "]}"));
    answers.put(PODS + "&continue=a%2Bb%3D", json("{'items':[" + pod("two", "2", "") + "]}"));
    assertThat(keys()).containsExactly("pod/one", "pod/two");
  }

  @Test
  void namesASortThatMayNotBeListedAndGoesOn() throws IOException {
    group("shop.example", "v1", "prices", "price");
    refusals.put(
        "/apis/shop.example/v1/namespaces/shop/prices?limit=500",
        new AnswerException(403, "prices is forbidden", null));
    answers.put(PODS, json("{'items':[" + pod("one", "1", "") + "]}"));
    assertThat(keys()).containsExactly("pod/one");
    assertThat(listing.unlisted())
        .containsExactly(
            "resources that could not be listed: prices.shop.example: prices is forbidden");
  }

  @Test
  void doesNotEndWhereAServerThatWasAddedIsDown() throws IOException {
    group("catalog.example", "v1", "pods", "pod");
    refusals.put("/apis/catalog.example/v1", new AnswerException(503, "unavailable", null));
    assertThat(keys()).isEmpty();
    assertThat(listing.unlisted()).hasSize(1).first().asString().contains("catalog.example/v1");
  }

  @Test
  void missesNothingWhereAServerThatOnlyMeasuresIsDown() throws IOException {
    group("external.metrics.k8s.io", "v1", "pods", "pod");
    refusals.put("/apis/external.metrics.k8s.io/v1", new AnswerException(503, "unavailable", null));
    assertThat(keys()).isEmpty();
    assertThat(listing.unlisted()).isEmpty();
  }

  @Test
  void endsWhereTheClusterItselfFails() {
    refusals.put(PODS, new AnswerException(500, "etcd is gone", null));
    assertThatThrownBy(this::keys).hasMessage("etcd is gone");
  }

  @Test
  void takesOnceWhatTwoGroupsServe() throws IOException {
    group("old.example", "v1", "pods", "pod");
    answers.put(PODS, json("{'items':[" + pod("one", "1", "") + "]}"));
    answers.put(
        "/apis/old.example/v1/namespaces/shop/pods?limit=500",
        json("{'items':[" + pod("one", "1", "") + "]}"));
    assertThat(keys()).containsExactly("pod/one");
  }

  @Test
  void leavesOutWhatAnOwnerThatIsListedMakesAnewAndNamesOneThatIsNot() throws IOException {
    answers.put(
        PODS,
        json("{'items':[" + pod("owner", "1", "") + "," + pod("ours", "2", owner("1")) + ","
            + pod("orphan", "3", owner("9")) + "]}"));
    var items = new ArrayList<eu.sortie.inventory.Item>();
    listing.each(items::add);
    assertThat(items.stream().map(item -> item.id().key()))
        .containsExactly("pod/owner", "pod/orphan");
    assertThat(items.get(1).value(ResourceTraits.OWNERS))
        .isEqualTo(Value.entries(Map.of("ReplicaSet web", "9")));
    assertThat(listing.leftOut())
        .containsExactly(
            "1 resources are left out: their owner is in the namespace, and makes them anew.");
  }

  @Test
  void leavesOutWhatNobodyButTheClusterWrote() throws IOException {
    answers.put(
        PODS,
        json(
            "{'items':[{'metadata':{'name':'root','uid':'1','managedFields':[{'manager':'kube-controller-manager','fieldsV1':{'f:data':{}}}]}}]}"));
    assertThat(keys()).isEmpty();
    assertThat(listing.leftOut()).hasSize(1);
  }

  @Test
  void whatDefinesACustomResourceLeavesWithItAndNothingThatNobodyUses() throws IOException {
    group("shop.example", "v1", "prices", "price");
    var definition = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/prices.shop.example";
    answers.put(definition, json(pod("prices.shop.example", "9", "")));
    answers.put("/apis/shop.example/v1/namespaces/shop/prices?limit=500", json("{'items':[]}"));
    assertThat(keys()).isEmpty();

    answers.put(
        "/apis/shop.example/v1/namespaces/shop/prices?limit=500",
        json("{'items':[" + pod("bread", "1", "") + "]}"));
    assertThat(keys())
        .containsExactly(
            "price.shop.example/bread",
            "customresourcedefinition.apiextensions.k8s.io/prices.shop.example");
    assertThat(listing.pathOf("customresourcedefinition.apiextensions.k8s.io/prices.shop.example"))
        .isEqualTo(definition);
  }

  @Test
  void theClassOfPriorityThatAPodNamesLeavesWithItUnlessEveryClusterHasIt() throws IOException {
    answers.put(
        "/apis/scheduling.k8s.io/v1/priorityclasses/serving", json(pod("serving", "9", "")));
    refusals.put(
        "/apis/scheduling.k8s.io/v1/priorityclasses/gone",
        new AnswerException(404, "not found", null));
    answers.put(
        PODS,
        json("{'items':[" + of("one", "1", "serving") + "," + of("two", "2", "system-node-critical")
            + "," + of("three", "3", "gone") + "]}"));
    assertThat(keys())
        .containsExactly(
            "pod/one", "pod/two", "pod/three", "priorityclass.scheduling.k8s.io/serving");
    assertThat(listing.unlisted()).isEmpty();
  }

  @Test
  void whatMayNotBeFollowedIsNamed() throws IOException {
    refusals.put(
        "/apis/scheduling.k8s.io/v1/priorityclasses/serving",
        new AnswerException(403, "priorityclasses is forbidden", null));
    answers.put(PODS, json("{'items':[" + of("one", "1", "serving") + "]}"));
    assertThat(keys()).containsExactly("pod/one");
    assertThat(listing.unlisted()).singleElement().asString().contains("is forbidden");
  }

  private static String of(String name, String uid, String priority) {
    return "{'metadata':{'name':'%s','uid':'%s'},'spec':{'priorityClassName':'%s'}}"
        .formatted(name, uid, priority);
  }

  private List<String> keys() throws IOException {
    var keys = new ArrayList<String>();
    listing.each(item -> keys.add(item.id().key()));
    return keys;
  }

  private void group(String name, String version, String plural, String singular) {
    answers.put(
        "/apis",
        json(
            "{'groups':[{'name':'%s','versions':[{'version':'%s'}],'preferredVersion':{'version':'%s'}}]}"
                .formatted(name, version, version)));
    answers.put(
        "/apis/" + name + '/' + version,
        json("{'resources':[{'name':'%s','singularName':'%s','kind':'X',%s}]}"
            .formatted(plural, singular, VERBS)));
  }

  private static String pod(String name, String uid, String more) {
    return "{'metadata':{'name':'%s','uid':'%s'%s}}".formatted(name, uid, more).replace('\'', '"');
  }

  private static String owner(String uid) {
    return ",'ownerReferences':[{'kind':'ReplicaSet','name':'web','uid':'%s','controller':true}]"
        .formatted(uid);
  }

  private JsonNode answer(String path) throws IOException {
    if (refusals.containsKey(path)) {
      throw refusals.get(path);
    }
    var answer = answers.get(path);
    if (answer == null) {
      throw new IOException("nobody asked for " + path);
    }
    return answer;
  }
}
