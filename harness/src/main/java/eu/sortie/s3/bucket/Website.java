package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;

/** What a bucket answers to browsers; the first route that matches wins, so the order counts where there are several. */
final class Website {

  private Website() {}

  static Value of(XmlElement root) {
    var rules = new Rules();
    root.first("IndexDocument").ifPresent(index -> rules.besides("index", index.textOf("Suffix")));
    root.first("ErrorDocument").ifPresent(error -> rules.besides("error", error.textOf("Key")));
    root.first("RedirectAllRequestsTo")
        .ifPresent(to -> rules.besides("redirect all", Wording.in(to)));
    root.first("RoutingRules")
        .ifPresent(routes -> routes
            .all("RoutingRule")
            .forEach(route -> rules.add(
                "route "
                    + route
                        .first("Condition")
                        .map(Wording::in)
                        .filter(words -> !words.isEmpty())
                        .orElse("everything"),
                route.first("Redirect").map(Wording::in).orElse(""))));
    return rules.inOrder();
  }
}
