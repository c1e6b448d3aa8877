package eu.sortie.oci;

import eu.sortie.measure.Meter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of an answer as they come. */
final class CountedStream extends FilterInputStream {

  private final Meter meter;
  private final String operation;

  CountedStream(InputStream stream, Meter meter, String operation) {
    super(stream);
    this.meter = meter;
    this.operation = operation;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      meter.received(operation, 1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = super.read(buffer, from, length);
    if (read > 0) {
      meter.received(operation, read);
    }
    return read;
  }
}
