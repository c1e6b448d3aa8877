package eu.sortie.testbed;

import java.io.IOException;
import java.io.InputStream;

/** A connection that was reset. */
public final class BrokenStream extends InputStream {

  @Override
  public int read() throws IOException {
    throw new IOException("connection reset");
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    throw new IOException("connection reset");
  }
}
