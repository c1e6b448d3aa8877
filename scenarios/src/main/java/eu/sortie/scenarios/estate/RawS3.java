package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Writes to an emulated source what typed clients refuse to, and reads back what it holds. */
final class RawS3 {

  private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

  private final EndSettings settings;
  private final RawHttp http;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  private RawS3(EndSettings settings) {
    this.settings = settings;
    this.http = new RawHttp(settings.endpoint());
  }

  /**
   * Opens an emulated end.
   *
   * @throws Misuse where nothing may be planted
   */
  static RawS3 at(End end) {
    return new RawS3(EndSettings.of(end));
  }

  /**
   * Makes sure that there is a bucket for an estate, and that nothing else is in it: it would leave with the estate.
   *
   * @throws Misuse where it holds a key that the estate does not; what an earlier planting left is planted over
   */
  void prepare(String bucket, Collection<String> estate) throws IOException {
    var path = "/" + bucket;
    var answer = call("PUT", path, Map.of(), Map.of(), Body.EMPTY);
    if (!answer.isOk() && !answer.errorCode().equals("BucketAlreadyOwnedByYou")) {
      throw new RefusalException(path, answer);
    }
    var strangers = keys(bucket);
    strangers.removeAll(Set.copyOf(estate));
    if (!strangers.isEmpty()) {
      throw new Misuse(
          "bucket '%s' at %s: expected nothing but the estate, saw %d other keys, the first '%s'. Empty it, or start the source anew"
              .formatted(bucket, settings, strangers.size(), strangers.first()));
    }
  }

  /**
   * Makes sure that there is a bucket for an estate that never held a version.
   *
   * @throws Misuse where one is there that holds something else, or cannot be removed with what an earlier planting left
   */
  void prepareAnew(String bucket, Map<String, String> headers, Collection<String> estate)
      throws IOException {
    if (has(bucket)) {
      var left = versions(bucket);
      var strangers = left.stream()
          .map(Shown::key)
          .filter(key -> !estate.contains(key))
          .distinct()
          .toList();
      if (!strangers.isEmpty()) {
        throw new Misuse(
            "bucket '%s' at %s: expected nothing but the estate, saw %d other keys, the first '%s'. Empty it, or start the source anew"
                .formatted(bucket, settings, strangers.size(), strangers.get(0)));
      }
      for (var version : left) {
        remove(bucket, version);
      }
      var answer = call("DELETE", "/" + bucket, Map.of(), Map.of(), Body.EMPTY);
      if (!answer.isOk()) {
        throw new Misuse(
            "bucket '%s' at %s: expected to remove what an earlier planting left, was answered %s. Start the source anew"
                .formatted(bucket, settings, answer.words()));
      }
    }
    var path = "/" + bucket;
    granted(path, call("PUT", path, Map.of(), headers, Body.EMPTY));
  }

  /**
   * Uploads an item with its tags, in parts where it asks for them.
   *
   * @return the source's name for the version; empty where it has none
   */
  String put(String bucket, Specimen specimen) throws IOException {
    var path = KeyPath.of(bucket, specimen.key());
    var headers = new TreeMap<>(specimen.headers());
    boolean tagsFitAHeader = specimen.tags().entrySet().stream().allMatch(RawS3::needsNoEscape);
    if (tagsFitAHeader && !specimen.tags().isEmpty()) {
      headers.put("x-amz-tagging", asQuery(specimen.tags()));
    }
    var written = specimen.parts() == 0
        ? granted(path, call("PUT", path, Map.of(), headers, specimen.body()))
        : putInParts(path, headers, specimen);
    if (!tagsFitAHeader) {
      var tagging = Body.text(Xml.tagging(specimen.tags()));
      granted(path, call("PUT", path, Map.of("tagging", ""), XML, tagging));
    }
    for (var later : specimen.later()) {
      granted(path, say(later.method(), path, later.query(), later.headers(), later.body()));
    }
    return written.header("x-amz-version-id");
  }

  /** Says something about an item or a bucket, with the digest that some calls insist on. */
  private Answer say(
      String method, String path, String query, Map<String, String> headers, Body body)
      throws IOException {
    var all = new TreeMap<>(XML);
    all.put("Content-MD5", Checksums.of("MD5", body));
    all.putAll(headers);
    return call(method, path, query(query), all, body);
  }

