package eu.sortie.k8s;

import java.util.Locale;

/** Names a request to an API server by its verb: nobody is billed for what it is about. */
final class ClusterOperation {

  private ClusterOperation() {}

  /** Whether a method changes nothing. */
  static boolean reads(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  static String name(String method, String address) {
    if (!reads(method)) {
      return switch (method.toUpperCase(Locale.ROOT)) {
        case "POST" -> "create";
        case "PUT" -> "update";
        case "PATCH" -> "patch";
        case "DELETE" -> "delete";
        default -> method.toLowerCase(Locale.ROOT);
      };
    }
    return address.contains("?limit=") ? "list" : "get";
  }
}
