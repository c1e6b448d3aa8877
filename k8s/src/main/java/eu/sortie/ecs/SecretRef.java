package eu.sortie.ecs;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where the value of a variable is kept.
 *
 * @param store in which of the two stores
 * @param id the name or ARN there
 * @param jsonKey which field of the secret; empty for the whole of it
 * @param stage of the secret; empty for the current one
 * @param version of the secret; empty for the one of the stage
 * @param region of the parameter, where it is named by its ARN; empty for that of the end
 */
record SecretRef(
    Store store, String id, String jsonKey, String stage, String version, String region) {

  private static final Pattern OF_SECRETS_MANAGER =
      Pattern.compile("arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+.*");
  private static final Pattern OF_SSM =
      Pattern.compile("arn:[^:]*:ssm:([^:]*):[^:]*:parameter/(.+)");

  private static final int PARTS_OF_ARN = 7;

  /** A store of secrets. */
  enum Store {
    SSM,
    SECRETS_MANAGER
  }

  SecretRef(Store store, String id, String jsonKey, String stage, String version) {
    this(store, id, jsonKey, stage, version, "");
  }

  /** Reads what stands under {@code valueFrom}. */
  static SecretRef of(String valueFrom) {
    if (OF_SECRETS_MANAGER.matcher(valueFrom).matches()) {
      var parts = valueFrom.split(":", -1);
      var id = String.join(":", Arrays.copyOf(parts, PARTS_OF_ARN));
      return new SecretRef(
          Store.SECRETS_MANAGER, id, part(parts, 7), part(parts, 8), part(parts, 9));
    }
    var parameter = OF_SSM.matcher(valueFrom);
    if (parameter.matches()) {
      // A name with a path in it begins with a slash, which the ARN has once and not twice.
      var name = parameter.group(2);
      return new SecretRef(
          Store.SSM, name.contains("/") ? '/' + name : name, "", "", "", parameter.group(1));
    }
    return new SecretRef(Store.SSM, valueFrom, "", "", "");
  }

  private static String part(String[] parts, int place) {
    return place < parts.length ? parts[place] : "";
  }

  /** The same, of the whole of the secret. */
  SecretRef whole() {
    return new SecretRef(store, id, "", stage, version, region);
  }
}
