package eu.sortie.s3;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who may do what with an object, as its access list says.
 *
 * <p>The rule, the same for every end and library:
 *
 * <ul>
 *   <li>The owner's own FULL_CONTROL is left out. Each new object has it, and the owner's id is another one at every operator; the
 *       id is recorded as {@code owner}.
 *   <li>{@code acl} holds all other grants, groups among them; none at all is absent.
 *   <li>{@code exposure} says in the words of the canned lists what groups may do: {@code public-read} for AllUsers,
 *       {@code authenticated-read} for AuthenticatedUsers, {@code log-delivery-write} for LogDelivery. An object that no group may
 *       touch is private, which is the absence of exposure: its value is absent.
 *   <li>An end that has no access lists grants nothing by them, so both are absent there. A private object that goes to such an end
 *       loses nothing; a public one loses its exposure, by name.
 *   <li>An end that has them and does not show them leaves all three unknown.
 * </ul>
 *
 * @param owner the owner's canonical id; empty where the end names none
 * @param grants permissions by grantee, without the owner's own full control
 */
record Acl(String owner, SortedMap<String, SortedSet<String>> grants) {

  /** Of an end that has no access lists. */
  static final Acl NONE = new Acl("", new TreeMap<>());

  static final String ALL_USERS = "AllUsers";
  static final String AUTHENTICATED_USERS = "AuthenticatedUsers";
  static final String LOG_DELIVERY = "LogDelivery";

  private static final String FULL_CONTROL = "FULL_CONTROL";
  private static final Map<String, String> EXPOSED = exposed();

  /**
   * One grant as an end shows it.
   *
   * @param kind of grantee: {@code id}, {@code group} or {@code email}
   * @param grantee id, URI or address; empty where the end names none
   */
  record Grant(String kind, String grantee, String permission) {

    /** The grantee in one word: groups by the last segment of their URI, all others with their kind. */
    String name() {
      return kind.equals("group")
          ? grantee.substring(grantee.lastIndexOf('/') + 1)
          : kind + ':' + grantee;
    }
  }

  static Acl of(String owner, List<Grant> shown) {
    var grants = new TreeMap<String, SortedSet<String>>();
    for (var grant : shown) {
      var owners = grant.kind().equals("id") && grant.grantee().equals(owner);
      if (!(owners && grant.permission().equals(FULL_CONTROL))) {
        grants
            .computeIfAbsent(owners ? "owner" : grant.name(), any -> new TreeSet<>())
            .add(grant.permission());
      }
    }
    return new Acl(owner, grants);
  }

  Map<Trait, Value> traits() {
    var entries = new TreeMap<String, String>();
    grants.forEach((grantee, permissions) -> entries.put(grantee, String.join(", ", permissions)));
    var exposure = exposure();
    return Map.of(
        ObjectTraits.ACL,
        Value.entries(entries),
        ObjectTraits.EXPOSURE,
        exposure.isEmpty() ? Value.absent() : Value.text(exposure),
        ObjectTraits.OWNER,
        owner.isEmpty() ? Value.absent() : Value.text(owner));
  }

  static Map<Trait, Value> unknown(String because) {
    var unknown = Value.unknown(because);
    return Map.of(
        ObjectTraits.ACL, unknown, ObjectTraits.EXPOSURE, unknown, ObjectTraits.OWNER, unknown);
  }

  private String exposure() {
    var exposures = new ArrayList<String>();
    EXPOSED.forEach((group, word) -> {
      var permissions = grants.get(group);
      if (permissions != null) {
        exposures.add(word + "-"
            + permissions.stream()
                .map(permission -> permission.toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining("-")));
      }
    });
    return String.join(", ", exposures);
  }

  private static Map<String, String> exposed() {
    var words = new LinkedHashMap<String, String>();
    words.put(ALL_USERS, "public");
    words.put(AUTHENTICATED_USERS, "authenticated");
    words.put(LOG_DELIVERY, "log-delivery");
    return words;
  }
}
