package eu.sortie.s3.bucket;

import static eu.sortie.scenario.BucketTraits.ANALYTICS;
import static eu.sortie.scenario.BucketTraits.BUCKET_ACL;
import static eu.sortie.scenario.BucketTraits.BUCKET_OWNER;
import static eu.sortie.scenario.BucketTraits.BUCKET_TAGS;
import static eu.sortie.scenario.BucketTraits.INVENTORY;
import static eu.sortie.scenario.BucketTraits.LOGGING;
import static eu.sortie.scenario.BucketTraits.NOTIFICATIONS;
import static eu.sortie.scenario.BucketTraits.OBJECT_LOCK;
import static eu.sortie.scenario.BucketTraits.OWNERSHIP_CONTROLS;
import static eu.sortie.scenario.BucketTraits.POLICY;
import static eu.sortie.scenario.BucketTraits.PUBLIC_ACCESS_BLOCK;
import static eu.sortie.scenario.BucketTraits.REPLICATION;
import static eu.sortie.scenario.BucketTraits.VERSIONING;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What to put so that a bucket has a configuration of another one. */
final class Plan {

  /** These act on something outside the bucket: at the source's own provider a rehearsal would reach the real thing. */
  private static final Set<Trait> OUTWARD =
      Set.of(LOGGING, NOTIFICATIONS, REPLICATION, INVENTORY, ANALYTICS);

  private final Configuration configuration;
  private final String from;
  private final String to;

  Plan(Configuration configuration, String from, String to) {
    this.configuration = configuration;
    this.from = from;
    this.to = to;
  }

  /**
   * Requests in their order, and what they leave out.
   *
   * @param leftOut why something is left out, where it is
   */
  record Steps(List<Request> requests, Optional<String> leftOut) {
    static Steps of(Request request) {
      return new Steps(List.of(request), Optional.empty());
    }

    static Steps none(String because) {
      return new Steps(List.of(), Optional.of(because));
    }
  }

  Steps of(Seen wanted, Seen there) {
    try {
      var says = trait().equals(BUCKET_ACL) || !(wanted.value() instanceof Value.Absent);
      return says && wanted.look() instanceof Look.Has has
          ? put(has.documents(), wanted, there)
          : nothing();
    } catch (UnreadableException broken) {
      return Steps.none(String.valueOf(broken.getMessage()));
    }
  }

  private Trait trait() {
    return configuration.traits().get(0);
  }

  /** The source has none, and the end has one that it made by itself. */
  private Steps nothing() {
    if (trait().equals(PUBLIC_ACCESS_BLOCK)) {
      return Steps.of(Put.xml(configuration, configuration.root(), Neutral.PUBLIC_ACCESS_BLOCK));
    }
    if (trait().equals(OWNERSHIP_CONTROLS)) {
      return Steps.of(Put.xml(configuration, configuration.root(), Neutral.OWNERSHIP_CONTROLS));
    }
    return Steps.none(
        "the destination's buckets have one by themselves, and the source's has none");
  }

  private Steps put(List<String> documents, Seen wanted, Seen there) throws UnreadableException {
    if (trait().equals(POLICY)) {
      return Steps.of(Put.json(configuration, Policy.movedTo(documents.get(0), from, to)));
    }
    var root = Pages.together(documents);
    if (trait().equals(BUCKET_ACL)) {
      return AclPlan.of(
          configuration,
          Acl.of(root),
          there.traits().get(BUCKET_OWNER) instanceof Value.Text owner ? owner.text() : "");
    }
    if (OUTWARD.contains(trait())) {
      return outward(root, wanted);
    }
    if (trait().equals(VERSIONING)) {
      return versioning(root);
    }
    if (trait().equals(BUCKET_TAGS)) {
      return tags(root);
    }
    if (trait().equals(OBJECT_LOCK)) {
      return Steps.of(Put.xml(configuration, configuration.root(), withoutZeros(root)));
    }
    return Steps.of(Put.xml(configuration, configuration.root(), root));
  }

  private Steps outward(XmlElement root, Seen wanted) {
    if (!staysInside(root)) {
      return Steps.none(
          "it acts on something outside the bucket, which a rehearsal must not touch: %s"
              .formatted(wanted.value()));
    }
    var moved = moved(root);
    if (!configuration.listed()) {
      return Steps.of(Put.xml(configuration, configuration.root(), moved));
    }
    var requests = new ArrayList<Request>();
    for (var report : moved.children()) {
      if (report.first("Id").isPresent()) {
        var query = new TreeMap<>(Map.of(configuration.query(), "", "id", report.textOf("Id")));
        requests.add(Put.xml(query, report.name(), report));
      }
    }
    return new Steps(requests, Optional.empty());
  }

  /** Whether all it names is the bucket itself: no receiver, no role, no other bucket. */
  private boolean staysInside(XmlElement element) {
    var text = element.text();
    if (text.startsWith("arn:") && OwnName.replaced(text, from, "").equals(text)) {
      return false;
    }
    if (element.name().equals("TargetBucket") && !text.equals(from)) {
      return false;
    }
    return !element.name().equals("EventBridgeConfiguration")
        && element.children().stream().allMatch(this::staysInside);
  }

  private XmlElement moved(XmlElement element) {
    var text =
        element.name().equals("TargetBucket") ? to : OwnName.replaced(element.text(), from, to);
    return new XmlElement(
        element.name(),
        element.attributes(),
        text,
        element.children().stream().map(this::moved).toList());
  }

  /** Some servers answer the number that was not given as zero, and others refuse two numbers. */
  private static XmlElement withoutZeros(XmlElement element) {
    return new XmlElement(
        element.name(),
        element.attributes(),
        element.text(),
        element.children().stream()
            .filter(child -> !child.text().strip().equals("0"))
            .map(Plan::withoutZeros)
            .toList());
  }

  private Steps versioning(XmlElement root) {
    var put = Put.xml(configuration, configuration.root(), root.without("MfaDelete"));
    return root.says("MfaDelete", "Enabled")
        ? new Steps(
            List.of(put), Optional.of("MFA delete needs a device of the destination's account"))
        : Steps.of(put);
  }

  /** Tags in AWS's own name space are the provider's to set. */
  private Steps tags(XmlElement root) {
    var own = new ArrayList<XmlElement>();
    var theirs = new ArrayList<String>();
    root.all("TagSet").flatMap(set -> set.all("Tag")).forEach(tag -> {
      if (tag.textOf("Key").startsWith("aws:")) {
        theirs.add(tag.textOf("Key"));
      } else {
        own.add(tag);
      }
    });
    var put = Put.xml(
        configuration,
        configuration.root(),
        Neutral.element("Tagging", List.of(Neutral.element("TagSet", own))));
    return theirs.isEmpty()
        ? Steps.of(put)
        : new Steps(
            own.isEmpty() ? List.of() : List.of(put),
            Optional.of(
                "tags of the source's provider cannot be set: " + String.join(", ", theirs)));
  }
}
