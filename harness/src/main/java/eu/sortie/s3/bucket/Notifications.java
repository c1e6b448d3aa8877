package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is told of what happens in a bucket. */
final class Notifications {

  private Notifications() {}

  static Value of(XmlElement root) {
    var rules = new Rules();
    for (var receiver : root.children()) {
      switch (receiver.name()) {
        case "TopicConfiguration" -> add(rules, receiver, "topic", "Topic");
        case "QueueConfiguration" -> add(rules, receiver, "queue", "Queue");
        case "CloudFunctionConfiguration", "LambdaFunctionConfiguration" ->
          add(rules, receiver, "function", "CloudFunction", "LambdaFunctionArn");
        case "EventBridgeConfiguration" -> rules.besides("event bridge", "all events");
        default -> rules.besides(receiver.name(), Wording.in(receiver));
      }
    }
    return rules.value();
  }

  private static void add(Rules rules, XmlElement receiver, String sort, String... names) {
    var target = Stream.of(names).map(receiver::first).flatMap(Optional::stream).findFirst();
    rules.add(
        sort + " " + target.map(XmlElement::text).orElse(""),
        Wording.set(receiver.all("Event").map(XmlElement::text).toList()) + filters(receiver));
  }

  private static String filters(XmlElement receiver) {
    var words = new TreeSet<String>();
    receiver
        .all("Filter")
        .flatMap(filter -> filter.children().stream())
        .flatMap(key -> key.all("FilterRule"))
        .filter(rule -> !rule.textOf("Value").isEmpty())
        .forEach(rule -> words.add("%s %s"
            .formatted(
                // AWS answers Prefix where prefix was put.
                rule.textOf("Name").toLowerCase(Locale.ROOT),
                Wording.quoted(rule.textOf("Value")))));
    return words.isEmpty() ? "" : " where " + String.join(" and ", words);
  }
}
