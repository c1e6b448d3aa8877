package eu.sortie.s3.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What to put so that an access list is there again: canned where one says it all, else grants to groups. */
final class AclPlan {

  private static final String GROUPS = "http://acs.amazonaws.com/groups/";

  private static final Map<String, String> HEADERS = Map.of(
      "READ", "x-amz-grant-read",
      "WRITE", "x-amz-grant-write",
      "READ_ACP", "x-amz-grant-read-acp",
      "WRITE_ACP", "x-amz-grant-write-acp",
      "FULL_CONTROL", "x-amz-grant-full-control");

  private AclPlan() {}

  static Plan.Steps of(Configuration configuration, Acl acl, String ownerThere) {
    var groups = new TreeMap<String, Set<String>>();
    var users = new ArrayList<String>();
    acl.grants().forEach((grantee, permissions) -> {
      if (grantee.startsWith("group ")) {
        groups.put(grantee, permissions);
      } else {
        users.add(grantee);
      }
    });
    Optional<String> leftOut = users.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "grants to accounts of the source mean nothing elsewhere: " + String.join(", ", users));
    return new Plan.Steps(
        List.of(Put.headers(configuration, headers(acl, groups, ownerThere))), leftOut);
  }

  private static Map<String, String> headers(
      Acl acl, Map<String, ? extends Set<String>> groups, String ownerThere) {
    var canned = acl.exposure();
    var groupsOfCanned = groups.keySet().stream()
        .allMatch(group -> group.equals(Acl.EVERYBODY) || group.equals(Acl.ANY_ACCOUNT));
    if (groupsOfCanned && !canned.startsWith("public:")) {
      return Map.of("x-amz-acl", canned);
    }
    var headers = new TreeMap<String, String>();
    if (!ownerThere.isEmpty()) {
      // Grants replace all there are, the owner's own included.
      headers.put("x-amz-grant-full-control", "id=\"%s\"".formatted(ownerThere));
    }
    groups.forEach((group, permissions) -> permissions.stream()
        .filter(HEADERS::containsKey)
        .forEach(permission -> headers.merge(
            HEADERS.getOrDefault(permission, ""),
            "uri=\"%s\"".formatted(uri(group)),
            (one, more) -> one + ", " + more)));
    return headers;
  }

  private static String uri(String group) {
    var name = group.substring("group ".length());
    return GROUPS + (name.equals("LogDelivery") ? "s3/" : "global/") + name;
  }
}
