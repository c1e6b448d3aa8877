package eu.sortie.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Takes bytes out of a stream to where they are sent from. */
final class Bodies {

  private Bodies() {}

  /** So many bytes, or all there are where it is fewer; what comes as announced is copied nowhere. */
  static byte[] read(InputStream stream, int bytes) throws IOException {
    var body = new byte[bytes];
    int read = stream.readNBytes(body, 0, bytes);
    return read == bytes ? body : Arrays.copyOf(body, read);
  }
}
