package eu.sortie.scenarios.estate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The form of RFC 2047, in which S3 and some other servers show user metadata that is not ASCII. */
final class EncodedWords {

  private static final Pattern WORD = Pattern.compile(
      "=\\?UTF-8\\?(?:B\\?(?<b>[A-Za-z0-9+/=]*)|Q\\?(?<q>(?:[^?= ]|=[0-9A-F]{2})*))\\?=",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)\\s+(=\\?)");

  private EncodedWords() {}

  /** Whether a value is shown in this form. ASCII never is: what looks encoded there was planted so. */
  static boolean standFor(String planted, String shown) {
    return !StandardCharsets.US_ASCII.newEncoder().canEncode(planted)
        && planted.equals(decode(shown));
  }

  private static String decode(String text) {
    var joined = BETWEEN_WORDS.matcher(text).replaceAll("$1$2");
    var bytes = new ByteArrayOutputStream();
    var word = WORD.matcher(joined);
    int at = 0;
    while (word.find()) {
      bytes.writeBytes(joined.substring(at, word.start()).getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(
          word.group("q") == null
              ? Base64.getMimeDecoder().decode(word.group("b"))
              : quoted(word.group("q")));
      at = word.end();
    }
    bytes.writeBytes(joined.substring(at).getBytes(StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static byte[] quoted(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c == '_' ? ' ' : c);
      }
    }
    return bytes.toByteArray();
  }
}
