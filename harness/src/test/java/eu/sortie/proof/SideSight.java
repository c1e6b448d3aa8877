package eu.sortie.proof;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What has to be asked for, or is read off an ETag: access, locks, encryption, checksums and parts of one object. */
record SideSight(BareHand hand, String bucket, String key, String version) {

  private static final String CHECKSUM = "x-amz-checksum-";
  private static final String ENCRYPTED = "x-amz-server-side-encryption";
  private static final Pattern PARTS = Pattern.compile(".*-(\\d+)\"?");
  private static final Map<String, String> EXPOSURES = Map.of(
      "AllUsers", "public", "AuthenticatedUsers", "authenticated", "LogDelivery", "log-delivery");
  private static final Set<String> NO_ACLS =
      Set.of("NotImplemented", "MethodNotAllowed", "AccessControlListNotSupported");
  private static final Set<String> NO_LOCKS = Set.of(
      "NoSuchObjectLockConfiguration",
      "ObjectLockConfigurationNotFoundError",
      "InvalidRequest",
      "NotImplemented",
      "MethodNotAllowed",
      "NotFound");

  void into(Sight.Eye eye, Map<String, String> fields) {
    checksums(eye, fields);
    var parts = PARTS.matcher(fields.getOrDefault("etag", ""));
    eye.text("parts", parts.matches() ? parts.group(1) : "");
    var encryption = new TreeMap<String, String>();
    fields.forEach((name, value) -> {
      if (name.equals(ENCRYPTED)) {
        encryption.put("mode", value);
      } else if (name.equals(ENCRYPTED + "-aws-kms-key-id")) {
        encryption.put("key", value);
      }
    });
    eye.entries("encryption", encryption);
    access(eye);
    ask("retention", NO_LOCKS).ifPresent(answer -> {
      var retention = new TreeMap<String, String>();
      answer.filter(some -> !some.text("Mode").isEmpty()).ifPresent(some -> {
        retention.put("mode", some.text("Mode"));
        retention.put("until", Instant.parse(some.text("RetainUntilDate")).toString());
      });
      eye.entries("retention", retention);
    });
    ask("legal-hold", NO_LOCKS)
        .ifPresent(answer -> eye.text(
            "legal-hold",
            answer.map(some -> some.text("Status")).filter("ON"::equals).orElse("")));
  }

  private static void checksums(Sight.Eye eye, Map<String, String> fields) {
    var sums = new TreeMap<String, String>();
    for (var algorithm : Sum.ALGORITHMS) {
      var sum = fields.get(CHECKSUM + algorithm);
      if (sum != null) {
        sums.put(algorithm, sum);
        sums.put(
            "type",
            fields.getOrDefault(
                CHECKSUM + "type", PARTS.matcher(sum).matches() ? "COMPOSITE" : "FULL_OBJECT"));
      }
    }
    eye.entries("checksums", sums);
  }

  /** A server without access lists lets nobody in by them. */
  private void access(Sight.Eye eye) {
    ask("acl", NO_ACLS).ifPresent(answer -> {
      var grants = new TreeMap<String, TreeSet<String>>();
      answer.ifPresent(list -> grants(list, grants));
      var acl = new TreeMap<String, String>();
      grants.forEach((grantee, permissions) -> acl.put(grantee, String.join(", ", permissions)));
      eye.entries("acl", acl);
      var exposure = new TreeSet<String>();
      EXPOSURES.forEach((group, word) -> {
        if (grants.containsKey(group)) {
          exposure.add(word + "-"
              + String.join("-", grants.get(group)).toLowerCase(Locale.ROOT).replace('_', '-'));
        }
      });
      eye.text("exposure", String.join(", ", exposure));
    });
  }

  private static void grants(Document list, Map<String, TreeSet<String>> grants) {
    var owner =
        list.children("Owner").stream().findFirst().map(one -> one.text("ID")).orElse("");
    for (var all : list.children("AccessControlList")) {
      for (var grant : all.children("Grant")) {
        var grantee = grant.children("Grantee").get(0);
        var group = grantee.text("URI");
        var name = group.isEmpty()
            ? "id:" + grantee.text("ID")
            : group.substring(group.lastIndexOf('/') + 1);
        if (!name.equals("id:" + owner)) {
          grants.computeIfAbsent(name, any -> new TreeSet<>()).add(grant.text("Permission"));
        }
      }
    }
  }

  /** Empty where nobody can know; an empty answer where the server says that there is none. */
  private Optional<Optional<Document>> ask(String what, Set<String> none) {
    var answer = hand.get(bucket, key, what + "=" + (version.isEmpty() ? "" : "&" + version));
    if (answer.isGood()) {
      return Optional.of(
          answer.text().contains("<") ? Optional.of(Document.of(answer)) : Optional.empty());
    }
    var isNone = answer.status() == 501
        || (answer.text().contains("<Code>")
            && none.contains(Document.of(answer).text("Code")));
    return isNone ? Optional.of(Optional.empty()) : Optional.empty();
  }
}
