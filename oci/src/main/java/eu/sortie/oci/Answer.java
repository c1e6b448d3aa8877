package eu.sortie.oci;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a registry answered, before anybody looked at it.
 *
 * @param status its status in HTTP
 * @param headers by their names in lower case
 * @param body as it was sent; read once
 */
record Answer(int status, Map<String, String> headers, InputStream body) implements Closeable {

  static final int NOT_FOUND = 404;

  boolean isSuccess() {
    return status / 100 == 2;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The type of its body, without parameters. */
  String type() {
    return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
  }

  /** How many bytes its body is announced to have; -1 where that is not said. */
  long length() {
    return header("Content-Length").map(Long::parseLong).orElse(-1L);
  }

  /** Its body, where that is a document. */
  byte[] document(int most) throws IOException {
    var bytes = body.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new AnswerException(status, "a document of more than %d bytes came".formatted(most));
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
