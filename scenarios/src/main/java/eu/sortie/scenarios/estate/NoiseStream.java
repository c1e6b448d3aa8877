package eu.sortie.scenarios.estate;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** A stream of pseudo-random bytes that a seed determines, whatever the sizes of the reads. */
final class NoiseStream extends InputStream {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final SplittableRandom random;
  private final byte[] block = new byte[8 * 1024];
  private int used = block.length;
  private long left;

  NoiseStream(long seed, long size) {
    this.random = new SplittableRandom(seed);
    this.left = size;
  }

  @Override
  public int read() {
    if (left == 0) {
      return -1;
    }
    refillIfUsed();
    left--;
    return block[used++] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    refillIfUsed();
    int count = (int) Math.min(Math.min(length, block.length - used), left);
    System.arraycopy(block, used, into, offset, count);
    used += count;
    left -= count;
    return count;
  }

  private void refillIfUsed() {
    if (used == block.length) {
      for (int at = 0; at < block.length; at += Long.BYTES) {
        LONGS.set(block, at, random.nextLong());
      }
      used = 0;
    }
  }
}
