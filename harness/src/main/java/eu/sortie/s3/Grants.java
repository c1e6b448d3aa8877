package eu.sortie.s3;

import eu.sortie.inventory.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An access list as the headers that write it: what groups may do goes along, and nothing else.
 *
 * <p>The ids of accounts and the addresses of people mean nothing at another operator, or mean somebody else; they are left out and
 * are lost by name. A list that has the words of a canned one is sent as that, for not every end takes grants.
 */
final class Grants {

  /** Why grants to accounts do not go along. */
  static final String NOT_SENT =
      "accounts of the source mean nothing at another operator: only what groups may do is sent";

  private static final Map<String, String> GROUPS = Map.of(
      Acl.ALL_USERS, "http://acs.amazonaws.com/groups/global/AllUsers",
      Acl.AUTHENTICATED_USERS, "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
      Acl.LOG_DELIVERY, "http://acs.amazonaws.com/groups/s3/LogDelivery");

  private static final Map<Map<String, String>, String> CANNED = Map.of(
      Map.of(Acl.ALL_USERS, "READ"), "public-read",
      Map.of(Acl.ALL_USERS, "READ, WRITE"), "public-read-write",
      Map.of(Acl.AUTHENTICATED_USERS, "READ"), "authenticated-read");

  private Grants() {}

  /** Whether it holds grants that are not sent. */
  static boolean holdsAccounts(Value acl) {
    return acl instanceof Value.Entries some
        && !GROUPS.keySet().containsAll(some.entries().keySet());
  }

  /**
   * The headers of a PUT.
   *
   * @param owner of what is written, asked only where grants are sent one by one: then even the owner's own has to be said; empty
   *     where the end does not tell, and then nothing is sent
   */
  static Map<String, String> headers(Value acl, Supplier<String> owner) {
    var groups = new TreeMap<>(acl instanceof Value.Entries some ? some.entries() : Map.of());
    groups.keySet().retainAll(GROUPS.keySet());
    if (groups.isEmpty()) {
      return Map.of();
    }
    var canned = CANNED.get(groups);
    return canned == null ? oneByOne(groups, owner.get()) : Map.of("x-amz-acl", canned);
  }

  private static Map<String, String> oneByOne(Map<String, String> groups, String owner) {
    if (owner.isEmpty()) {
      return Map.of();
    }
    var headers = new LinkedHashMap<String, String>();
    headers.put("x-amz-grant-full-control", "id=\"" + owner + '"');
    groups.forEach((group, permissions) -> {
      for (var permission : List.of(permissions.split(", "))) {
        headers.merge(
            "x-amz-grant-" + permission.toLowerCase(Locale.ROOT).replace('_', '-'),
            "uri=\"" + GROUPS.get(group) + '"',
            (one, more) -> one + ", " + more);
      }
    });
    return headers;
  }
}
