package eu.sortie.ecs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Opens values of the two stores of secrets, each once; what it opened goes with it. */
final class Vault {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 400;

  private final Asking asking;
  private final String region;
  private final Map<SecretRef, String> opened = new HashMap<>();

  /**
   * Begins.
   *
   * @param region in which parameters are asked for
   */
  Vault(Asking asking, String region) {
    this.asking = asking;
    this.region = region;
  }

  /**
   * Opens one.
   *
   * @throws AnswerException where the store does not give it, or it has no such field
   */
  String open(SecretRef ref) throws IOException {
    var whole = ref.whole();
    if (!opened.containsKey(whole)) {
      opened.put(whole, fetch(whole));
    }
    var text = opened.get(whole);
    return ref.jsonKey().isEmpty() ? text : field(ref, text);
  }

  private String fetch(SecretRef ref) throws IOException {
    var parameters = JsonNodeFactory.instance.objectNode();
    if (ref.store() == SecretRef.Store.SSM) {
      requireHere(ref);
      parameters.put("Name", ref.id()).put("WithDecryption", true);
      return asking
          .ask(Api.SSM, "GetParameter", parameters)
          .path("Parameter")
          .path("Value")
          .asText();
    }
    parameters.put("SecretId", ref.id());
    if (!ref.stage().isEmpty()) {
      parameters.put("VersionStage", ref.stage());
    }
    if (!ref.version().isEmpty()) {
      parameters.put("VersionId", ref.version());
    }
    var answer = asking.ask(Api.SECRETS_MANAGER, "GetSecretValue", parameters);
    return answer.has("SecretString")
        ? answer.path("SecretString").asText()
        : new String(
            Base64.getDecoder().decode(answer.path("SecretBinary").asText()),
            StandardCharsets.UTF_8);
  }

  /** A parameter of the same name in this region would be another one. */
  private void requireHere(SecretRef ref) throws AnswerException {
    if (!ref.region().isEmpty() && !ref.region().equals(region)) {
      throw new AnswerException(
          NOT_FOUND,
          "OtherRegion",
          "the parameter is in region %s, and the end in %s".formatted(ref.region(), region));
    }
  }

  /** A message must not repeat what it could not read. */
  private static String field(SecretRef ref, String text) throws AnswerException {
    JsonNode value;
    try {
      value = JSON.readTree(text).path(ref.jsonKey());
    } catch (JsonProcessingException secret) {
      throw new AnswerException(
          NOT_FOUND, "NotJson", "the secret is no JSON, and one field of it is asked for");
    }
    if (value.isMissingNode()) {
      throw new AnswerException(
          NOT_FOUND, "NoSuchField", "the secret has no field '%s'".formatted(ref.jsonKey()));
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
