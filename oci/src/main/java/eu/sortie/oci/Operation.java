package eu.sortie.oci;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names requests as usage counts them: the method, and what of the registry it is about. */
final class Operation {

  private static final Pattern ABOUT =
      Pattern.compile("/(blobs/uploads|blobs|manifests|tags|referrers)/");

  private Operation() {}

  static String name(String method, String path) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT) + about(path);
  }

  static boolean reads(String method) {
    return method.equals("GET") || method.equals("HEAD");
  }

  private static String about(String path) {
    if (!path.contains("/v2/")) {
      return "Elsewhere";
    }
    if (path.contains("/_catalog")) {
      return "Catalog";
    }
    var found = ABOUT.matcher(path);
    var last = "";
    while (found.find()) {
      last = found.group(1);
    }
    return switch (last) {
      case "blobs/uploads" -> "Upload";
      case "blobs" -> "Blob";
      case "manifests" -> "Manifest";
      case "tags" -> "Tags";
      case "referrers" -> "Referrers";
      default -> "Registry";
    };
  }
}
