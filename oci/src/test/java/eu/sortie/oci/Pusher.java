package eu.sortie.oci;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** Fills a registry for a test, through a client that no end uses: the JDK's own. */
final class Pusher {

  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  static final String LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String host;

  Pusher(String host) {
    this.host = host;
  }

  /** Something that was pushed, as others refer to it. */
  record Pushed(String digest, String type, long size) {

    String json() {
      return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}".formatted(type, digest, size);
    }

    String json(String more) {
      return json().replaceFirst("}$", "," + more.replace('\'', '"') + "}");
    }

    String hex() {
      return digest.substring("sha256:".length());
    }
  }

  Pushed blob(String repository, String type, String content) {
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    return blob(
        repository, type, Digest.of(bytes), bytes.length, BodyPublishers.ofByteArray(bytes));
  }

  /** A large one, of which nothing is held. */
  Pushed blob(String repository, String type, long size, Supplier<InputStream> content) {
    try (var bytes = content.get()) {
      return blob(
          repository,
          type,
          Digest.of(bytes, "sha256:"),
          size,
          BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content), size));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Pushed blob(
      String repository, String type, String digest, long size, BodyPublisher body) {
    var begun = send(request("/v2/%s/blobs/uploads/".formatted(repository))
        .POST(BodyPublishers.noBody())
        .build());
    var location = URI.create("http://" + host)
        .resolve(begun.headers().firstValue("Location").orElseThrow() + "&digest=" + digest);
    send(HttpRequest.newBuilder(location).PUT(body).build());
    return new Pushed(digest, type, size);
  }

  /** A manifest or an index; {@code reference} empty for none but its digest. */
  Pushed manifest(String repository, String reference, String type, String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var digest = Digest.of(bytes);
    send(request(
            "/v2/%s/manifests/%s".formatted(repository, reference.isEmpty() ? digest : reference))
        .header("Content-Type", type)
        .PUT(BodyPublishers.ofByteArray(bytes))
        .build());
    return new Pushed(digest, type, bytes.length);
  }

  /** An image of one platform. */
  Pushed image(
      String repository, String tag, String architecture, String annotations, Pushed... layers) {
    var config = blob(
        repository,
        CONFIG,
        "{\"os\":\"linux\",\"architecture\":\"%s\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]},\"made for\":\"%s %s\"}"
            .formatted(architecture, repository, tag));
    var all = Arrays.stream(layers).map(Pushed::json).toList();
    return manifest(
        repository,
        tag,
        MANIFEST,
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s],\"annotations\":{%s}}"
            .formatted(
                MANIFEST, config.json(), String.join(",", all), annotations.replace('\'', '"')));
  }

  /** A signature, an SBOM or the like, about something. */
  Pushed artifact(String repository, String artifactType, Pushed subject, String content) {
    var config = blob(repository, "application/vnd.oci.empty.v1+json", "{}");
    var layer = blob(repository, "application/octet-stream", content);
    return manifest(
        repository,
        "",
        MANIFEST,
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"artifactType\":\"%s\",\"config\":%s,\"layers\":[%s],\"subject\":%s}"
            .formatted(MANIFEST, artifactType, config.json(), layer.json(), subject.json()));
  }

  int status(String method, String path) {
    return answer(request(path)
            .method(method, BodyPublishers.noBody())
            .header("Accept", Registry.MANIFESTS)
            .build())
        .statusCode();
  }

  String text(String path) {
    return answer(request(path).build()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + host + path));
  }

  private HttpResponse<String> send(HttpRequest request) {
    var response = answer(request);
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException("%s %s: %d %s"
          .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
    }
    return response;
  }

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
