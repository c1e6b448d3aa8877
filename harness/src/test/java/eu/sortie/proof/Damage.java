package eu.sortie.proof;

import java.util.Arrays;

/** What may happen to bytes on their way. */
enum Damage {
  ONE_BIT_FLIPPED,
  ONE_BYTE_DROPPED,
  CUT_SHORT,
  GONE;

  byte[] of(byte[] bytes) {
    int middle = bytes.length / 2;
    return switch (this) {
      case ONE_BIT_FLIPPED -> {
        var flipped = bytes.clone();
        flipped[middle] ^= 1;
        yield flipped;
      }
      case ONE_BYTE_DROPPED -> {
        var shorter = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, middle + 1, shorter, middle, shorter.length - middle);
        yield shorter;
      }
      case CUT_SHORT -> Arrays.copyOf(bytes, middle);
      case GONE -> new byte[0];
    };
  }
}
