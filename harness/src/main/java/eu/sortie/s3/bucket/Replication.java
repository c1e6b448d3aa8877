package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;

/** Where copies of new objects go. */
final class Replication {

  private Replication() {}

  static Value of(XmlElement root, String bucket) {
    var rules = new Rules();
    rules.besides("role", root.textOf("Role"));
    root.all("Rule")
        .forEach(rule -> rules.add(
            "%s to %s".formatted(Lifecycle.Filter.of(rule), to(rule, bucket)),
            Wording.in(Flags.withOwnNameHidden(rule.without("ID", "Prefix", "Filter"), bucket))));
    return rules.value();
  }

  private static String to(XmlElement rule, String bucket) {
    return rule.first("Destination")
        .map(destination -> OwnName.hidden(destination.textOf("Bucket"), bucket))
        .orElse("");
  }
}
