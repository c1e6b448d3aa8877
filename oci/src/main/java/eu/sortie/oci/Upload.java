package eu.sortie.oci;

import eu.sortie.oci.OkHttpConnection.Body;
import java.io.IOException;
import java.io.InputStream;

/** Puts manifests and blobs into repositories of a registry, and takes them out again. */
record Upload(OkHttpConnection connection) {

  private static final String BYTES = "application/octet-stream";

  /** Writes a blob, its bytes as they come; the registry refuses those that its digest does not name. */
  void blob(String repository, String digest, long length, InputStream bytes) throws IOException {
    blobInto(begin(repository, ""), repository, digest, length, bytes);
  }

  /**
   * Lets a repository have a blob that another one has.
   *
   * @return where it can be written instead, if the registry does not do so; empty where it did
   */
  String mount(String repository, String from, String digest) throws IOException {
    return begin(repository, "?mount=%s&from=%s".formatted(digest, from));
  }

  void blobInto(String session, String repository, String digest, long length, InputStream bytes)
      throws IOException {
    var address = session + (session.contains("?") ? "&" : "?") + "digest=" + digest;
    try (var answer =
        connection.send("PUT", address, repository, "", Body.passing(BYTES, length, bytes))) {
      Registry.require(answer);
    }
  }

  private String begin(String repository, String query) throws IOException {
    try (var answer = connection.send(
        "POST",
        "/v2/%s/blobs/uploads/%s".formatted(repository, query),
        repository,
        "",
        Body.NONE)) {
      Registry.require(answer);
      if (answer.status() == 201) {
        return "";
      }
      return answer
          .header("Location")
          .orElseThrow(() -> new IOException("the registry does not say where a blob goes"));
    }
  }

  /** Writes a manifest or an index; gives what the registry says it is about, empty where it does not know subjects. */
  String manifest(String repository, String reference, String type, byte[] document)
      throws IOException {
    var body = Body.of(type, document);
    try (var answer = connection.send(
        "PUT", "/v2/%s/manifests/%s".formatted(repository, reference), repository, "", body)) {
      Registry.require(answer);
      return answer.header("OCI-Subject").orElse("");
    }
  }

  /**
   * Takes something out.
   *
   * @param what {@code manifests} or {@code blobs}
   * @throws AnswerException where the registry does not do it; what is gone already is no failure
   */
  void remove(String repository, String what, String reference) throws IOException {
    try (var answer = connection.send(
        "DELETE",
        "/v2/%s/%s/%s".formatted(repository, what, reference),
        repository,
        "",
        Body.NONE)) {
      if (answer.status() != Answer.NOT_FOUND) {
        Registry.require(answer);
      }
    }
  }
}
