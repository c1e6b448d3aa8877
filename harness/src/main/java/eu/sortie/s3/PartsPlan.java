package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Bytes;
import eu.sortie.scenario.ObjectTraits;
import java.util.stream.IntStream;

/**
 * Into how many parts of what size an object goes, so that it has as many as at the source.
 *
 * <p>The size of the parts is not shown with an object, their number is. Clients cut at whole MiB, most of them at a power of two, so
 * such a size is tried first: where it is the source's own, ETag and checksum of the parts come out the same too.
 *
 * @param partBytes size of every part but the last
 * @param asParts whether it goes in parts even where one would hold it all
 * @param kept whether this gives the source's number of parts
 */
record PartsPlan(int partBytes, boolean asParts, boolean kept) {

  /** Why an object cannot have the parts it had. */
  static final String TOO_LARGE = "parts of more than 64 MiB are not held in memory";

  private static final int MIB = (int) Bytes.MIB;
  private static final int MOST_MIB = 64;

  /** The largest object, or part of one, that is held in memory. */
  static final long MOST_HELD = (long) MOST_MIB * MIB;

  private static final int LEAST_MIB = 5;

  /** S3 takes no more parts than this. */
  private static final int MOST_PARTS = 10_000;

  /** Sizes that clients cut at by themselves. */
  private static final int[] USUAL_MIB = {8, 16, 5, 32, 64, 10, 15, 20, 25, 50};

  static PartsPlan of(Item item, long bytes, int usualBytes) {
    long parts = parts(item);
    if (parts == 1 && bytes > 0 && bytes <= MOST_HELD) {
      return new PartsPlan(Math.max(usualBytes, (int) bytes), true, true);
    }
    if (item.value(ObjectTraits.PARTS) instanceof Value.Absent && bytes <= MOST_HELD) {
      return new PartsPlan(Math.max(usualBytes, (int) bytes), false, true);
    }
    if (parts > 1) {
      var same = IntStream.concat(
              IntStream.concat(IntStream.of(usualBytes / MIB), IntStream.of(USUAL_MIB)),
              IntStream.rangeClosed(LEAST_MIB, MOST_MIB))
          .mapToLong(mebibytes -> (long) mebibytes * MIB)
          .filter(size -> (bytes + size - 1) / size == parts)
          .findFirst();
      if (same.isPresent()) {
        return new PartsPlan((int) same.getAsLong(), true, true);
      }
      long even = (bytes + parts - 1) / parts;
      if (even >= (long) LEAST_MIB * MIB && even <= MOST_HELD) {
        return new PartsPlan((int) even, true, true);
      }
    }
    var least = (bytes + MOST_PARTS - 1) / MOST_PARTS;
    return new PartsPlan((int) Math.max(usualBytes, least), false, parts == 0);
  }

  /** How much a part holds. */
  int heldMebibytes() {
    return heldMebibytes(partBytes);
  }

  /** How much the first part of an object holds. */
  int heldMebibytes(long announcedBytes) {
    return (int) Math.max(1, (Math.min(partBytes, announcedBytes) + MIB - 1) / MIB);
  }

  /** The same for an object that is sent as its bytes come. */
  PartsPlan inOnePiece() {
    return new PartsPlan(partBytes, false, true);
  }

  /** The same, now that it is known that one part does not hold all. */
  PartsPlan inParts() {
    return new PartsPlan(partBytes, true, kept);
  }

  private static long parts(Item item) {
    return item.value(ObjectTraits.PARTS) instanceof Value.Text number
        ? Long.parseLong(number.text())
        : 0;
  }
}
