package eu.sortie.s3;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.End;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of an S3 end, read and checked.
 *
 * @param endpoint where it is; empty for AWS itself
 * @param tuning how its clients are set; what is to be found has its usual value until then
 * @param toFind the keys whose values the end has to be asked for, as {@code auto} says
 * @param accessKey with {@code secretKey}; empty for the SDK's usual credential chain
 * @param secretKey never printed
 * @param sessionToken of temporary credentials; never printed
 * @param profile of the SDK's credential chain
 * @param partBytes objects above this go in parts of it
 * @param silence a connection on which no byte came for so long is given up
 */
record S3Settings(
    Optional<URI> endpoint,
    Tuning tuning,
    Set<String> toFind,
    Optional<String> accessKey,
    Optional<String> secretKey,
    Optional<String> sessionToken,
    Optional<String> profile,
    int partBytes,
    Duration silence) {

  /** S3 takes no smaller part, but for the last. */
  private static final int LEAST_PART_BYTES = (int) (5 * Bytes.MIB);

  private static final int USUAL_PART_BYTES = (int) (8 * Bytes.MIB);

  private static final String SILENCE = "silence";
  private static final Duration USUAL_SILENCE = Duration.ofSeconds(60);
  private static final Duration LEAST_SILENCE = Duration.ofSeconds(1);
  private static final Duration MOST_SILENCE = Duration.ofHours(1);

  private static final List<String> KNOWN = List.of(
      "endpoint",
      Tuning.REGION,
      Tuning.PATH_STYLE,
      "access-key",
      "secret-key",
      "session-token",
      "profile",
      "part-size-mib",
      SILENCE,
      Tuning.CHECKSUMS,
      Tuning.PAYLOAD_SIGNING,
      Tuning.DELETES);

  private static final String AUTO = "auto";

  /** What has a name can carry a bucket in front of it; what has only a number cannot. */
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){3}|\\[.*");

  static S3Settings of(End end) {
    refuseUnknown(end);
    var endpoint = end.text("endpoint").map(address -> endpoint(end, address));
    var settings = new S3Settings(
        endpoint,
        tuning(end, endpoint),
        toFind(end, endpoint),
        end.text("access-key"),
        end.text("secret-key"),
        end.text("session-token"),
        end.text("profile"),
        partBytes(end),
        silence(end));
    if (settings.accessKey.isPresent() != settings.secretKey.isPresent()) {
      throw end.misuse(
          settings.accessKey.isPresent() ? "access-key" : "secret-key",
          "access-key and secret-key come together; add the other one, or drop both to use the SDK's credential chain");
    }
    return settings;
  }

  /** Where it is, for people to read. */
  String address() {
    return endpoint.map(URI::toString).orElse("AWS " + region());
  }

  String region() {
    return tuning.region();
  }

  boolean pathStyle() {
    return tuning.pathStyle();
  }

  /** How a person removes a bucket by hand. */
  String wayOut(String bucket) {
    return endpoint
        .map(there -> "aws --endpoint-url %s s3 rb --force s3://%s".formatted(there, bucket))
        .orElse("aws s3 rb --force s3://" + bucket);
  }

  /** The same end, with its clients set otherwise and nothing left to find. */
  S3Settings with(Tuning other) {
    return new S3Settings(
        endpoint, other, Set.of(), accessKey, secretKey, sessionToken, profile, partBytes, silence);
  }

  private static Tuning tuning(End end, Optional<URI> endpoint) {
    return new Tuning(
        isByNumber(endpoint) || end.text(Tuning.PATH_STYLE).orElse("").equals("true"),
        end.text(Tuning.REGION).filter(region -> !region.equals(AUTO)).orElse(Tuning.USUAL_REGION),
        choice(end, Tuning.CHECKSUMS, Tuning.Checksums.values(), Tuning.Checksums.WHEN_REQUIRED),
        choice(end, Tuning.PAYLOAD_SIGNING, Tuning.Payload.values(), Tuning.Payload.AUTO),
        choice(end, Tuning.DELETES, Tuning.Deletes.values(), Tuning.Deletes.BY_PAGE));
  }

  private static Set<String> toFind(End end, Optional<URI> endpoint) {
    var toFind = new TreeSet<String>();
    if (end.text(Tuning.REGION).orElse("").equals(AUTO)) {
      toFind.add(Tuning.REGION);
    }
    if (!isByNumber(endpoint)
        && choice(end, Tuning.PATH_STYLE, List.of("true", "false", AUTO), "false")
            .equals(AUTO)) {
      toFind.add(Tuning.PATH_STYLE);
    }
    return Collections.unmodifiableSortedSet(toFind);
  }

  static boolean isByNumber(Optional<URI> endpoint) {
    return endpoint
        .map(URI::getHost)
        .filter(host -> NUMBER.matcher(host).matches())
        .isPresent();
  }

  private static <T extends Enum<T>> T choice(End end, String key, T[] all, T usual) {
    var words = Stream.of(all).map(T::toString).toList();
    var word = choice(end, key, words, usual.toString());
    return all[words.indexOf(word)];
  }

  private static String choice(End end, String key, List<String> all, String usual) {
    var word = end.text(key).orElse(usual);
    if (!all.contains(word)) {
      throw end.misuse(
          key,
          "%s: expected %s or %s, saw '%s'"
              .formatted(
                  key,
                  String.join(", ", all.subList(0, all.size() - 1)),
                  all.get(all.size() - 1),
                  word));
    }
    return word;
  }

  private static void refuseUnknown(End end) {
    for (var key : end.settings().keySet()) {
      if (!KNOWN.contains(key)) {
        throw end.misuse(
            key, "s3: unknown key '%s'; known are %s".formatted(key, String.join(", ", KNOWN)));
      }
    }
  }

  private static URI endpoint(End end, String address) {
    try {
      // Two ends are one where their addresses are, however they are spelled.
      var uri = new URI(address.replaceFirst("/+$", ""));
      var scheme = String.valueOf(uri.getScheme());
      if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw end.misuse(
            "endpoint",
            "endpoint '%s' is no address; expected one like https://s3.gra.io.cloud.ovh.net"
                .formatted(address));
      }
      return host(end, uri);
    } catch (URISyntaxException broken) {
      throw end.misuse(
          "endpoint", "endpoint '%s' is no address: %s".formatted(address, broken.getReason()));
    }
  }

  /** Scheme, host and port alone: one client drops what stands behind, another refuses it, and reports would show a password. */
  private static URI host(End end, URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw end.misuse(
          "endpoint", "endpoint holds credentials; give them as access-key and secret-key");
    }
    var bare = URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
    if (!uri.equals(bare) && !uri.toString().equals(bare + "/")) {
      throw end.misuse(
          "endpoint",
          "endpoint '%s' is more than a host; drop what stands behind it: clients of S3 put bucket and key there"
              .formatted(uri));
    }
    return bare;
  }

  private static int partBytes(End end) {
    var mebibytes = end.text("part-size-mib");
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
    throw end.misuse(
        "part-size-mib",
        "part-size-mib: expected a whole number from 5 to 64, saw '%s'".formatted(mebibytes.get()));
  }

  private static Duration silence(End end) {
    var written = end.text(SILENCE);
    if (written.isEmpty()) {
      return USUAL_SILENCE;
    }
    try {
      var silence = Durations.parse(written.get());
      if (silence.compareTo(LEAST_SILENCE) >= 0 && silence.compareTo(MOST_SILENCE) <= 0) {
        return silence;
      }
    } catch (IllegalArgumentException | ArithmeticException notSuch) {
      // Said below, in the same words as for a time out of range.
    }
    throw end.misuse(
        SILENCE,
        "silence: expected a time from 1 s to 1 h, as in '60 s', saw '%s'"
            .formatted(written.get()));
  }

  /** Whether who we are is looked up by a chain that renews it; keys of our own settings are read once. */
  boolean credentialsAreLookedUp() {
    return accessKey.isEmpty();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return address();
  }
}
