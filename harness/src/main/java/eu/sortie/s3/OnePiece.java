package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Bytes;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.AgainException;
import eu.sortie.spi.ExpiredException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects that are one piece at the source and too large to hold: their bytes are sent as they come, in one request.
 *
 * <p>Nothing is held and nothing has to be put together. What was sent cannot be sent once more, though: an object that fails here is
 * asked for again and goes in parts, and where an end refuses one all that follow go in parts at once.
 */
final class OnePiece {

  /** S3 takes no larger one in one request. */
  private static final long MOST_BYTES = 5 * Bytes.GIB;

  private final S3Connection connection;
  private final ObjectCalls calls;
  private final Set<ItemId> again = ConcurrentHashMap.newKeySet();
  private volatile boolean refused;

  OnePiece(S3Connection connection, ObjectCalls calls) {
    this.connection = connection;
    this.calls = calls;
  }

  /** Whether an object goes like this. */
  boolean takes(Item item, long bytes) {
    return !again.remove(item.id())
        && !refused
        && bytes > PartsPlan.MOST_HELD
        && bytes <= MOST_BYTES
        && item.value(ObjectTraits.PARTS) instanceof Value.Absent
        // Ends that lock objects want a digest beforehand (facts P03).
        && !Blame.has(item, ObjectTraits.RETENTION)
        && !Blame.has(item, ObjectTraits.LEGAL_HOLD)
        && connection.settings().tuning().isPlain();
  }

  /** Sends an object; gives what the end calls the version it made, empty where it names none. */
  String send(ObjectRequest object, long bytes, InputStream stream) throws IOException {
    try {
      return calls.stream(
          object.item().id().key(), object.headersOfStream(), object.spelling(), bytes, stream);
    } catch (SdkException failed) {
      again.add(object.item().id());
      if (failed instanceof S3Exception answer && !S3Fault.saysNothingOfTheItem(answer)) {
        refused = true;
        connection.foundOut(
            "objects of more than 64 MiB go in parts, for of one in one piece the end said: "
                + S3Fault.words(answer));
      }
      var said = S3Fault.unreachable(connection, failed);
      throw said instanceof ExpiredException
          ? said
          : new AgainException(String.valueOf(said.getMessage()), failed);
    }
  }
}
