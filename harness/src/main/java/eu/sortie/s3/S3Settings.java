package eu.sortie.s3;

import eu.sortie.measure.Bytes;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Setting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * The settings of an S3 end, read and checked.
 *
 * @param endpoint where it is; empty for AWS itself
 * @param region of the bucket
 * @param pathStyle whether the bucket stands in the path and not in the host name
 * @param accessKey with {@code secretKey}; empty for the SDK's usual credential chain
 * @param secretKey never printed
 * @param sessionToken of temporary credentials; never printed
 * @param profile of the SDK's credential chain
 * @param partBytes objects above this go in parts of it
 */
record S3Settings(
    Optional<URI> endpoint,
    String region,
    boolean pathStyle,
    Optional<String> accessKey,
    Optional<String> secretKey,
    Optional<String> sessionToken,
    Optional<String> profile,
    int partBytes) {

  /** S3 takes no smaller part, but for the last. */
  private static final int LEAST_PART_BYTES = (int) (5 * Bytes.MIB);

  private static final int USUAL_PART_BYTES = (int) (8 * Bytes.MIB);

  private static final List<String> KNOWN = List.of(
      "endpoint",
      "region",
      "path-style",
      "access-key",
      "secret-key",
      "session-token",
      "profile",
      "part-size-mib");

  static S3Settings of(End end) {
    refuseUnknown(end);
    var endpoint = text(end, "endpoint").map(address -> endpoint(end, address));
    var settings = new S3Settings(
        endpoint,
        text(end, "region").orElse("us-east-1"),
        flag(end, "path-style"),
        text(end, "access-key"),
        text(end, "secret-key"),
        text(end, "session-token"),
        text(end, "profile"),
        partBytes(end));
    if (settings.accessKey.isPresent() != settings.secretKey.isPresent()) {
      throw misuse(
          end,
          settings.accessKey.isPresent() ? "access-key" : "secret-key",
          "access-key and secret-key come together; add the other one, or drop both to use the SDK's credential chain");
    }
    return settings;
  }

  /** Where it is, for people to read. */
  String address() {
    return endpoint.map(URI::toString).orElse("AWS " + region);
  }

  private static void refuseUnknown(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw misuse(
            end,
            key,
            "s3: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
  }

  private static URI endpoint(End end, String address) {
    try {
      // Two ends are one where their addresses are, however they are spelled.
      var uri = new URI(address.replaceFirst("/+$", ""));
      var scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw misuse(
            end,
            "endpoint",
            "endpoint '%s' is no address; expected one like https://s3.gra.io.cloud.ovh.net"
                .formatted(address));
      }
      return host(end, uri);
    } catch (URISyntaxException broken) {
      throw misuse(
          end,
          "endpoint",
          "endpoint '%s' is no address: %s".formatted(address, broken.getReason()));
    }
  }

  /** Scheme, host and port alone: one client drops what stands behind, another refuses it, and reports would show a password. */
  private static URI host(End end, URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw misuse(
          end, "endpoint", "endpoint holds credentials; give them as access-key and secret-key");
    }
    var bare = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    if (!uri.equals(bare) && !uri.toString().equals(bare + "/")) {
      throw misuse(
          end,
          "endpoint",
          "endpoint '%s' is more than a host; drop what stands behind it: clients of S3 put bucket and key there"
              .formatted(uri));
    }
    return bare;
  }

  private static boolean flag(End end, String key) {
    var value = text(end, key).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw misuse(end, key, "%s: expected true or false, saw '%s'".formatted(key, value));
    }
    return value.equals("true");
  }

  private static int partBytes(End end) {
    var mebibytes = text(end, "part-size-mib");
    if (mebibytes.isEmpty()) {
      return USUAL_PART_BYTES;
    }
    try {
      var bytes = Math.multiplyExact(Integer.parseInt(mebibytes.get()), (int) Bytes.MIB);
      if (bytes >= LEAST_PART_BYTES && bytes <= 64 * Bytes.MIB) {
        return bytes;
      }
    } catch (NumberFormatException | ArithmeticException notSuch) {
      // Said below, in the same words as for a number out of range.
    }
    throw misuse(
        end,
        "part-size-mib",
        "part-size-mib: expected a whole number from 5 to 64, saw '%s'".formatted(mebibytes.get()));
  }

  private static Optional<String> text(End end, String key) {
    return Optional.ofNullable(end.settings().get(key)).map(Setting::value);
  }

  private static Misuse misuse(End end, String key, String message) {
    var setting = end.settings().get(key);
    return Misuse.at(
        setting == null ? end.place() : setting.place(),
        "end '%s': %s".formatted(end.name(), message));
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return address();
  }
}
