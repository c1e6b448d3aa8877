package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;
import java.util.List;
import java.util.Locale;

/** Which pages of other origins may do what; the first rule that matches wins, so the order counts where there are several. */
final class Cors {

  private Cors() {}

  static Value of(XmlElement root) {
    var rules = new Rules();
    root.all("CORSRule")
        .forEach(rule -> rules.add(
            "%s from %s"
                .formatted(
                    Wording.set(texts(rule, "AllowedMethod")),
                    Wording.set(texts(rule, "AllowedOrigin"))),
            said("request headers", Wording.set(headers(rule, "AllowedHeader")))
                + said("exposed headers", Wording.set(headers(rule, "ExposeHeader")))
                + said("max age", rule.textOf("MaxAgeSeconds").strip())));
    return rules.inOrder();
  }

  private static String said(String name, String words) {
    return words.isEmpty() ? "" : "%s %s; ".formatted(name, words);
  }

  private static List<String> texts(XmlElement rule, String name) {
    return rule.all(name).map(XmlElement::text).toList();
  }

  /** Header names have no case. */
  private static List<String> headers(XmlElement rule, String name) {
    return rule.all(name).map(header -> header.text().toLowerCase(Locale.ROOT)).toList();
  }
}
