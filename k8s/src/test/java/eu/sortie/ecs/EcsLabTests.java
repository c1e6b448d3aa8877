package eu.sortie.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.ServiceSelection;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sample API, as moto holds it. */
class EcsLabTests {

  @RegisterExtension
  static final Moto MOTO = new Moto();

  private final Line line = Line.readOnly("aws");

  private Source source(ServiceSelection selection) {
    return new EcsProtocol().source(MOTO.end(), line, selection);
  }

  private static Map<String, Item> listed(Source source) throws IOException {
    var items = new TreeMap<String, Item>();
    source.list(item -> items.put(item.id().key(), item));
    return items;
  }

  @Test
  void theApiIsListedAsTheResourcesItWouldBe() throws IOException {
    try (var source = source(Selection.services("api"))) {
      source.preflight();

      assertThat(listed(source).keySet())
          .containsExactly(
              "configmap/orders-parameters",
              "cronjob.batch/month-end",
              "cronjob.batch/nightly",
              "deployment.apps/orders",
              "deployment.apps/prices",
              "horizontalpodautoscaler.autoscaling/orders",
              "persistentvolumeclaim/files",
              "secret/orders-secrets",
              "service/orders",
              "service/prices",
              "serviceaccount/orders-task");
      assertThat(source.unlisted()).isEmpty();
    }
  }

  @Test
  void someServicesLeaveAlone() throws IOException {
    try (var source = source(Selection.services("api").only("prices"))) {
      source.preflight();

      assertThat(listed(source).keySet())
          .containsExactly("deployment.apps/prices", "service/prices");
      assertThat(source.notCovered()).anyMatch(one -> one.contains("no scheduled task does"));
    }
  }

  @Test
  void secretsOfBothStoresLeaveSealedAndPlainParametersOpen() throws IOException {
    try (var source = source(Selection.services("api"))) {
      var items = listed(source);

      assertThat(exported(source, items.get("secret/orders-secrets")))
          .doesNotContain("hunter2", "t0ken");
      assertThat(exported(source, items.get("configmap/orders-parameters")))
          .contains("\"api.GREETING\" : \"Bonjour\"");
      try (var reading = source.read(items.get("secret/orders-secrets"))) {
        assertThat(reading.item().value(ResourceTraits.DATA).toString())
            .contains("api.DB_PASSWORD=hmac-sha256:", "api.TOKEN=hmac-sha256:")
            .doesNotContain("hunter2");
      }
    }
  }

  @Test
  void tagsThatStandBesideADefinitionAreLostByName() throws IOException {
    try (var source = source(Selection.services("api"))) {
      var items = listed(source);
      try (var reading = source.read(items.get("deployment.apps/orders"))) {
        assertThat(reading.item().value(ResourceTraits.WITHOUT_COUNTERPART).toString())
            .contains("taskDefinition.tags", "of May");
      }
    }
  }

  @Test
  void theValuesAreThoseOfTheStores() throws IOException {
    var connection = new EcsConnection(EcsSettings.of(MOTO.end()), line);
    var vault = new Vault(connection, connection.region());
    var described = new ClusterListing(connection, Selection.services("api")).describe();
    var values = new TreeMap<String, String>();
    for (var drawing : Drafting.of(described)) {
      for (var one : drawing.values().entrySet()) {
        values.put(one.getKey(), vault.open(one.getValue()));
      }
    }

    assertThat(values)
        .containsExactly(
            Map.entry("api.DB_PASSWORD", "hunter2"),
            Map.entry("api.GREETING", "Bonjour"),
            Map.entry("api.TOKEN", "t0ken"));
  }

  @Test
  void whatNoCronJobCanSayIsRefusedWithWhatItIs() throws IOException {
    try (var source = source(Selection.services("api"))) {
      var monthEnd = listed(source).get("cronjob.batch/month-end");

      assertThatThrownBy(() -> source.read(monthEnd))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("cron(0 0 L * ? *)")
          .extracting(refused ->
              ((RefusedException) refused).seen().orElseThrow().value(ResourceTraits.SPEC))
          .isInstanceOf(Value.Entries.class);
    }
  }

  @Test
  void aSecretThatIsGoneMeanwhileIsRefusedWithItsName() throws IOException {
    try (var source = source(Selection.services("api"))) {
      var secret = listed(source).get("secret/orders-secrets");
      MOTO.change(
          "import boto3, sys; boto3.client('ssm', endpoint_url=sys.argv[1], region_name='eu-west-3',"
              + " aws_access_key_id='a', aws_secret_access_key='a').delete_parameter(Name='/api/token')");
      try {
        assertThatThrownBy(() -> source.read(secret))
            .isInstanceOf(RefusedException.class)
            .hasMessageContaining("api.TOKEN (/api/token)")
            .hasMessageContaining("ParameterNotFound");
      } finally {
        MOTO.change(
            "import boto3, sys; boto3.client('ssm', endpoint_url=sys.argv[1], region_name='eu-west-3',"
                + " aws_access_key_id='a', aws_secret_access_key='a').put_parameter(Name='/api/token', Value='t0ken', Type='SecureString')");
      }
    }
  }

  @Test
  void whatIsReadShowsEveryTrait() throws IOException {
    try (var source = source(Selection.services("api"))) {
      for (var item : listed(source).values()) {
        if (!item.id().key().endsWith("month-end")) {
          try (var reading = source.read(item)) {
            assertThat(reading.item().traits().keySet())
                .as(item.id().key())
                .containsExactlyInAnyOrderElementsOf(ResourceTraits.RESOURCE.traits());
          }
        }
      }
    }
  }

  @Test
  void everyCallIsCountedAndOnlyReads() throws IOException {
    try (var source = source(Selection.services("api"))) {
      listed(source);
    }

    var operations = line.meter().usage().stages().get(Stage.SURVEY).keySet();
    assertThat(operations).contains("DescribeServices", "DescribeTaskDefinition", "ListRules");
    assertThat(operations).allMatch(Api::reads);
    assertThat(line.violations()).isEmpty();
  }

  @Test
  void nothingIsAskedAfterTheCut() throws IOException {
    var source = source(Selection.services("api"));
    var items = listed(source);
    source.close();

    assertThatThrownBy(() -> source.read(items.get("secret/orders-secrets")))
        .isInstanceOf(LineException.class);
    assertThat(line.violations()).hasSize(1);
  }

  @Test
  void nothingThatChangesIsSent() {
    try (var connection = new EcsConnection(EcsSettings.of(MOTO.end()), line)) {
      assertThatThrownBy(() -> connection.ask(
              Api.ECS,
              "DeleteCluster",
              JsonNodeFactory.instance.objectNode().put("cluster", "api")))
          .isInstanceOf(LineException.class);
    }
  }

  @Test
  void aClusterThatIsNotThereIsNamed() {
    try (var source = source(Selection.services("nowhere"))) {
      assertThatThrownBy(source::preflight)
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("there is no cluster 'nowhere'");
    }
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithThoseThatAre() {
    try (var source = source(Selection.services("api").only("web"))) {
      assertThatThrownBy(source::preflight)
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("there is no service 'web'")
          .hasMessageContaining("orders, prices");
    }
  }

  @Test
  void anEndThatAnswersIsExamined() {
    assertThat(new EcsProtocol().examine(MOTO.end(), line))
        .singleElement()
        .satisfies(finding -> assertThat(finding.detail()).startsWith("1 clusters"));
  }

  private static String exported(Source source, Item item) throws IOException {
    try (var reading = source.read(item)) {
      return new String(reading.bytes().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