  /** As it is written in addresses: {@code inventory&id=weekly}. */
  private static Map<String, String> query(String text) {
    var query = new TreeMap<String, String>();
    for (var one : text.split("&", -1)) {
      int equals = one.indexOf('=');
      query.put(
          equals < 0 ? one : one.substring(0, equals), equals < 0 ? "" : one.substring(equals + 1));
    }
    return query;
  }

  /** Sets a part of a bucket's configuration. */
  Answer configure(String bucket, String query, Map<String, String> headers, Body body)
      throws IOException {
    return say("PUT", "/" + bucket, query, headers, body);
  }

  /** Takes a part of a bucket's configuration off again. */
  void unconfigure(String bucket, String query) throws IOException {
    call("DELETE", "/" + bucket, query(query), Map.of(), Body.EMPTY);
  }

  /** A part of a bucket's configuration. */
  Answer configuration(String bucket, String query) throws IOException {
    return call("GET", "/" + bucket, query(query), Map.of(), Body.EMPTY);
  }

  /** A part of an item, or of one of its versions. */
  Answer part(String bucket, String key, String version, String query) throws IOException {
    var all = new TreeMap<>(query(query));
    if (!version.isEmpty()) {
      all.put("versionId", version);
    }
    return call("GET", KeyPath.of(bucket, key), all, Map.of(), Body.EMPTY);
  }

  /** S3Mock keeps the values of the tagging header still escaped, so only what needs no escape goes there. */
  private static boolean needsNoEscape(Map.Entry<String, String> tag) {
    return (tag.getKey() + tag.getValue()).matches("[A-Za-z0-9._-]*");
  }

