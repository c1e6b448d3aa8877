package eu.sortie.s3.bucket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket's own name in its own configuration.
 *
 * <p>A bucket that moves gets another name, and a policy that still names the old one is refused everywhere: it names a bucket that is
 * not there. So the own name is written anew at the destination, and reads the same at both ends.
 */
final class OwnName {

  /** What the own name reads as. */
  static final String PLACEHOLDER = "<this bucket>";

  private OwnName() {}

  /** Puts the placeholder where a text is the bucket's ARN, with a key or without. */
  static String hidden(String text, String bucket) {
    return arn(bucket).matcher(text).replaceAll("$1" + PLACEHOLDER);
  }

  /** Puts another bucket's name where a text is the bucket's ARN, with a key or without. */
  static String replaced(String text, String bucket, String by) {
    return arn(bucket).matcher(text).replaceAll("$1" + Matcher.quoteReplacement(by));
  }

  /** Puts the placeholder where a text is the bucket's bare name. */
  static String hiddenBare(String text, String bucket) {
    return text.equals(bucket) ? PLACEHOLDER : text;
  }

  private static Pattern arn(String bucket) {
    return Pattern.compile("^(arn:[a-z-]+:s3:::)" + Pattern.quote(bucket) + "(?=/|$)");
  }
}
