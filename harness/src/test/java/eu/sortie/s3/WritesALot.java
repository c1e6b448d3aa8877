package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.spi.Line;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Writes an object larger than its own memory; it is run as a process of its own. */
final class WritesALot {

  private WritesALot() {}

  public static void main(String[] arguments) throws IOException {
    var settings = Map.of(
        "endpoint", arguments[0], "path-style", "true", "access-key", "AK", "secret-key", "SK");
    var end = End.of("europe", false, "s3", settings, Capabilities.UNSTATED);
    long bytes = Long.parseLong(arguments[1]) * ObjectWriterTests.PART;
    try (var connection = new S3Connection(end, Line.open("europe"))) {
      new ObjectWriter(connection, "photos")
          .write(new Item(ItemId.of("object", "k"), Map.of()), bytes, new Zeros(bytes));
    }
  }

  /** So many of them, out of nothing. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int some = (int) Math.min(length, left);
      left -= some;
      return some;
    }
  }
}