  private static String asQuery(SortedMap<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> tag.getKey() + "=" + tag.getValue())
        .collect(Collectors.joining("&"));
  }

  private Answer putInParts(String path, SortedMap<String, String> headers, Specimen specimen)
      throws IOException {
    var begun = granted(path, call("POST", path, Map.of("uploads", ""), headers, Body.EMPTY));
    var upload = Xml.texts(begun.opening(), "UploadId").get(0);
    try {
      var parts = new ArrayList<WrittenPart>();
      var algorithm = headers.getOrDefault("x-amz-checksum-algorithm", "");
      long size = specimen.body().size();
      for (int part = 1; part <= specimen.parts(); part++) {
        long from = (part - 1) * specimen.partBytes();
        long to = Math.min(size, from + specimen.partBytes());
        var query = Map.of("partNumber", Integer.toString(part), "uploadId", upload);
        var checksum =
            algorithm.isEmpty() ? "" : Checksums.of(algorithm, specimen.body(), from, to);
        Map<String, String> checked = algorithm.isEmpty()
            ? Map.of()
            : Map.of("x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT), checksum);
        var answer = granted(path, call("PUT", path, query, checked, specimen.body(), from, to));
        parts.add(new WrittenPart(answer.header("ETag"), algorithm, checksum));
      }
      var closing = new TreeMap<>(XML);
      var type = headers.get("x-amz-checksum-type");
      if (type != null) {
        closing.put("x-amz-checksum-type", type);
      }
      var completed = granted(
          path,
          call(
              "POST", path, Map.of("uploadId", upload), closing, Body.text(Xml.completion(parts))));
      if (!completed.errorCode().isEmpty()) {
        throw new RefusalException(path, completed);
      }
      return completed;
    } catch (IOException e) {
      abort(path, upload, e);
      throw e;
    }
  }

  private void abort(String path, String upload, IOException because) {
    try {
      call("DELETE", path, Map.of("uploadId", upload), Map.of(), Body.EMPTY);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Reads an item, or one of its versions, or only what stands before its bytes. */
  Answer read(String method, String bucket, String key, String version, Map<String, String> headers)
      throws IOException {
    Map<String, String> query = version.isEmpty() ? Map.of() : Map.of("versionId", version);
    return call(method, KeyPath.of(bucket, key), query, headers, Body.EMPTY);
  }

  SortedMap<String, String> tags(String bucket, String key, String version) throws IOException {
    var path = KeyPath.of(bucket, key);
    var answer = granted(path, part(bucket, key, version, "tagging"));
    // S3Mock answers nothing at all where there are no tags.
    return answer.size() == 0 ? new TreeMap<>() : Xml.tags(answer.opening());
  }

  Answer delete(String bucket, String key) throws IOException {
    return call("DELETE", KeyPath.of(bucket, key), Map.of(), Map.of(), Body.EMPTY);
  }

  /** Removes one version for good, as far as the source lets us. */
  void remove(String bucket, Shown version) throws IOException {
    call(
        "DELETE",
        KeyPath.of(bucket, version.key()),
        Map.of("versionId", version.version()),
        Map.of("x-amz-bypass-governance-retention", "true"),
        Body.EMPTY);
  }

  /** Whether there is such a bucket. */
  private boolean has(String bucket) throws IOException {
    return call("HEAD", "/" + bucket, Map.of(), Map.of(), Body.EMPTY).isOk();
  }

  /** Switches versions on, or suspends them. */
  void version(String bucket, String status) throws IOException {
    var body =
        Body.text("<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + "<Status>" + status + "</Status></VersioningConfiguration>");
    granted("/" + bucket, configure(bucket, "versioning", Map.of(), body));
  }

  /** All versions the listing shows, delete markers among them, in its order. */
  List<Shown> versions(String bucket) throws IOException {
    var versions = new ArrayList<Shown>();
    var query = new TreeMap<>(Map.of("versions", "", "encoding-type", "url"));
    while (true) {
      var path = "/" + bucket;
      var page = granted(path, call("GET", path, query, Map.of(), Body.EMPTY)).opening();
      versions.addAll(Xml.versions(page));
      var key = Xml.texts(page, "NextKeyMarker");
      if (!Xml.texts(page, "IsTruncated").contains("true") || key.isEmpty()) {
        return versions;
      }
      boolean escaped = Xml.texts(page, "EncodingType").contains("url");
      query.put("key-marker", escaped ? Xml.unescapeUrl(key.get(0)) : key.get(0));
      Xml.texts(page, "NextVersionIdMarker").forEach(id -> query.put("version-id-marker", id));
    }
  }

  /** The keys that the listing shows. */
  SortedSet<String> keys(String bucket) throws IOException {
    var keys = new TreeSet<String>();
    var query = new TreeMap<>(Map.of("list-type", "2", "encoding-type", "url"));
    while (true) {
      var path = "/" + bucket;
      var page = granted(path, call("GET", path, query, Map.of(), Body.EMPTY)).opening();
      // Not every source escapes because it is asked to; those that do say so.
      boolean escaped = Xml.texts(page, "EncodingType").contains("url");
      Xml.texts(page, "Key").forEach(key -> keys.add(escaped ? Xml.unescapeUrl(key) : key));
      var next = Xml.texts(page, "NextContinuationToken");
      if (next.isEmpty() || next.get(0).equals(query.get("continuation-token"))) {
        return keys;
      }
      query.put("continuation-token", next.get(0));
    }
  }

  private static Answer granted(String path, Answer answer) throws RefusalException {
    if (!answer.isOk()) {
      throw new RefusalException(path, answer);
    }
    return answer;
  }

  private Answer call(
      String method, String path, Map<String, String> query, Map<String, String> headers, Body body)
      throws IOException {
    return call(method, path, query, headers, body, 0, body.size());
  }

  private Answer call(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      Body body,
      long from,
      long to)
      throws IOException {
    var request = SdkHttpRequest.builder()
        .method(SdkHttpMethod.fromValue(method))
        .uri(settings.endpoint())
        .encodedPath(path);
    query.forEach(request::putRawQueryParameter);
    headers.forEach(request::putHeader);
    var signed = signer
        .sign(sign -> sign.identity(
                AwsCredentialsIdentity.create(settings.accessKey(), settings.secretKey()))
            .request(request.build())
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, settings.region())
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
            .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request();
    var target = path + signed.encodedQueryParameters().map(some -> "?" + some).orElse("");
    return http.exchange(method, target, signed.headers(), body, from, to);
  }
}
