package eu.sortie.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The images Sortie starts: read from the one file where their versions stand. */
final class Images {

  private static final Properties NAMED = read();

  private Images() {}

  /** The image of a program, as in {@code minio/minio:RELEASE.2025-09-07T16-13-09Z}. */
  static String of(String program) {
    return Objects.requireNonNull(NAMED.getProperty(program), program);
  }

  private static Properties read() {
    var properties = new Properties();
    try (var in = Images.class.getResourceAsStream("images.properties")) {
      properties.load(Objects.requireNonNull(in, "images.properties"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties;
  }
}
