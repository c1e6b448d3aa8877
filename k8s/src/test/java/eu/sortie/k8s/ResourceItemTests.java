package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static eu.sortie.scenario.ResourceTraits.ANNOTATIONS;
import static eu.sortie.scenario.ResourceTraits.DATA;
import static eu.sortie.scenario.ResourceTraits.DEFAULTS;
import static eu.sortie.scenario.ResourceTraits.LABELS;
import static eu.sortie.scenario.ResourceTraits.OTHER_FIELDS;
import static eu.sortie.scenario.ResourceTraits.RULES;
import static eu.sortie.scenario.ResourceTraits.SPEC;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceItemTests {

  private final DrillKey key = DrillKey.random();

  @Nested
  class AService {

    private final ResourceItem service = new ResourceItem(
        json(
            "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','uid':'u','resourceVersion':'7','labels':{'app':'web'},"
                + "'managedFields':[{'manager':'ci','operation':'Apply','apiVersion':'v1','fieldsV1':{'f:metadata':{'f:labels':{'f:app':{}}},"
                + "'f:spec':{'f:ports':{'k:{\\'port\\':80,\\'protocol\\':\\'TCP\\'}':{'.':{},'f:port':{}}}}}}]},"
                + "'spec':{'clusterIP':'10.96.3.4','ports':[{'port':80,'protocol':'TCP'}]},'status':{'loadBalancer':{}}}"),
        key);

    @Test
    void hasTheFieldsThatWereDeclared() {
      assertThat(service.traits())
          .containsEntry(
              SPEC,
              Value.entries(Map.of(
                  "ports[port=80,protocol=TCP].port",
                  "80",
                  "ports[port=80,protocol=TCP].protocol",
                  "TCP")))
          .containsEntry(LABELS, Value.entries(Map.of("app", "web")))
          .containsEntry(RULES, Value.absent());
    }

    @Test
    void hasTheRestRecordedAsDefaults() {
      assertThat(service.traits().get(DEFAULTS).toString())
          .contains("spec.clusterIP=10.96.3.4")
          .doesNotContain("loadBalancer");
    }

    @Test
    void leavesWithoutWhatAClusterFillsIn() {
      assertThat(json(text(service.exported())))
          .isEqualTo(
              json(
                  "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','labels':{'app':'web'}},'spec':{'ports':[{'port':80,'protocol':'TCP'}]}}"));
    }
  }

  @Nested
  class ASecret {

    private static final String SECRET = "aHVudGVyMg==";
    private static final String NOTED =
        "'annotations':{'kubectl.kubernetes.io/last-applied-configuration':'{\\'data\\':{\\'password\\':\\'"
            + SECRET + "\\'}}','team':'" + SECRET + "'}";

    private final ResourceItem secret = secret(key);

    @Test
    void showsItsValueNowhere() {
      assertThat(secret.traits().toString()).doesNotContain(SECRET);
      assertThat(text(secret.exported())).doesNotContain(SECRET).doesNotContain("password");
    }

    @Test
    void isComparedByDigest() {
      assertThat(secret.traits()).containsEntry(DATA, secret(key).traits().get(DATA));
      assertThat(secret.traits().get(DATA))
          .isNotEqualTo(secret(DrillKey.random()).traits().get(DATA));
    }

    @Test
    void saysWhichSortItIs() {
      assertThat(secret.traits())
          .containsEntry(OTHER_FIELDS, Value.entries(Map.of("type", "Opaque")));
    }

    @Test
    void opensWithTheKeyOfItsRun() {
      assertThat(text(key.open(secret.exported())))
          .contains(SECRET)
          .doesNotContain("last-applied-configuration");
    }

    private static ResourceItem secret(DrillKey key) {
      return new ResourceItem(
          json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'db'," + NOTED
              + "},'data':{'password':'" + SECRET + "'},'type':'Opaque'}"),
          key);
    }
  }

  @Test
  void noteOfAToolIsNoAnnotation() {
    var item = new ResourceItem(
        json(
            "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c','annotations':{'deployment.kubernetes.io/revision':'3','team':'shop'}},'data':{'a':'1'}}"),
        key);
    assertThat(item.traits())
        .containsEntry(ANNOTATIONS, Value.entries(Map.of("team", "shop")))
        .containsEntry(DATA, Value.entries(Map.of("a", "1")));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
