package eu.sortie.s3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names a request on the wire as the S3 API names it, so that what is counted can be priced.
 *
 * <p>Read off the request itself and not off the client that sends it: one rule for every library.
 */
final class S3Operation {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<String> SUBRESOURCES = Set.of(
      "tagging",
      "acl",
      "versioning",
      "location",
      "policy",
      "lifecycle",
      "cors",
      "encryption",
      "retention",
      "legal-hold",
      "attributes",
      "uploads",
      "versions",
      "delete",
      "website",
      "notification",
      "replication",
      "object-lock",
      "publicAccessBlock",
      "ownershipControls",
      "logging",
      "requestPayment",
      "accelerate",
      "inventory",
      "analytics",
      "policyStatus");

  private final String path;
  private final String method;
  private final boolean bucketInPath;
  private final boolean keyed;
  private final List<String> query;

  private S3Operation(
      String method, @Nullable String path, @Nullable String query, boolean bucketInPath) {
    this.method = method.toUpperCase(Locale.ROOT);
    this.path = path == null ? "" : path;
    this.query = names(query);
    this.bucketInPath = bucketInPath;
    this.keyed = hasKey();
  }

  /** Whether a method changes nothing at an S3 end. */
  static boolean reads(String method) {
    return READS.contains(method.toUpperCase(Locale.ROOT));
  }

  /**
   * Names an operation.
   *
   * @param bucketInPath whether the bucket stands in the path, and not in the host
   */
  static String name(String method, URI uri, boolean bucketInPath) {
    return name(method, uri.getRawPath(), uri.getRawQuery(), bucketInPath);
  }

  /**
   * Names an operation whose address is known by its parts.
   *
   * @param path as it is sent, escaped
   * @param query as it is sent; empty or null where there is none
   */
  static String name(
      String method, @Nullable String path, @Nullable String query, boolean bucketInPath) {
    return new S3Operation(method, path, query, bucketInPath).name();
  }

  private String name() {
    if (query.contains("uploadId")) {
      return switch (method) {
        case "PUT" -> "UploadPart";
        case "POST" -> "CompleteMultipartUpload";
        case "DELETE" -> "AbortMultipartUpload";
        default -> "ListParts";
      };
    }
    var subresource = query.stream().filter(SUBRESOURCES::contains).findFirst();
    return subresource.map(this::nameOf).orElseGet(this::plainName);
  }

  private String plainName() {
    if (keyed) {
      return verb() + "Object";
    }
    if (bucketInPath && isService()) {
      return "ListBuckets";
    }
    return switch (method) {
      case "GET" -> query.contains("list-type") ? "ListObjectsV2" : "ListObjects";
      case "PUT" -> "CreateBucket";
      default -> verb() + "Bucket";
    };
  }

  private String nameOf(String subresource) {
    return switch (subresource) {
      case "uploads" -> method.equals("POST") ? "CreateMultipartUpload" : "ListMultipartUploads";
      case "delete" -> "DeleteObjects";
      case "versions" -> "ListObjectVersions";
      default -> verb() + (keyed ? "Object" : "Bucket") + capitalised(subresource);
    };
  }

  private String verb() {
    return capitalised(method.toLowerCase(Locale.ROOT));
  }

  private boolean isService() {
    return path.length() <= 1;
  }

  private boolean hasKey() {
    var slash = bucketInPath ? path.indexOf('/', 1) : 0;
    return slash >= 0 && path.length() > slash + 1;
  }

  private static String capitalised(String words) {
    var name = new StringBuilder();
    for (var word : words.split("-", -1)) {
      var first = Math.min(1, word.length());
      name.append(word.substring(0, first).toUpperCase(Locale.ROOT)).append(word.substring(first));
    }
    return name.toString();
  }

  private static List<String> names(@Nullable String rawQuery) {
    var names = new ArrayList<String>();
    if (rawQuery != null && !rawQuery.isEmpty()) {
      for (var part : rawQuery.split("&", -1)) {
        names.add(part.split("=", 2)[0]);
      }
    }
    return names;
  }
}
