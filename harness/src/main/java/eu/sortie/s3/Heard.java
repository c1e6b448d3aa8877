package eu.sortie.s3;

import eu.sortie.s3.bucket.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** An end's answer as it came, where no client's model of it says enough. */
final class Heard {

  static final String REGION_HEADER = "x-amz-bucket-region";

  private static final Pattern REGION = Pattern.compile("<Region>([^<]+)</Region>");
  private static final Pattern EXPECTING = Pattern.compile("expecting (?:'|&#39;|&apos;)([^'&]+)");
  private static final Pattern ROOT =
      Pattern.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?<([A-Za-z]+)[\\s>]", Pattern.DOTALL);

  private final int status;
  private final Optional<String> regionHeader;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param regionHeader what it says of the bucket's region in a header
   */
  Heard(int status, Optional<String> regionHeader, byte[] body) {
    this.status = status;
    this.regionHeader = regionHeader;
    this.body = body;
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  boolean isWell() {
    return status >= 200 && status < 300;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The outermost element; empty where there is none. */
  String root() {
    var root = ROOT.matcher(text());
    return root.find() ? root.group(1) : "";
  }

  String words() {
    return Refusal.of(status, text()).words();
  }

  /** The region the end says it is in, wherever it says so. */
  Optional<String> region() {
    return regionHeader.or(() -> isWell() ? Optional.empty() : regionIn(text()));
  }

  /** The region that a refusal names. */
  static Optional<String> regionIn(String refusal) {
    var region = REGION.matcher(refusal);
    if (region.find()) {
      return Optional.of(region.group(1));
    }
    var expecting = EXPECTING.matcher(refusal);
    return expecting.find() ? Optional.of(expecting.group(1)) : Optional.empty();
  }
}
