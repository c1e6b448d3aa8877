package eu.sortie.oci;

import java.io.InputStream;
import java.util.SplittableRandom;

/** As many bytes as a test wants, made by chance from a seed, and held nowhere. */
final class Bytes extends InputStream {

  private final SplittableRandom random;
  private long left;

  Bytes(long count, long seed) {
    this.left = count;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public int read() {
    return left-- > 0 ? random.nextInt(256) : -1;
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    if (left <= 0) {
      return -1;
    }
    int count = (int) Math.min(left, length);
    for (int i = 0; i < count; i++) {
      buffer[from + i] = (byte) random.nextInt(256);
    }
    left -= count;
    return count;
  }
}
