package eu.sortie.s3;

import java.util.regex.Pattern;

/** What an end says in the body of a refusal, on one line: code and message, or the beginning of whatever it sent. */
final class ErrorWords {

  private static final int MOST = 300;
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  private ErrorWords() {}

  static String of(String text) {
    var code = CODE.matcher(text);
    if (code.find()) {
      var message = MESSAGE.matcher(text);
      return (code.group(1) + " " + (message.find() ? message.group(1) : ""))
          .strip()
          .replaceAll("\\s+", " ");
    }
    return text.substring(0, Math.min(MOST, text.length())).strip().replaceAll("\\s+", " ");
  }
}
