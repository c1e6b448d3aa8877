package eu.sortie.testbed;

import eu.sortie.scenario.End;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** A third client of S3, neither the one that writes nor the one that reads back: plants and damages. */
public final class ThirdHand {

  private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length", "expect");
  private static final Pattern UPLOAD = Pattern.compile("<UploadId>(.*?)</UploadId>");
  private static final Pattern KEY = Pattern.compile("<Key>(.*?)</Key>");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String endpoint;
  private final String region;
  private final AwsCredentialsIdentity identity;

  public ThirdHand(End end) {
    endpoint = end.settings().get("endpoint").value();
    region =
        end.settings().containsKey("region") ? end.settings().get("region").value() : "us-east-1";
    identity = AwsCredentialsIdentity.create(
        end.settings().get("access-key").value(),
        end.settings().get("secret-key").value());
  }

  public void createBucket(String bucket) {
    must("PUT", bucket, "", Map.of(), new byte[0]);
  }

  public void put(String bucket, String key, byte[] bytes, Map<String, String> headers) {
    must("PUT", path(bucket, key), "", headers, bytes);
  }

  /** Writes one of the bucket's configurations, by the name of its subresource. */
  public void configure(String bucket, String subresource, String document) {
    must("PUT", bucket, subresource + "=", Map.of(), document.getBytes(StandardCharsets.UTF_8));
  }

  public void remove(String bucket, String key) {
    must("DELETE", path(bucket, key), "", Map.of(), new byte[0]);
  }

  public byte[] get(String bucket, String key) {
    return must("GET", path(bucket, key), "", Map.of(), new byte[0]).body();
  }

  /** Whether anybody answers that there is such a bucket. */
  public boolean hasBucket(String bucket) {
    return send("HEAD", bucket, "", Map.of(), new byte[0]).statusCode() == 200;
  }

  public List<String> keys(String bucket) {
    var answer = must("GET", bucket, "list-type=2", Map.of(), new byte[0]);
    var keys = new ArrayList<String>();
    var found = KEY.matcher(new String(answer.body(), StandardCharsets.UTF_8));
    while (found.find()) {
      keys.add(found.group(1));
    }
    return keys;
  }

  public void tag(String bucket, String key, Map<String, String> tags) {
    var all = new StringBuilder();
    tags.forEach((name, value) ->
        all.append("<Tag><Key>%s</Key><Value>%s</Value></Tag>".formatted(name, value)));
    var body =
        "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet>%s</TagSet></Tagging>"
            .formatted(all);
    must("PUT", path(bucket, key), "tagging=", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  public void putInParts(
      String bucket, String key, List<byte[]> parts, Map<String, String> headers) {
    var begun = must("POST", path(bucket, key), "uploads=", headers, new byte[0]);
    var upload = UPLOAD.matcher(new String(begun.body(), StandardCharsets.UTF_8));
    if (!upload.find()) {
      throw new IllegalStateException("no upload was begun");
    }
    var done = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      var answer = must(
          "PUT",
          path(bucket, key),
          "partNumber=%d&uploadId=%s".formatted(i + 1, upload.group(1)),
          Map.of(),
          parts.get(i));
      done.append("<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>"
          .formatted(i + 1, answer.headers().firstValue("etag").orElseThrow()));
    }
    must(
        "POST",
        path(bucket, key),
        "uploadId=" + upload.group(1),
        Map.of(),
        "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">%s</CompleteMultipartUpload>"
            .formatted(done)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String path(String bucket, String key) {
    return bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key);
  }

  private HttpResponse<byte[]> must(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    var answer = send(method, path, query, headers, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("%s %s?%s was answered %d %s"
          .formatted(
              method,
              path,
              query,
              answer.statusCode(),
              new String(answer.body(), StandardCharsets.UTF_8)));
    }
    return answer;
  }

  private HttpResponse<byte[]> send(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    var uri = URI.create(endpoint + "/" + path + (query.isEmpty() ? "" : "?" + query));
    var given = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> given.put(name, List.of(value)));
    var plain = SdkHttpRequest.builder()
        .method(SdkHttpMethod.fromValue(method))
        .uri(uri)
        .headers(given)
        .build();
    var signed = AwsV4HttpSigner.create()
        .sign(sign -> sign.identity(identity)
            .request(plain)
            .payload(() -> payload(body))
            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
            .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
            .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false))
        .request();
    var request = HttpRequest.newBuilder(uri)
        .method(
            method,
            body.length == 0 && !method.equals("PUT") && !method.equals("POST")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(body));
    signed.forEachHeader((name, values) -> {
      if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> request.header(name, value));
      }
    });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static InputStream payload(byte[] body) {
    return new ByteArrayInputStream(body);
  }
}
