package eu.sortie.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose owner closes it, however whoever reads it ends. */
final class LentStream extends FilterInputStream {

  LentStream(InputStream stream) {
    super(stream);
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    return in.read(buffer, from, length);
  }

  @Override
  public void close() {
    // It is not ours.
  }
}
