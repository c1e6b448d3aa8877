package eu.sortie.testkit;

import eu.sortie.spi.Reader;
import java.io.IOException;
import java.util.Collections;

/** Readings that are closed before their end. */
final class HalfRead {

  /** More than any client has connections. */
  private static final int MANY = 120;

  private HalfRead() {}

  /** Whoever loses a connection with each of them hangs before the last. */
  static void many(Reader reader, String key) throws IOException {
    AtOnce.each(Collections.nCopies(MANY, key), one -> {
      try (var reading = reader.read(Sight.unlisted(one))) {
        return reading.bytes().read();
      }
    });
  }
}
