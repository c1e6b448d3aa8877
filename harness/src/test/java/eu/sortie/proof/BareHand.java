package eu.sortie.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A client of S3 with nothing between it and the wire: it shares no line with those that Sortie uses. */
final class BareHand implements AutoCloseable {

  private final Spot spot;
  private final Upstream wire;
  private Charset headers = StandardCharsets.ISO_8859_1;

  BareHand(Spot spot) {
    this.spot = spot;
    this.wire = new Upstream(spot.address());
  }

  HttpAnswer get(String bucket, String key, String query) {
    return send("GET", bucket, key, query, List.of(), new byte[0]);
  }

  HttpAnswer put(String bucket, String key, List<Field> fields, byte[] body) {
    return send("PUT", bucket, key, "", fields, body);
  }

  HttpAnswer delete(String bucket, String key, String query) {
    return send("DELETE", bucket, key, query, List.of(), new byte[0]);
  }

  HttpAnswer send(
      String method, String bucket, String key, String query, List<Field> fields, byte[] body) {
    var target = "/" + bucket + (key.isEmpty() ? "" : "/" + Escaped.path(key))
        + (query.isEmpty() ? "" : "?" + query);
    var call = new HttpCall(method, target, new Fields(fields).with("Host", spot.host()), body);
    return send(call);
  }

  /** Signs a request as it is now and sends it; a server that reads header values otherwise gets the other spelling. */
  HttpAnswer send(HttpCall call) {
    var answer = sendOnce(call);
    if (answer.status() == 403 && answer.text().contains("SignatureDoesNotMatch")) {
      headers = headers.equals(StandardCharsets.UTF_8)
          ? StandardCharsets.ISO_8859_1
          : StandardCharsets.UTF_8;
      return sendOnce(call);
    }
    return answer;
  }

  private HttpAnswer sendOnce(HttpCall call) {
    try {
      return wire.ask(spot.signer().sign(call, Instant.now(), headers));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Sends what has to succeed. */
  static HttpAnswer must(HttpAnswer answer) {
    if (!answer.isGood()) {
      throw new IllegalStateException(answer.status() + " " + answer.text());
    }
    return answer;
  }

  /** An object in parts; gives the first answer that is no success, or the last. */
  HttpAnswer putInParts(String bucket, String key, List<Field> fields, List<byte[]> parts) {
    var begun = send("POST", bucket, key, "uploads=", fields, new byte[0]);
    if (!begun.isGood()) {
      return begun;
    }
    var upload = Escaped.text(Document.of(begun).text("UploadId"));
    var done = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      var answer = must(send(
          "PUT",
          bucket,
          key,
          "partNumber=%d&uploadId=%s".formatted(i + 1, upload),
          List.of(),
          parts.get(i)));
      done.append("<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>"
          .formatted(i + 1, answer.fields().first("ETag").orElseThrow()));
    }
    return send(
        "POST",
        bucket,
        key,
        "uploadId=" + upload,
        List.of(),
        "<CompleteMultipartUpload>%s</CompleteMultipartUpload>"
            .formatted(done)
            .getBytes(StandardCharsets.UTF_8));
  }

  HttpAnswer tag(String bucket, String key, Map<String, String> tags) {
    var all = new StringBuilder();
    tags.forEach((name, value) -> all.append("<Tag><Key>%s</Key><Value>%s</Value></Tag>"
        .formatted(Document.escaped(name), Document.escaped(value))));
    var body =
        "<Tagging><TagSet>%s</TagSet></Tagging>".formatted(all).getBytes(StandardCharsets.UTF_8);
    return send("PUT", bucket, key, "tagging=", List.of(md5(body)), body);
  }

  /** Switches a bucket's versions: Enabled or Suspended. */
  HttpAnswer versioning(String bucket, String status) {
    var body =
        "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>%s</Status></VersioningConfiguration>"
            .formatted(status)
            .getBytes(StandardCharsets.UTF_8);
    return send("PUT", bucket, "", "versioning=", List.of(md5(body)), body);
  }

  /** Some servers take no configuration without one. */
  static Field md5(byte[] body) {
    return new Field("Content-MD5", Base64.getEncoder().encodeToString(Signer.digest("MD5", body)));
  }

  @Override
  public void close() {
    wire.close();
  }
}
