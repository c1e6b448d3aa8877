package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaredTests {

  private static final String SPEC =
      "'spec':{'replicas':2,'revisionHistoryLimit':10,'template':{'containers':["
          + "{'name':'web','image':'shop:1','imagePullPolicy':'Always'},{'name':'injected','image':'proxy:1'}]}}";

  private static final String WEB =
      "'f:template':{'f:containers':{'k:{\\'name\\':\\'web\\'}':{'.':{},'f:name':{},'f:image':{}}}}";

  @Test
  void whatSomebodyAppliedIsDeclaredAndNothingElse() {
    var resource =
        owned("{'manager':'ci','operation':'Apply','fieldsV1':{'f:spec':{" + WEB + "}}}");
    assertThat(Declared.of(resource).of(resource, "spec"))
        .isEqualTo(json("{'template':{'containers':[{'name':'web','image':'shop:1'}]}}"));
  }

  @Test
  void severalOwnersAddUp() {
    var resource = owned("{'manager':'ci','operation':'Apply','fieldsV1':{'f:spec':{" + WEB + "}}},"
        + "{'manager':'ops','operation':'Update','fieldsV1':{'f:spec':{'f:replicas':{}}}}");
    assertThat(Declared.of(resource).of(resource, "spec").path("replicas").asInt())
        .isEqualTo(2);
  }

  @Test
  void whatTheClusterSetsIsNotDeclaredButForAScale() {
    var kept = "{'manager':'ci','operation':'Apply','fieldsV1':{'f:spec':{'f:template':{}}}},";
    var set = owned(
        kept
            + "{'manager':'kube-controller-manager','operation':'Update','fieldsV1':{'f:spec':{'f:replicas':{}}}}");
    assertThat(Declared.of(set).of(set, "spec").has("replicas")).isFalse();
    var scaled = owned(
        kept
            + "{'manager':'kube-controller-manager','operation':'Update','subresource':'scale','fieldsV1':{'f:spec':{'f:replicas':{}}}}");
    assertThat(Declared.of(scaled).of(scaled, "spec").has("replicas")).isTrue();
  }

  @Test
  void ofWhatKubectlAppliedFromItsSideOnlyItsOwnDocumentCounts() {
    var resource = json(
        "{'metadata':{'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'{\\'spec\\':{\\'template\\':{\\'containers\\':[{\\'name\\':\\'web\\',\\'image\\':\\'shop:1\\'}]}}}'},"
            + "'managedFields':[{'manager':'kubectl-client-side-apply','operation':'Update','fieldsV1':{"
            + "'f:metadata':{'f:annotations':{'.':{},'f:kubectl.kubernetes.io/last-applied-configuration':{}}},"
            + "'f:spec':{'f:replicas':{},'f:revisionHistoryLimit':{},'f:template':{'f:containers':{'k:{\\'name\\':\\'web\\'}':{'.':{},'f:name':{},'f:image':{},'f:imagePullPolicy':{}}}}}}}]},"
            + SPEC + "}");
    assertThat(Declared.of(resource).of(resource, "spec"))
        .isEqualTo(json("{'template':{'containers':[{'name':'web','image':'shop:1'}]}}"));
  }

  @Test
  void whereNobodyWroteDownWhoOwnsWhatAllIsDeclared() {
    var resource = json("{'kind':'Deployment'," + SPEC + "}");
    assertThat(Declared.of(resource).of(resource, "spec")).isEqualTo(resource.get("spec"));
    assertThat(Declared.of(resource).byTheClusterAlone()).isFalse();
  }

  @Test
  void whatOnlyTheClusterEverWroteIsItsOwn() {
    assertThat(Declared.of(
                owned(
                    "{'manager':'kube-controller-manager','operation':'Update','fieldsV1':{'f:data':{}}}"))
            .byTheClusterAlone())
        .isTrue();
    assertThat(Declared.of(
                owned(
                    "{'manager':'kube-controller-manager','operation':'Update','fieldsV1':{'f:data':{}}},{'manager':'ops','operation':'Update','fieldsV1':{'f:metadata':{'f:labels':{}}}}"))
            .byTheClusterAlone())
        .isFalse();
  }

  @Test
  void aSecretThatWasDeclaredAsTextIsDeclaredAsData() {
    var resource = json(
        "{'apiVersion':'v1','metadata':{'annotations':{'kubectl.kubernetes.io/last-applied-configuration':"
            + "'{\\'apiVersion\\':\\'v1\\',\\'stringData\\':{\\'password\\':\\'x\\'}}'},"
            + "'managedFields':[{'manager':'kubectl-client-side-apply','operation':'Update','apiVersion':'v1','fieldsV1':{"
            + "'f:data':{'.':{},'f:password':{}},'f:metadata':{'f:annotations':{'f:kubectl.kubernetes.io/last-applied-configuration':{}}}}}]},"
            + "'data':{'password':'eA=='}}");
    assertThat(Declared.of(resource).of(resource, "data")).isEqualTo(json("{'password':'eA=='}"));
  }

  @Test
  void fieldsInTheWordsOfAnotherVersionLeaveNothingOut() {
    var resource = json(
        "{'apiVersion':'autoscaling/v2','metadata':{'managedFields':[{'manager':'ci','operation':'Apply','apiVersion':'autoscaling/v1',"
            + "'fieldsV1':{'f:spec':{'f:targetCPUUtilizationPercentage':{}}}}]},'spec':{'metrics':[{'type':'Resource'}]}}");
    assertThat(Declared.of(resource).of(resource, "spec")).isEqualTo(resource.get("spec"));
  }

  @Test
  void aKeyLeftToItsDefaultStillNamesItsElement() {
    var fields = Fields.of(
        json(
            "{'f:ports':{'k:{\\'containerPort\\':80,\\'protocol\\':\\'TCP\\'}':{'.':{},'f:containerPort':{},'f:protocol':{}},"
                + "'k:{\\'containerPort\\':80,\\'protocol\\':\\'UDP\\'}':{'.':{},'f:containerPort':{}}}}"));
    var declared = fields.within(json("{'ports':[{'containerPort':80,'protocol':'UDP'}]}"));
    assertThat(declared.of(
            json(
                "{'ports':[{'containerPort':80,'protocol':'TCP'},{'containerPort':80,'protocol':'UDP'}]}"),
            true))
        .isEqualTo(json("{'ports':[{'containerPort':80,'protocol':'UDP'}]}"));
  }

  private static com.fasterxml.jackson.databind.JsonNode owned(String owners) {
    return json("{'metadata':{'managedFields':[" + owners + "]}," + SPEC + "}");
  }
}
