package eu.sortie.s3.bucket;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.BucketTraits;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what with a bucket by its access list.
 *
 * @param owner the owner's id, which every end makes up for itself
 * @param grants permissions by grantee, without what the owner may do
 */
record Acl(String owner, Map<String, TreeSet<String>> grants) {

  static final String EVERYBODY = "group AllUsers";
  static final String ANY_ACCOUNT = "group AuthenticatedUsers";

  /** How Versity gateway names the groups. */
  private static final Map<String, String> GROUPS =
      Map.of("all-users", "AllUsers", "authenticated-users", "AuthenticatedUsers");

  static Acl of(XmlElement root) {
    var owner = root.first("Owner").map(whose -> whose.textOf("ID")).orElse("");
    var grants = new TreeMap<String, TreeSet<String>>();
    root.all("AccessControlList").flatMap(list -> list.all("Grant")).forEach(grant -> {
      var grantee = grantee(grant);
      if (!grantee.equals("user " + owner)) {
        grants.computeIfAbsent(grantee, any -> new TreeSet<>()).add(grant.textOf("Permission"));
      }
    });
    return new Acl(owner, grants);
  }

  private static String grantee(XmlElement grant) {
    var grantee = grant.first("Grantee");
    var uri = grantee.map(whom -> whom.textOf("URI")).orElse("");
    var mail = grantee.map(whom -> whom.textOf("EmailAddress")).orElse("");
    var id = grantee.map(whom -> whom.textOf("ID")).orElse("");
    if (!uri.isEmpty()) {
      return "group " + uri.substring(uri.lastIndexOf('/') + 1);
    }
    if (!mail.isEmpty()) {
      return "mail " + mail;
    }
    var group =
        grantee.map(whom -> "Group".equals(whom.attributes().get("type"))).orElse(false);
    return group ? "group " + GROUPS.getOrDefault(id, id) : "user " + id;
  }

  Map<Trait, Value> traits() {
    var entries = new TreeMap<String, String>();
    grants.forEach((grantee, permissions) -> entries.put(grantee, String.join(",", permissions)));
    return Map.of(
        BucketTraits.BUCKET_ACL, Value.entries(entries),
        BucketTraits.BUCKET_EXPOSURE,
            exposure().equals("private") ? Value.absent() : Value.text(exposure()),
        BucketTraits.BUCKET_OWNER, owner.isEmpty() ? Value.absent() : Value.text(owner));
  }

  /** What the public may do, by the name of the canned ACL that says so, or spelled out where none does. */
  String exposure() {
    var everybody = grants.getOrDefault(EVERYBODY, new TreeSet<>());
    var anyAccount = grants.getOrDefault(ANY_ACCOUNT, new TreeSet<>());
    if (everybody.isEmpty() && anyAccount.isEmpty()) {
      return "private";
    }
    if (anyAccount.isEmpty()) {
      if (everybody.equals(new TreeSet<>(List.of("READ")))) {
        return "public-read";
      }
      if (everybody.equals(new TreeSet<>(List.of("READ", "WRITE")))) {
        return "public-read-write";
      }
    } else if (everybody.isEmpty() && anyAccount.equals(new TreeSet<>(List.of("READ")))) {
      return "authenticated-read";
    }
    return "public: everybody %s, any account %s"
        .formatted(String.join(",", everybody), String.join(",", anyAccount));
  }
}
