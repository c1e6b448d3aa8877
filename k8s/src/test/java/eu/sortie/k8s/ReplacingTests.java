package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Value;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.spi.Translation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacingTests {

  private static final Replacement REGISTRY = Replacement.of("1234.dkr.ecr.eu-west-3.amazonaws.com")
      .by("registry.example")
      .because("images are mirrored there");

  private final DrillKey key = DrillKey.random();
  private final Translator translator =
      Translator.of("shop", "shop-drill-1").replacing(List.of(REGISTRY), key::digest);

  private static final String IMAGE = "1234.dkr.ecr.eu-west-3.amazonaws.com/web:1";

  @Test
  void aTextIsReplacedWhereverItStandsAndIsReportedWithItsBecause() {
    var leaving = Leaving.of(
        "deployment.apps/web",
        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','annotations':{'image':'"
            + IMAGE
            + "'}},'spec':{'template':{'spec':{'containers':[{'name':'web','image':'" + IMAGE
            + "'}]}}}}");

    var translated = leaving.by(translator);

    assertThat(translated.document().toString())
        .contains("registry.example/web:1")
        .doesNotContain("amazonaws");
    assertThat(translated.translations())
        .extracting(
            Translation::entry, Translation::before, Translation::after, Translation::because)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "template.spec.containers[0].image",
                IMAGE,
                "registry.example/web:1",
                "images are mirrored there"),
            org.assertj.core.groups.Tuple.tuple(
                "image", IMAGE, "registry.example/web:1", "images are mirrored there"));
    assertThat(leaving.arrived(translated)).isEqualTo(Leaving.compared(translated.expected()));
    assertThat(translator.unmet()).isEmpty();
  }

  @Test
  void whatFindsNothingIsTold() {
    Leaving.spec("configmap/a", "{'a':'b'}").by(translator);

    assertThat(translator.unmet()).containsExactly(REGISTRY);
  }

  @Test
  void severalAreDoneOneAfterTheOther() {
    var two = Translator.of("shop", "shop")
        .replacing(
            List.of(
                Replacement.of("a").by("b").because("first"),
                Replacement.of("bb").by("c").because("then")),
            key::digest);

    assertThat(
            Leaving.spec("any/a", "{'x':'ab'}").by(two).document().at("/spec/x").asText())
        .isEqualTo("c");
  }

  @Test
  void aNumberIsNoText() {
    var two = Translator.of("shop", "shop")
        .replacing(List.of(Replacement.of("8").by("9").because("why not")), key::digest);

    assertThat(Leaving.spec("any/a", "{'port':80}").by(two).translations()).isEmpty();
  }

  @Test
  void theNameByWhichAnElementIsKnownStays() {
    var managed =
        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','managedFields':[{'manager':'kubectl','operation':'Apply','apiVersion':'apps/v1','fieldsV1':"
            + "{'f:spec':{'f:containers':{'k:{\\'name\\':\\'a\\'}':{'.':{},'f:name':{},'f:image':{}}}}}}]},"
            + "'spec':{'containers':[{'name':'a','image':'a'}]}}";
    var one = Translator.of("shop", "shop")
        .replacing(List.of(Replacement.of("a").by("b").because("why not")), key::digest);

    var translated = Leaving.of("deployment.apps/web", managed).by(one);

    assertThat(translated.document().at("/spec/containers").toString())
        .isEqualTo("[{\"name\":\"a\",\"image\":\"b\"}]");
  }

  @Test
  void inASecretItIsReplacedAndNobodySeesWhatElseStandsThere() {
    var hidden = Base64.getEncoder()
        .encodeToString(
            ("https://" + IMAGE + "?password=hunter2").getBytes(StandardCharsets.UTF_8));
    var binary = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, 1, 2});
    var resource =
        json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','annotations':{'from':'"
            + IMAGE + "'}},'data':{'url':'" + hidden + "','key':'" + binary + "'}}");
    var traits = new ResourceItem(resource, key).traits();

    var translated = translator.translate("secret/s", resource, traits);

    var open = translated.document().at("/data/url").asText();
    assertThat(new String(Base64.getDecoder().decode(open), StandardCharsets.UTF_8))
        .isEqualTo("https://registry.example/web:1?password=hunter2");
    assertThat(translated.document().at("/data/key").asText()).isEqualTo(binary);
    assertThat(translated.document().at("/metadata/annotations/from").asText())
        .isEqualTo("registry.example/web:1");
    assertThat(translated.translations()).hasSize(2).allSatisfy(one -> {
      assertThat(one.before()).startsWith("hmac-sha256:");
      assertThat(one.after()).startsWith("hmac-sha256:");
    });
    var arrived = new ResourceItem(translated.document(), key).traits();
    assertThat(arrived.get(ResourceTraits.DATA))
        .isEqualTo(translated.expected().get(ResourceTraits.DATA));
    assertThat(arrived.get(ResourceTraits.HIDDEN_REFERENCES)).isEqualTo(Value.entries(Map.of()));
  }

  @Test
  void inSecretsAnnotationsAndBinaryDataAreLookedThroughForTheSourceToo() {
    var secret =
        json("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','annotations':{'from':'"
            + IMAGE + "'}},'data':{'a':'b'}}");

    assertThat(new ResourceItem(secret, key).traits().get(ResourceTraits.HIDDEN_REFERENCES))
        .asString()
        .contains("annotations from")
        .doesNotContain("1234");
  }
}
