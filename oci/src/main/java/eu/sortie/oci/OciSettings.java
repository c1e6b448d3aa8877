package eu.sortie.oci;

import eu.sortie.scenario.End;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import land.oras.ContainerRef;
import land.oras.auth.AuthStore;
import land.oras.exception.OrasException;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an end that is a registry, read and checked.
 *
 * @param registry its host, with a port where it needs one
 * @param plainHttp whether it is asked without TLS, as in a lab
 * @param named who asks, where the environment says so
 * @param platforms what the nodes that run its images are, as in {@code linux/amd64}; empty where that is not said
 */
record OciSettings(
    String registry, boolean plainHttp, Optional<Credentials> named, List<Platform> platforms) {

  private static final String REGISTRY = "registry";
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final String PLAIN_HTTP = "plain-http";
  private static final String PLATFORMS = "platforms";
  private static final List<String> KNOWN =
      List.of(REGISTRY, USERNAME, PASSWORD, PLAIN_HTTP, PLATFORMS);

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*)(:[0-9]{1,5})?");

  static OciSettings of(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw end.misuse(
            key, "oci: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
    var registry = end.text(REGISTRY)
        .orElseThrow(() -> end.misuse(
            REGISTRY,
            "oci: no registry is named; expected its host, as in 'registry: registry.example.eu'"));
    if (!HOST.matcher(registry).matches()) {
      throw end.misuse(
          REGISTRY,
          "oci: '%s' is not the host of a registry; expected no scheme and no path, as in 'registry.example.eu:5000'"
              .formatted(registry));
    }
    return new OciSettings(registry, plainHttp(end), namedBy(end), platforms(end));
  }

  private static boolean plainHttp(End end) {
    var written = end.text(PLAIN_HTTP).orElse("false");
    if (!written.equals("true") && !written.equals("false")) {
      throw end.misuse(
          PLAIN_HTTP, "oci: plain-http: expected true or false, saw '%s'".formatted(written));
    }
    return written.equals("true");
  }

  private static Optional<Credentials> namedBy(End end) {
    var username = end.text(USERNAME);
    var password = end.text(PASSWORD);
    if (username.isPresent() != password.isPresent()) {
      throw end.misuse(
          username.isPresent() ? USERNAME : PASSWORD,
          "oci: username and password go together; name both, or neither for those of the Docker configuration");
    }
    return username.map(name -> new Credentials(name, password.orElseThrow()));
  }

  private static List<Platform> platforms(End end) {
    return end.text(PLATFORMS)
        .map(text -> Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .map(one -> Platform.parse(one)
                .orElseThrow(() -> end.misuse(
                    PLATFORMS,
                    "oci: platforms: '%s' is none; expected as in 'linux/amd64' or 'linux/arm64/v8'"
                        .formatted(one))))
            .toList())
        .orElse(List.of());
  }

  String address() {
    return (plainHttp ? "http://" : "https://") + registry;
  }

  /** Who asks: as the environment says, else as Docker's or Podman's own file or helper does; nobody where neither does. */
  Optional<Credentials> credentials(End end) {
    if (named.isPresent()) {
      return named;
    }
    try {
      return Optional.ofNullable(
          found(AuthStore.newStore().get(ContainerRef.parse(registry + "/any"))));
    } catch (OrasException unreadable) {
      throw end.misuse(
          REGISTRY,
          "oci: the credentials of the Docker configuration cannot be read: %s; name username and password"
              .formatted(unreadable.getMessage()));
    }
  }

  private static @Nullable Credentials found(AuthStore.@Nullable Credential credential) {
    return credential == null
        ? null
        : new Credentials(credential.username(), credential.password());
  }
}
