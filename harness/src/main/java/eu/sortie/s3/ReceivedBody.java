package eu.sortie.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body on its way in: read to its end it leaves its connection to the next request, and otherwise the connection goes with it. */
final class ReceivedBody extends FilterInputStream {

  private final Runnable whole;
  private final Runnable broken;
  private final AtomicBoolean done = new AtomicBoolean();

  ReceivedBody(InputStream bytes, Runnable whole, Runnable broken) {
    super(bytes);
    this.whole = whole;
    this.broken = broken;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (done.get()) {
      return -1;
    }
    try {
      int read = super.read(buffer, from, length);
      if (read < 0 && !done.getAndSet(true)) {
        whole.run();
      }
      return read;
    } catch (IOException failed) {
      abort();
      throw failed;
    }
  }

  void abort() {
    if (!done.getAndSet(true)) {
      broken.run();
    }
  }

  /** Whoever closes early does not want the rest, and it is not fetched. */
  @Override
  public void close() {
    abort();
  }
}
