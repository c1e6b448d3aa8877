package eu.sortie.scenarios.estate;

import java.util.TreeSet;

/** What an access list lets others do, in one line; what the owner may do is left out. */
final class Grants {

  private static final String EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";
  private static final String SIGNED_IN =
      "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

  private Grants() {}

  /** What an access list that S3 has a name for lets others do. */
  static String canned(String name) {
    return switch (name) {
      case "public-read" -> words(EVERYBODY + " READ");
      case "public-read-write" -> words(EVERYBODY + " READ", EVERYBODY + " WRITE");
      case "authenticated-read" -> words(SIGNED_IN + " READ");
      case "private" -> words();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Grants in their order, each a grantee and a permission. */
  static String words(String... grants) {
    var sorted = new TreeSet<String>();
    for (var grant : grants) {
      sorted.add(grant.substring(grant.lastIndexOf('/') + 1));
    }
    return sorted.isEmpty() ? "nobody else" : String.join(", ", sorted);
  }
}
