package eu.sortie.oci;

import java.util.regex.Pattern;

/**
 * The tag that stands in for the referrers API where a registry has none: an index of what refers to a digest, under the digest's name.
 *
 * <p>It is how a registry says what refers to what, and nothing that was pushed for itself: so it is read as that and is no item. Cosign's
 * own tags ({@code .sig}, {@code .att}, {@code .sbom} behind the same name) are tags like any other.
 */
final class ReferrersTag {

  private static final Pattern FORM =
      Pattern.compile("sha256-[0-9a-f]{64}|sha512-[0-9a-f]{64,128}");
  private static final int LONGEST_ALGORITHM = 32;
  private static final int LONGEST_ENCODED = 64;

  private ReferrersTag() {}

  /** As the distribution specification cuts it. */
  static String of(String digest) {
    var parts = digest.split(":", 2);
    return cut(parts[0], LONGEST_ALGORITHM) + '-' + cut(parts[1], LONGEST_ENCODED);
  }

  static boolean isOne(String tag) {
    return FORM.matcher(tag).matches();
  }

  private static String cut(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }
}
