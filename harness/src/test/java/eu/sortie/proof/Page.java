package eu.sortie.proof;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page of a listing, cut into its entries as they are written. */
record Page(HttpAnswer answer, List<String> entries) {

  private static final Pattern ENTRY =
      Pattern.compile("<(Contents|Version|DeleteMarker)>.*?</\\1>", Pattern.DOTALL);

  static Page of(HttpAnswer answer) {
    return new Page(
        answer, ENTRY.matcher(answer.text()).results().map(MatchResult::group).toList());
  }

  /** The same page with other entries, where the first one stood. */
  Page with(List<String> others) {
    var text = answer.text();
    int at = entries.isEmpty() ? text.lastIndexOf("</") : text.indexOf(entries.get(0));
    var head = text.substring(0, at);
    var tail = ENTRY.matcher(text.substring(at)).replaceAll("");
    return new Page(answer.withText(head + String.join("", others) + tail), others);
  }

  /** The same page as the last one. */
  Page thatIsAll() {
    return new Page(
        answer.withText(answer
            .text()
            .replaceFirst("<IsTruncated>true<", "<IsTruncated>false<")
            .replaceFirst("<Next\\w*>.*?</Next\\w*>", "")),
        entries);
  }

  String key(String entry) {
    var written = Document.of(entry).text("Key");
    return answer.text().contains("<EncodingType>url</EncodingType>")
        ? Escaped.inQuery(written)
        : written;
  }

  /** A request for a page of so many entries. */
  static HttpCall sized(HttpCall call, int entries) {
    return call.withTarget(without(call.target(), "max-keys") + "&max-keys=" + entries);
  }

  /** A request for the first page. */
  static HttpCall first(HttpCall call) {
    return call.withTarget(without(call.target(), "continuation-token"));
  }

  private static String without(String target, String parameter) {
    return target.replaceAll("(?<=[?&])" + parameter + "=[^&]*&?", "").replaceFirst("&$", "");
  }
}
