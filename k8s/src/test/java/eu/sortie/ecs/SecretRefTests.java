package eu.sortie.ecs;

import static eu.sortie.ecs.SecretRef.Store.SECRETS_MANAGER;
import static eu.sortie.ecs.SecretRef.Store.SSM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.sortie.k8s.Documents;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SecretRefTests {

  private static final String ARN =
      "arn:aws:secretsmanager:eu-west-3:123456789012:secret:db-AbCdEf";

  @Test
  void anArnOfSecretsManagerIsTheWholeSecret() {
    assertThat(SecretRef.of(ARN)).isEqualTo(new SecretRef(SECRETS_MANAGER, ARN, "", "", ""));
  }

  @Test
  void behindItStandKeyAndStageAndVersion() {
    assertThat(SecretRef.of(ARN + ":password:AWSPREVIOUS:"))
        .isEqualTo(new SecretRef(SECRETS_MANAGER, ARN, "password", "AWSPREVIOUS", ""));
    assertThat(SecretRef.of(ARN + ":::9d4cb84b"))
        .isEqualTo(new SecretRef(SECRETS_MANAGER, ARN, "", "", "9d4cb84b"));
  }

  @Test
  void aParameterIsNamedOrHasAnArn() {
    assertThat(SecretRef.of("token")).isEqualTo(new SecretRef(SSM, "token", "", "", ""));
    assertThat(
            SecretRef.of("arn:aws:ssm:eu-west-3:123456789012:parameter/token").id())
        .isEqualTo("token");
    assertThat(SecretRef.of("arn:aws:ssm:eu-west-3:123456789012:parameter/api/token")
            .id())
        .isEqualTo("/api/token");
  }

  private static final Asking DATABASE = (api, operation, parameters) -> JsonNodeFactory.instance
      .objectNode()
      .put("SecretString", "{\"password\":\"hunter2\",\"port\":5432}");

  @Test
  void oneFieldOfASecretIsOpened() throws IOException {
    var vault = new Vault(DATABASE, "eu-west-3");

    assertThat(vault.open(SecretRef.of(ARN + ":password::"))).isEqualTo("hunter2");
    assertThat(vault.open(SecretRef.of(ARN + ":port::"))).isEqualTo("5432");
  }

  @Test
  void aSecretIsFetchedOnceHoweverManyFieldsAreAskedFor() throws IOException {
    var asked = new ArrayList<JsonNode>();
    var vault = new Vault(
        (api, operation, parameters) -> {
          asked.add(parameters);
          return DATABASE.ask(api, operation, parameters);
        },
        "eu-west-3");
    vault.open(SecretRef.of(ARN + ":password::"));
    vault.open(SecretRef.of(ARN + ":port::"));

    assertThat(asked).hasSize(1);
  }

  @Test
  void aFieldThatIsNotThereIsNamedAndTheSecretIsNot() {
    assertThatThrownBy(() -> new Vault(DATABASE, "eu-west-3").open(SecretRef.of(ARN + ":user::")))
        .isInstanceOf(AnswerException.class)
        .hasMessageContaining("the secret has no field 'user'")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aSecretThatIsNoDocumentHasNoFieldsAndIsNotRepeated() {
    var vault = new Vault(
        (api, operation, parameters) -> Documents.json("{'SecretString':'hunter2'}"), "eu-west-3");

    assertThatThrownBy(() -> vault.open(SecretRef.of(ARN + ":password::")))
        .hasMessageContaining("the secret is no JSON")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aParameterOfAnotherRegionIsNotMistakenForOneOfTheSameNameHere() {
    var vault = new Vault(
        (api, operation, parameters) -> Documents.json("{'Parameter':{'Value':'another'}}"),
        "eu-west-3");

    assertThatThrownBy(() ->
            vault.open(SecretRef.of("arn:aws:ssm:us-east-1:123456789012:parameter/api/token")))
        .hasMessageContaining("the parameter is in region us-east-1, and the end in eu-west-3");
  }
}
