package eu.sortie.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts bytes as they are taken. */
final class CountingStream extends FilterInputStream {

  /** Told of each handful. */
  interface Count {
    void add(long bytes);

    /** Told how long each handful was waited for. */
    default void waited(long nanos) {}
  }

  private static final int SKIPPED_AT_ONCE = 8192;

  private final Count count;

  CountingStream(InputStream bytes, Count count) {
    super(bytes);
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    long begun = System.nanoTime();
    int one = super.read();
    count.waited(System.nanoTime() - begun);
    if (one >= 0) {
      count.add(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    long begun = System.nanoTime();
    int read = super.read(buffer, from, length);
    count.waited(System.nanoTime() - begun);
    if (read > 0) {
      count.add(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    // What is skipped crossed the wire all the same.
    return readNBytes((int) Math.min(Math.max(count, 0), SKIPPED_AT_ONCE)).length;
  }

  @Override
  public boolean markSupported() {
    // A stream that went back would be counted twice.
    return false;
  }
}
