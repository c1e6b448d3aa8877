package eu.sortie.scenarios.estate;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param headers by name, without case; values decoded as UTF-8
 * @param size how many bytes the body had
 * @param sha256 their digest, as 64 hex digits
 * @param opening the first of them, as many as an error or a listing needs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and package-private
record Answer(
    int status, SortedMap<String, String> headers, long size, String sha256, byte[] opening) {

  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  boolean isOk() {
    return status / 100 == 2;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  String text() {
    return new String(opening, StandardCharsets.UTF_8);
  }

  /** The code of an S3 error; empty where there is none. */
  String errorCode() {
    return first(CODE);
  }

  /** What the server said, in its own words and on one line. */
  String words() {
    var said = errorCode().isEmpty() ? first(TITLE) : errorCode() + ": " + first(MESSAGE);
    return (status + " " + said).replaceAll("\\s+", " ").strip();
  }

  private String first(Pattern pattern) {
    Matcher matcher = pattern.matcher(text());
    return matcher.find() ? unescape(matcher.group(1)) : "";
  }

  private static String unescape(String xml) {
    return xml.replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
