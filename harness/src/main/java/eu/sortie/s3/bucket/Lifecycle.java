package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a lifecycle does to which objects. */
final class Lifecycle {

  private Lifecycle() {}

  static Value of(XmlElement root) {
    var rules = new Rules();
    root.all("Rule").forEach(rule -> rules.add(Filter.of(rule), actions(rule)));
    return rules.value();
  }

  /** The id is a label, and servers make one up where there is none. */
  private static String actions(XmlElement rule) {
    return Wording.in(rule.without("ID", "Prefix", "Filter"));
  }

  /** Which objects a rule meets. */
  static final class Filter {

    private Filter() {}

    /** In words; the filter of today and the prefix of old are one. */
    static String of(XmlElement rule) {
      var conditions = new TreeSet<String>();
      rule.all("Prefix").forEach(prefix -> conditions.addAll(condition(prefix)));
      rule.all("Filter").forEach(filter -> collect(filter, conditions));
      return conditions.isEmpty() ? "all objects" : String.join(" and ", conditions);
    }

    private static void collect(XmlElement filter, Set<String> conditions) {
      for (var part : filter.children()) {
        if (part.name().equals("And")) {
          collect(part, conditions);
        } else {
          conditions.addAll(condition(part));
        }
      }
    }

    private static List<String> condition(XmlElement part) {
      var words = new ArrayList<String>();
      if (part.name().equals("Prefix")) {
        if (!part.text().isEmpty()) {
          words.add("prefix " + Wording.quoted(part.text()));
        }
      } else if (part.name().equals("Tag")) {
        words.add("tag %s=%s"
            .formatted(Wording.quoted(part.textOf("Key")), Wording.quoted(part.textOf("Value"))));
      } else if (!part.isEmpty()) {
        words.add(Wording.of(part));
      }
      return words;
    }
  }
}
