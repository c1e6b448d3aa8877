package eu.sortie.ecs;

import eu.sortie.scenario.End;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The settings of an ECS end, read and checked.
 *
 * @param region where the cluster is
 * @param endpoint of all its services; empty for AWS itself
 * @param cluster the one that may leave; empty for any
 * @param accessKey with {@code secretKey}; empty for the SDK's usual credential chain
 * @param secretKey never printed
 */
record EcsSettings(
    String region,
    Optional<URI> endpoint,
    Optional<String> cluster,
    Optional<String> accessKey,
    Optional<String> secretKey) {

  private static final String REGION = "region";
  private static final String ENDPOINT = "endpoint";
  private static final String CLUSTER = "cluster";
  private static final String ACCESS_KEY = "access-key";
  private static final String SECRET_KEY = "secret-key";
  private static final List<String> KNOWN =
      List.of(CLUSTER, REGION, ENDPOINT, ACCESS_KEY, SECRET_KEY);

  private static final Pattern ADDRESS = Pattern.compile("https?://[^/@\\s]+/?");
  private static final Pattern REGIONS = Pattern.compile("[a-z0-9-]+");

  static EcsSettings of(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw end.misuse(
            key, "ecs: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
    var region = end.text(REGION)
        .filter(text -> REGIONS.matcher(text).matches())
        .orElseThrow(() ->
            end.misuse(REGION, "ecs: no region is named; expected one, as in 'region: eu-west-3'"));
    if (end.text(ACCESS_KEY).isPresent() != end.text(SECRET_KEY).isPresent()) {
      throw end.misuse(
          end.text(ACCESS_KEY).isPresent() ? ACCESS_KEY : SECRET_KEY,
          "ecs: of access-key and secret-key one is set; set both, or none for the AWS SDK's own way to find them");
    }
    return new EcsSettings(
        region,
        end.text(ENDPOINT).map(text -> endpoint(end, text)),
        end.text(CLUSTER),
        end.text(ACCESS_KEY),
        end.text(SECRET_KEY));
  }

  private static URI endpoint(End end, String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw end.misuse(
          ENDPOINT,
          "ecs: '%s' is no endpoint; expected an address without a path, as in 'http://localhost:5000'"
              .formatted(text));
    }
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** Where the end is, for people to read. */
  String address() {
    return endpoint.map(URI::toString).orElse("ECS in " + region)
        + cluster.map(name -> ", cluster " + name).orElse("");
  }

  @Override
  public String toString() {
    return address();
  }
}
