package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.spi.Translation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslatorTests {

  private final Translator translator = Translator.of("shop", "shop-drill-7");

  private JsonNode spec(String key, String spec) {
    var leaving = Leaving.spec(key, spec);
    var translated = leaving.by(translator);
    assertThat(Leaving.compared(translated.expected())).isEqualTo(leaving.arrived(translated));
    return translated.document().path("spec");
  }

  private JsonNode annotations(String key, String... names) {
    var annotations = new java.util.TreeMap<String, String>();
    for (var name : names) {
      annotations.put(name, "any");
    }
    annotations.put("team", "shop");
    var leaving = Leaving.annotated(key, annotations);
    var translated = leaving.by(translator);
    assertThat(Leaving.compared(translated.expected())).isEqualTo(leaving.arrived(translated));
    return translated.document().path("metadata").path("annotations");
  }

  private List<String> rules(Leaving leaving) {
    return leaving.by(translator).translations().stream().map(Translation::rule).toList();
  }

  @Nested
  class Storage {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "gp2",
          "gp3",
          "gp3-encrypted",
          "io1",
          "io2",
          "st1",
          "sc1",
          "efs-sc",
          "ebs-sc",
          "auto-ebs-sc"
        })
    void ofAwsBecomesTheDefaultClass(String name) {
      assertThat(spec(
              "persistentvolumeclaim/data",
              "{'storageClassName':'" + name + "','volumeMode':'Block'}"))
          .isEqualTo(json("{'volumeMode':'Block'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "standard", "longhorn", "fast-gp3", "gp30"})
    void ofAnybodyElseStays(String name) {
      assertThat(spec("persistentvolumeclaim/data", "{'storageClassName':'" + name + "'}"))
          .isEqualTo(json("{'storageClassName':'" + name + "'}"));
    }

    @Test
    void isChangedInTheClaimsOfAStatefulSet() {
      assertThat(
              spec(
                  "statefulset.apps/db",
                  "{'volumeClaimTemplates':[{'metadata':{'name':'d'},'spec':{'storageClassName':'gp3','volumeMode':'Block'}}]}"))
          .isEqualTo(
              json(
                  "{'volumeClaimTemplates':[{'metadata':{'name':'d'},'spec':{'volumeMode':'Block'}}]}"));
    }

    @Test
    void isChangedInTheClaimOfAPod() {
      assertThat(spec(
                  "deployment.apps/web",
                  "{'template':{'spec':{'volumes':[{'name':'s','ephemeral':{'volumeClaimTemplate':{'spec':{'storageClassName':'gp3','volumeMode':'Block'}}}}]}}}")
              .toString())
          .contains("Block")
          .doesNotContain("gp3");
    }

    @Test
    void thatIsNamedInTheOldWayBecomesTheDefaultClass() {
      var claim = Leaving.annotated(
          "persistentvolumeclaim/data", Map.of("volume.beta.kubernetes.io/storage-class", "gp2"));
      assertThat(rules(claim)).containsExactly("storage-class");
      assertThat(
              spec(
                  "statefulset.apps/db",
                  "{'volumeClaimTemplates':[{'metadata':{'name':'d','annotations':{'volume.beta.kubernetes.io/storage-class':'gp2'}}}]}"))
          .isEqualTo(json("{'volumeClaimTemplates':[{'metadata':{'name':'d'}}]}"));
    }

    @Test
    void thatWasBoundIsToBeBoundAnew() {
      assertThat(spec(
              "persistentvolumeclaim/data",
              "{'volumeName':'pvc-0b1c2d3e-0000-4000-8000-0123456789ab','volumeMode':'Block'}"))
          .isEqualTo(json("{'volumeMode':'Block'}"));
      assertThat(spec("persistentvolumeclaim/data", "{'volumeName':'by-hand'}"))
          .isEqualTo(json("{'volumeName':'by-hand'}"));
      assertThat(annotations(
              "persistentvolumeclaim/data",
              "pv.kubernetes.io/bind-completed",
              "volume.kubernetes.io/selected-node"))
          .isEqualTo(json("{'team':'shop'}"));
    }

    @Test
    void ofAnotherDriverIsMadeByTheOneThatIsThere() {
      var claim = Leaving.annotated(
          "persistentvolumeclaim/data",
          Map.of("volume.kubernetes.io/storage-provisioner", "ebs.csi.aws.com"));
      assertThat(claim.by(translator).document().path("metadata")).isEqualTo(json("{'name':'a'}"));
    }
  }

  @Nested
  class LoadBalancers {

    @Test
    void ofAwsAreNotSetUp() {
      assertThat(annotations(
              "ingress.networking.k8s.io/web",
              "alb.ingress.kubernetes.io/scheme",
              "nginx.ingress.kubernetes.io/rewrite-target"))
          .isEqualTo(json("{'nginx.ingress.kubernetes.io/rewrite-target':'any','team':'shop'}"));
      assertThat(annotations(
              "service/web",
              "service.beta.kubernetes.io/aws-load-balancer-type",
              "service.beta.kubernetes.io/load-balancer-source-ranges"))
          .isEqualTo(json(
              "{'service.beta.kubernetes.io/load-balancer-source-ranges':'any','team':'shop'}"));
      assertThat(annotations(
              "service/web",
              "external-dns.alpha.kubernetes.io/aws-weight",
              "external-dns.alpha.kubernetes.io/hostname"))
          .isEqualTo(json("{'external-dns.alpha.kubernetes.io/hostname':'any','team':'shop'}"));
    }

    @Test
    void ofAwsAreNotAskedFor() {
      assertThat(spec("ingress.networking.k8s.io/web", "{'ingressClassName':'alb','tls':[]}"))
          .isEqualTo(json("{'tls':[]}"));
      assertThat(spec("ingress.networking.k8s.io/web", "{'ingressClassName':'nginx'}"))
          .isEqualTo(json("{'ingressClassName':'nginx'}"));
      assertThat(spec(
              "service/web", "{'loadBalancerClass':'service.k8s.aws/nlb','type':'LoadBalancer'}"))
          .isEqualTo(json("{'type':'LoadBalancer'}"));
      assertThat(spec("service/web", "{'loadBalancerClass':'example.org/lb'}"))
          .isEqualTo(json("{'loadBalancerClass':'example.org/lb'}"));
      var old = Leaving.annotated(
          "ingress.networking.k8s.io/web", Map.of("kubernetes.io/ingress.class", "alb"));
      assertThat(rules(old)).containsExactly("ingress-class");
    }
  }

  @Nested
  class Nodes {

    private static final String AFFINITY =
        "{'template':{'spec':{'affinity':{'nodeAffinity':%s},'restartPolicy':'Always'}}}";
    private static final String ZONE =
        "{'key':'topology.kubernetes.io/zone','operator':'In','values':['eu-west-3a','eu-west-3b']}";
    private static final String DISK = "{'key':'disk','operator':'In','values':['ssd']}";

    private String affinity(String nodeAffinity) {
      return spec("deployment.apps/web", AFFINITY.formatted(nodeAffinity))
          .path("template")
          .path("spec")
          .toString()
          .replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '"',
        value = {
          "topology.kubernetes.io/zone, eu-west-3a",
          "topology.kubernetes.io/region, us-gov-east-1",
          "failure-domain.beta.kubernetes.io/zone, ap-southeast-2b",
          "topology.kubernetes.io/zone, us-west-2-lax-1a",
          "node.kubernetes.io/instance-type, m5.large",
          "beta.kubernetes.io/instance-type, u-6tb1.112xlarge",
          "eks.amazonaws.com/nodegroup, any",
          "karpenter.sh/capacity-type, spot",
          "alpha.eksctl.io/nodegroup-name, ng-1",
        })
    void ofAwsAreNotAskedFor(String label, String value) {
      assertThat(spec(
              "deployment.apps/web",
              "{'template':{'spec':{'nodeSelector':{'" + label + "':'" + value
                  + "','disk':'ssd'}}}}"))
          .isEqualTo(json("{'template':{'spec':{'nodeSelector':{'disk':'ssd'}}}}"));
    }

    @ParameterizedTest
    @CsvSource({
      "topology.kubernetes.io/zone, fr-par-1",
      "topology.kubernetes.io/zone, eu01-1",
      "node.kubernetes.io/instance-type, PRO2-M",
      "kubernetes.io/arch, arm64",
    })
    void ofAnybodyElseAre(String label, String value) {
      var asked = "{'nodeSelector':{'" + label + "':'" + value + "'}}";
      assertThat(spec("pod/web", asked)).isEqualTo(json(asked));
    }

    @Test
    void selectorThatSelectsNothingMoreIsGone() {
      assertThat(spec(
              "pod/web", "{'nodeSelector':{'karpenter.sh/nodepool':'a'},'restartPolicy':'Never'}"))
          .isEqualTo(json("{'restartPolicy':'Never'}"));
    }

    @Test
    void affinityToNothingButAwsIsGone() {
      assertThat(affinity(
              "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':["
                  + ZONE + "]}]}}"))
          .isEqualTo("{'restartPolicy':'Always'}");
    }

    @Test
    void termOfAwsAmongOthersIsGoneAndTheOthersStay() {
      assertThat(affinity(
              "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':["
                  + ZONE + "]},{'matchExpressions':[" + DISK + "]}]}}"))
          .contains("'nodeSelectorTerms':[{'matchExpressions':[" + DISK + "]}]");
    }

    @Test
    void termThatAsksForSomethingElseAsWellStaysWhole() {
      var asked =
          "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':["
              + ZONE + "," + DISK + "]}]}}";
      assertThat(affinity(asked)).contains(asked);
    }

    @Test
    void termThatKeepsAwayFromAwsStays() {
      var asked =
          "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':["
              + ZONE.replace("'In'", "'NotIn'") + "]}]}}";
      assertThat(affinity(asked)).contains(asked);
    }

    @ParameterizedTest
    @CsvSource({
      "node.kubernetes.io/instance-type, m5.large",
      "karpenter.sh/capacity-type, spot",
    })
    void affinityToMachinesOfAwsIsGone(String label, String value) {
      assertThat(affinity(
              "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'"
                  + label + "','operator':'In','values':['" + value + "']}]}]}}"))
          .isEqualTo("{'restartPolicy':'Always'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'fr-par-1'", "'eu-west-3a','fr-par-1'"})
    void termForZonesOfAnybodyElseStays(String zones) {
      var asked =
          "{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'topology.kubernetes.io/zone','operator':'In','values':["
              + zones + "]}]}]}}";
      assertThat(affinity(asked)).contains(asked);
    }

    @Test
    void preferenceForAwsIsGone() {
      assertThat(affinity(
              "{'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':1,'preference':{'matchExpressions':["
                  + ZONE + "]}},{'weight':2,'preference':{'matchExpressions':[" + DISK
                  + "]}},{'weight':3,'preference':{'matchExpressions':[" + ZONE + "]}}]}"))
          .contains(
              "'preferredDuringSchedulingIgnoredDuringExecution':[{'weight':2,'preference':{'matchExpressions':["
                  + DISK + "]}}]");
    }
  }

  @Nested
  class Addresses {

    @Test
    void ofTheOldClusterAreNotAskedFor() {
      assertThat(
              spec(
                  "service/web",
                  "{'clusterIP':'10.0.0.7','clusterIPs':['10.0.0.7','fd00::7'],'ports':[{'port':80,'nodePort':30080}],'healthCheckNodePort':31000}"))
          .isEqualTo(json("{'ports':[{'port':80}]}"));
    }

    @Test
    void ofAHeadlessServiceStayNone() {
      var headless = "{'clusterIP':'None','clusterIPs':['None'],'ports':[{'port':80}]}";
      assertThat(spec("service/web", headless)).isEqualTo(json(headless));
    }

    @Test
    void areTakenOutOfPortsThatAreNamedByTheirKeys() {
      var service = Leaving.of(
          "service/web",
          "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web',"
              + "'managedFields':[{'manager':'ci','operation':'Apply','apiVersion':'v1','fieldsV1':{'f:spec':{'f:ports':{'k:{\\'port\\':80,\\'protocol\\':\\'TCP\\'}':{'.':{},'f:port':{},'f:nodePort':{}}}}}}]},"
              + "'spec':{'ports':[{'port':80,'protocol':'TCP','nodePort':30080}]}}");
      var translated = service.by(translator);
      assertThat(translated.translations())
          .singleElement()
          .satisfies(one -> assertThat(one)
              .isEqualTo(new Translation(
                  ResourceTraits.SPEC,
                  "ports[port=80,protocol=TCP].nodePort",
                  "30080",
                  "",
                  "node-port",
                  one.because())));
      assertThat(Leaving.compared(translated.expected())).isEqualTo(service.arrived(translated));
    }
  }

  @Nested
  class Identity {

    @Test
    void ofAwsIsTakenOutAndSaidToBeLost() {
      var account = Leaving.annotated(
          "serviceaccount/web",
          Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/web"));
      assertThat(account.by(translator).translations()).singleElement().satisfies(one -> {
        assertThat(one.before()).isEqualTo("arn:aws:iam::123456789012:role/web");
        assertThat(one.after()).isEmpty();
        assertThat(one.because()).contains("grant itself is lost");
      });
    }

    @Test
    void ofAPodIsTakenOutOfItsTemplate() {
      assertThat(
              spec(
                  "deployment.apps/web",
                  "{'template':{'metadata':{'annotations':{'iam.amazonaws.com/role':'web'},'labels':{'app':'web'}}}}"))
          .isEqualTo(json("{'template':{'metadata':{'labels':{'app':'web'}}}}"));
    }
  }

  @Test
  void finalizersOfAwsAreGoneAndOthersStay() {
    var leaving = Leaving.of(
        "service/web",
        "{'apiVersion':'v1','kind':'Service','metadata':{'name':'web','finalizers':['a.example/x','service.k8s.aws/resources','b.example/x']}}");
    var translated = leaving.by(translator);
    assertThat(translated.document().path("metadata").path("finalizers"))
        .isEqualTo(json("['a.example/x','b.example/x']"));
    assertThat(Leaving.compared(translated.expected())).isEqualTo(leaving.arrived(translated));
  }

  @Nested
  class TheNamespace {

    @Test
    void ofASubjectFollows() {
      var leaving = Leaving.of(
          "rolebinding.rbac.authorization.k8s.io/b",
          "{'apiVersion':'rbac.authorization.k8s.io/v1','kind':'RoleBinding','metadata':{'name':'b'},'subjects':["
              + "{'kind':'ServiceAccount','name':'shop','namespace':'shop'},{'kind':'ServiceAccount','name':'x','namespace':'other'},"
              + "{'kind':'Group','name':'system:serviceaccounts:shop'},{'kind':'User','name':'system:serviceaccount:shop:web'},{'kind':'User','name':'shop'}]}");
      var translated = leaving.by(translator);
      assertThat(translated.document().path("subjects"))
          .isEqualTo(
              json(
                  "[{'kind':'ServiceAccount','name':'shop','namespace':'shop-drill-7'},{'kind':'ServiceAccount','name':'x','namespace':'other'},"
                      + "{'kind':'Group','name':'system:serviceaccounts:shop-drill-7'},{'kind':'User','name':'system:serviceaccount:shop-drill-7:web'},{'kind':'User','name':'shop'}]"));
      assertThat(Leaving.compared(translated.expected())).isEqualTo(leaving.arrived(translated));
    }

    @Test
    void thatAPolicySelectsFollows() {
      assertThat(spec(
              "networkpolicy.networking.k8s.io/p",
              "{'ingress':[{'from':[{'namespaceSelector':{'matchLabels':{'kubernetes.io/metadata.name':'shop','a':'shop'}}},"
                  + "{'namespaceSelector':{'matchExpressions':[{'key':'a','operator':'In','values':['shop']},{'key':'kubernetes.io/metadata.name','operator':'In','values':['b','shop']}]}},"
                  + "{'namespaceSelector':{}}]}],'podSelector':{}}"))
          .isEqualTo(json(
              "{'ingress':[{'from':[{'namespaceSelector':{'matchLabels':{'kubernetes.io/metadata.name':'shop-drill-7','a':'shop'}}},"
                  + "{'namespaceSelector':{'matchExpressions':[{'key':'a','operator':'In','values':['shop']},{'key':'kubernetes.io/metadata.name','operator':'In','values':['b','shop-drill-7']}]}},"
                  + "{'namespaceSelector':{}}]}],'podSelector':{}}"));
    }

    @Test
    void thatAFieldNamesFollows() {
      assertThat(
              spec(
                  "httproute.gateway.networking.k8s.io/r",
                  "{'parentRefs':[{'name':'shop','namespace':'shop'},{'name':'g','namespace':'gateways'}]}"))
          .isEqualTo(
              json(
                  "{'parentRefs':[{'name':'shop','namespace':'shop-drill-7'},{'name':'g','namespace':'gateways'}]}"));
    }

    @Test
    void isNotWhatALabelSays() {
      var labels =
          "{'selector':{'namespace':'shop'},'template':{'metadata':{'labels':{'namespace':'shop'}}},'podSelector':{'matchLabels':{'namespace':'shop'}}}";
      assertThat(spec("any.example.org/a", labels)).isEqualTo(json(labels));
    }

    @ParameterizedTest
    @CsvSource({
      "http://web.shop.svc:8080/x, http://web.shop-drill-7.svc:8080/x",
      "db-0.db.shop.svc.cluster.local, db-0.db.shop-drill-7.svc.cluster.local",
      "a.shop.svc;b.shop.svc, a.shop-drill-7.svc;b.shop-drill-7.svc",
      "*.shop.svc, *.shop-drill-7.svc",
      "web.shop, web.shop",
      "web.my-shop.svc, web.my-shop.svc",
      "web.shop.svc2, web.shop.svc2",
      "web.shop.svc-x, web.shop.svc-x",
      "shop, shop",
    })
    void inTheNameOfAServiceFollows(String before, String after) {
      assertThat(spec("deployment.apps/web", "{'env':[{'name':'shop','value':'" + before + "'}]}"))
          .isEqualTo(json("{'env':[{'name':'shop','value':'" + after + "'}]}"));
      var map = Leaving.of(
          "configmap/c",
          "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':{'web.yaml':'"
              + before + "'}}");
      var translated = map.by(translator);
      assertThat(translated.document().path("data").path("web.yaml").asText()).isEqualTo(after);
      assertThat(translated.expected().get(ResourceTraits.DATA))
          .isEqualTo(Value.entries(Map.of("web.yaml", after)));
    }

    @Test
    void inASpecificationThatIsOneTextFollows() {
      assertThat(spec("any.example.org/a", "'web.shop.svc'"))
          .isEqualTo(json("'web.shop-drill-7.svc'"));
    }

    @Test
    void ofACertificateFollows() {
      assertThat(spec(
              "certificate.cert-manager.io/c", "{'dnsNames':['web.shop.svc','web.shop.example']}"))
          .isEqualTo(json("{'dnsNames':['web.shop-drill-7.svc','web.shop.example']}"));
    }

    @Test
    void ofASetFollowsWithTheNameOfItsElement() {
      var set = Leaving.of(
          "certificate.cert-manager.io/c",
          "{'apiVersion':'cert-manager.io/v1','kind':'Certificate','metadata':{'name':'c','managedFields':[{'manager':'ci','operation':'Apply','apiVersion':'cert-manager.io/v1',"
              + "'fieldsV1':{'f:spec':{'f:dnsNames':{'v:\\'web.shop.svc\\'':{}}}}}]},'spec':{'dnsNames':['web.shop.svc']}}");
      assertThat(set.by(translator).expected().get(ResourceTraits.SPEC))
          .isEqualTo(
              Value.entries(Map.of("dnsNames[=\"web.shop-drill-7.svc\"]", "web.shop-drill-7.svc")));
    }

    @Test
    void thatKeepsItsNameNeedsNoTranslation() {
      var leaving = Leaving.spec("deployment.apps/web", "{'a':'web.shop.svc','namespace':'shop'}");
      assertThat(leaving.by(Translator.of("shop", "shop")).translations()).isEmpty();
    }
  }

  @Nested
  class ASecret {

    @Test
    void isCarriedAsItIs() {
      var secret = Leaving.of(
          "secret/s",
          "{'apiVersion':'v1','kind':'Secret','metadata':{'name':'s','annotations':{'volume.beta.kubernetes.io/storage-class':'gp3'},'finalizers':['service.k8s.aws/resources']},'stringData':{'a':'web.shop.svc'}}");
      var translated = translator.translate(secret.key(), secret.resource(), secret.traits());
      assertThat(translated.document()).isEqualTo(secret.resource());
      assertThat(translated.expected()).isEqualTo(secret.traits());
    }
  }

  @Nested
  class NeverRestored {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "bucket.s3.aws.upbound.io/photos",
          "bucket.s3.aws.crossplane.io/photos",
          "compositeresourcedefinition.apiextensions.crossplane.io/x",
          "bucket.s3.services.k8s.aws/photos",
          "workspace.app.terraform.io/prod",
          "terraform.infra.contrib.fluxcd.io/prod",
          "stack.pulumi.com/prod",
          "targetgroupbinding.elbv2.k8s.aws/web",
          "securitygrouppolicy.vpcresources.k8s.aws/web",
          "ecrauthorizationtoken.generators.external-secrets.io/pull",
        })
    void isWhatWouldChangeTheSource(String key) {
      assertThat(translator.neverRestored(key)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "deployment.apps/crossplane.io",
          "service/terraform",
          "ingress.networking.k8s.io/k8s.aws",
          "secretstore.external-secrets.io/vault",
          "price.notcrossplane.io/x",
          "certificate.cert-manager.io/c",
        })
    void isNothingElse(String key) {
      assertThat(translator.neverRestored(key)).isEmpty();
    }

    @Test
    void isAClaimOfCrossplaneWhateverItIsCalled() {
      var claim = Leaving.spec("database.example.org/orders", "{'compositionRef':{'name':'rds'}}");
      var made = Leaving.of(
          "database.example.org/orders",
          "{'apiVersion':'example.org/v1','kind':'Database','metadata':{'name':'orders','finalizers':['finalizer.apiextensions.crossplane.io']}}");
      var plain = Leaving.spec("database.example.org/orders", "{'size':{'compositionRef':1}}");
      assertThat(translator.neverRestored(claim.key(), claim.traits())).isPresent();
      assertThat(translator.neverRestored(made.key(), made.traits())).isPresent();
      assertThat(translator.neverRestored(plain.key(), plain.traits())).isEmpty();
    }

    @Test
    void isAStoreOfSecretsAtAws() {
      var aws = Leaving.spec(
          "secretstore.external-secrets.io/s", "{'provider':{'aws':{'service':'SecretsManager'}}}");
      var vault = Leaving.spec(
          "secretstore.external-secrets.io/s", "{'provider':{'vault':{'server':'aws'}}}");
      assertThat(translator.neverRestored(aws.key(), aws.traits()))
          .hasValueSatisfying(why -> assertThat(why).contains("C18"));
      assertThat(translator.neverRestored(vault.key(), vault.traits())).isEmpty();
    }

    @Test
    void isAVolumeOfSecretsOfAws() {
      var aws = Leaving.spec(
          "secretproviderclass.secrets-store.csi.x-k8s.io/s", "{'provider':'aws','parameters':{}}");
      var vault = Leaving.spec(
          "secretproviderclass.secrets-store.csi.x-k8s.io/s",
          "{'provider':'vault','parameters':{}}");
      assertThat(translator.neverRestored(aws.key(), aws.traits())).isPresent();
      assertThat(translator.neverRestored(vault.key(), vault.traits())).isEmpty();
    }

    @Test
    void isSaidWithItsReason() {
      assertThat(translator.neverRestored("bucket.s3.services.k8s.aws/photos"))
          .hasValueSatisfying(why -> assertThat(why).contains("live resources at AWS (C19)"));
    }

    @Test
    void canNotBeSwitchedOff() {
      assertThatThrownBy(() -> translator.without(Set.of("crossplane")))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("'crossplane'")
          .hasMessageContaining("storage-class");
    }
  }

  @Test
  void scalingByWhatIsOutsideIsNamedAndCarried() {
    var leaving = Leaving.spec(
        "horizontalpodautoscaler.autoscaling/web",
        "{'metrics':[{'type':'External','external':{'metric':{'name':'sqs-orders'}}},{'type':'Resource','resource':{'name':'cpu'}}]}");
    var translated = leaving.by(translator);
    assertThat(translated.document()).isEqualTo(leaving.document());
    assertThat(translated.warnings()).singleElement().satisfies(one -> {
      assertThat(one.entry()).isEqualTo("metrics[0].external.metric.name");
      assertThat(one.value()).isEqualTo("sqs-orders");
    });
    assertThat(leaving.by(translator.without(Set.of("external-metrics"))).warnings())
        .isEmpty();
  }

  @Test
  void scalingByKedaOnAwsIsNamedAndCarried() {
    var queue = Leaving.spec(
        "scaledobject.keda.sh/web", "{'triggers':[{'type':'aws-sqs-queue'},{'type':'cron'}]}");
    var identity =
        Leaving.spec("triggerauthentication.keda.sh/web", "{'podIdentity':{'provider':'aws'}}");
    assertThat(queue.by(translator).warnings())
        .extracting(Translated.Warning::value)
        .containsExactly("aws-sqs-queue");
    assertThat(identity.by(translator).warnings())
        .extracting(Translated.Warning::value)
        .containsExactly("aws");
  }

  @Test
  void volumeOfAwsInAPodIsNamedAndCarried() {
    var leaving = Leaving.spec(
        "pod/web",
        "{'volumes':[{'name':'a','csi':{'driver':'efs.csi.aws.com'}},{'name':'b','csi':{'driver':'csi.example.org'}},{'name':'c','awsElasticBlockStore':{'volumeID':'vol-1','fsType':'ext4'}}]}");
    assertThat(leaving.by(translator).warnings())
        .extracting(Translated.Warning::value)
        .containsExactlyInAnyOrder("efs.csi.aws.com", "vol-1");
  }

  @Test
  void emptyObjectThatMeansSomethingIsLeft() {
    assertThat(spec("persistentvolumeclaim/data", "{'storageClassName':'gp3'}"))
        .isEqualTo(json("{}"));
    assertThat(spec(
            "pod/web",
            "{'x':{'namespaceSelector':{'nodeSelector':{'karpenter.sh/nodepool':'a'}}}}"))
        .isEqualTo(json("{'x':{'namespaceSelector':{}}}"));
  }

  @Test
  void ruleThatIsSwitchedOffDoesNothing() {
    for (var name : List.of("storage-class", "node-affinity")) {
      assertThat(Translator.names()).contains(name);
    }
    var claim = Leaving.spec("persistentvolumeclaim/data", "{'storageClassName':'gp3'}");
    assertThat(rules(claim)).containsExactly("storage-class");
    var translated =
        claim.by(translator.without(Set.of("node-port")).without(Set.of("storage-class")));
    var service = Leaving.spec("service/web", "{'ports':[{'port':80,'nodePort':30080}]}");
    assertThat(service
            .by(translator.without(Set.of("node-port")).without(Set.of("storage-class")))
            .document())
        .isEqualTo(service.document());
    assertThat(translated.translations()).isEmpty();
    assertThat(translated.document()).isEqualTo(claim.document());
  }
}
