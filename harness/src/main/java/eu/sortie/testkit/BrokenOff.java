package eu.sortie.testkit;

import java.io.IOException;
import java.io.InputStream;

/** A line that breaks off. */
final class BrokenOff extends InputStream {

  @Override
  public int read() throws IOException {
    throw new IOException("connection reset");
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    throw new IOException("connection reset");
  }
}
