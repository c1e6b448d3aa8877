package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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

  /** Uploads an item with its tags, in parts where it asks for them. */
  void put(String bucket, Specimen specimen) throws IOException {
    var path = KeyPath.of(bucket, specimen.key());
    var headers = new TreeMap<>(specimen.headers());
    boolean tagsFitAHeader = specimen.tags().entrySet().stream().allMatch(RawS3::needsNoEscape);
    if (tagsFitAHeader && !specimen.tags().isEmpty()) {
      headers.put("x-amz-tagging", asQuery(specimen.tags()));
    }
    if (specimen.parts() == 0) {
      granted(path, call("PUT", path, Map.of(), headers, specimen.body()));
    } else {
      putInParts(path, headers, specimen);
    }
    if (!tagsFitAHeader) {
      var tagging = Body.text(Xml.tagging(specimen.tags()));
      granted(path, call("PUT", path, Map.of("tagging", ""), XML, tagging));
    }
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

  private void putInParts(String path, SortedMap<String, String> headers, Specimen specimen)
      throws IOException {
    var begun = granted(path, call("POST", path, Map.of("uploads", ""), headers, Body.EMPTY));
    var upload = Xml.texts(begun.opening(), "UploadId").get(0);
    try {
      var etags = new ArrayList<String>();
      long size = specimen.body().size();
      for (int part = 1; part <= specimen.parts(); part++) {
        long from = (part - 1) * specimen.partBytes();
        long to = Math.min(size, from + specimen.partBytes());
        var query = Map.of("partNumber", Integer.toString(part), "uploadId", upload);
        etags.add(granted(path, call("PUT", path, query, Map.of(), specimen.body(), from, to))
            .header("ETag"));
      }
      var completed = granted(
          path,
          call("POST", path, Map.of("uploadId", upload), XML, Body.text(Xml.completion(etags))));
      if (!completed.errorCode().isEmpty()) {
        throw new RefusalException(path, completed);
      }
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

  Answer get(String bucket, String key) throws IOException {
    return call("GET", KeyPath.of(bucket, key), Map.of(), Map.of(), Body.EMPTY);
  }

  SortedMap<String, String> tags(String bucket, String key) throws IOException {
    var path = KeyPath.of(bucket, key);
    var answer = granted(path, call("GET", path, Map.of("tagging", ""), Map.of(), Body.EMPTY));
    // S3Mock answers nothing at all where there are no tags.
    return answer.size() == 0 ? new TreeMap<>() : Xml.tags(answer.opening());
  }

  void delete(String bucket, String key) throws IOException {
    call("DELETE", KeyPath.of(bucket, key), Map.of(), Map.of(), Body.EMPTY);
  }

  /** The keys that the listing shows. */
  SortedSet<String> keys(String bucket) throws IOException {
    var keys = new TreeSet<String>();
    var query = new TreeMap<>(Map.of("list-type", "2", "encoding-type", "url"));
    while (true) {
      var path = "/" + bucket;
      var page = granted(path, call("GET", path, query, Map.of(), Body.EMPTY)).opening();
      Xml.texts(page, "Key").forEach(key -> keys.add(Xml.unescapeUrl(key)));
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
