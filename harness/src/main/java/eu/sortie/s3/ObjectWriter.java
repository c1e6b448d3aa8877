package eu.sortie.s3;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Writes objects: small ones in one request, larger ones part by part, so that no more than a part is ever held.
 *
 * <p>An end that refuses an object for one of its lesser traits gets it once more without that trait, and the concession is named.
 * What an end says it does not implement at all is not tried again on the next object.
 */
final class ObjectWriter {

  /** S3 takes no more parts than this. */
  private static final int MOST_PARTS = 10_000;

  /** What may be left out so that the rest can be written, in the order in which it is tried. */
  private static final List<Trait> LESSER =
      List.of(ObjectTraits.TAGS, ObjectTraits.STORAGE_CLASS, ObjectTraits.REDIRECT_LOCATION);

  private final S3Connection connection;
  private final String bucket;
  private final Map<Trait, String> neverTaken = new ConcurrentHashMap<>();

  ObjectWriter(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  List<Concession> write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    var partBytes = partBytes(announcedBytes);
    var first = bytes.readNBytes(partBytes);
    int next = first.length < partBytes ? -1 : bytes.read();
    return next < 0
        ? conceding(item, without -> put(item, first, without))
        : writeParts(
            item,
            first,
            new SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), bytes),
            partBytes);
  }

  private int partBytes(long announcedBytes) {
    return (int)
        Math.max(connection.settings().partBytes(), (announcedBytes + MOST_PARTS - 1) / MOST_PARTS);
  }

  private void put(Item item, byte[] body, Set<Trait> without) {
    var object = new ObjectRequest(bucket, item, without);
    connection.client().putObject(object.put(), body(body));
  }

  private List<Concession> writeParts(Item item, byte[] first, InputStream rest, int partBytes)
      throws IOException {
    var upload = new String[1];
    var concessions = conceding(item, without -> {
      var create = new ObjectRequest(bucket, item, without).createMultipart();
      upload[0] = connection.client().createMultipartUpload(create).uploadId();
    });
    try {
      sendParts(item.id().key(), upload[0], first, rest, partBytes);
    } catch (SdkException failed) {
      abort(item.id().key(), upload[0], failed);
      throw S3Fault.ofItem(failed);
    } catch (IOException failed) {
      abort(item.id().key(), upload[0], failed);
      throw failed;
    }
    return concessions;
  }

  private void sendParts(String key, String upload, byte[] first, InputStream rest, int partBytes)
      throws IOException {
    var parts = new ArrayList<CompletedPart>();
    for (var part = first; part.length > 0; part = rest.readNBytes(partBytes)) {
      int number = parts.size() + 1;
      var answer = connection
          .client()
          .uploadPart(
              send -> send.bucket(bucket).key(key).uploadId(upload).partNumber(number), body(part));
      parts.add(CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build());
    }
    connection
        .client()
        .completeMultipartUpload(complete -> complete
            .bucket(bucket)
            .key(key)
            .uploadId(upload)
            .multipartUpload(all -> all.parts(parts)));
  }

  /** Parts that nobody completes cost money for ever. */
  private void abort(String key, String upload, Exception because) {
    try {
      connection
          .client()
          .abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(upload));
    } catch (SdkException failed) {
      because.addSuppressed(failed);
    }
  }

  private List<Concession> conceding(Item item, Attempt attempt) throws IOException {
    var concessions = new ArrayList<Concession>();
    var without = new LinkedHashSet<Trait>();
    neverTaken.forEach((trait, words) -> {
      if (has(item, trait)) {
        without.add(trait);
        concessions.add(new Concession(trait, Cause.DESTINATION, words));
      }
    });
    while (true) {
      try {
        attempt.without(without);
        return concessions;
      } catch (S3Exception answer) {
        var lesser = nextToLeaveOut(item, without);
        if (lesser == null || !mayBeAboutATrait(answer)) {
          throw answer.statusCode() == 404
              ? new RefusedException(S3Fault.words(answer), answer)
              : S3Fault.ofItem(answer);
        }
        without.add(lesser);
        concessions.add(new Concession(lesser, Cause.DESTINATION, S3Fault.words(answer)));
        if (answer.statusCode() == 501) {
          neverTaken.put(lesser, S3Fault.words(answer));
        }
      } catch (SdkException failed) {
        throw S3Fault.ofItem(failed);
      }
    }
  }

  private static boolean mayBeAboutATrait(S3Exception answer) {
    return answer.statusCode() == 400 || answer.statusCode() == 501;
  }

  private static @Nullable Trait nextToLeaveOut(Item item, Set<Trait> without) {
    return LESSER.stream()
        .filter(trait -> !without.contains(trait) && has(item, trait))
        .findFirst()
        .orElse(null);
  }

  private static boolean has(Item item, Trait trait) {
    var value = item.value(trait);
    return value instanceof Value.Entries
        || (value instanceof Value.Text text && !text.text().equals("STANDARD"));
  }

  /** Without a copy: the SDK reads the part where it lies. */
  private static RequestBody body(byte[] bytes) {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromByteArrayUnsafe(bytes), bytes.length, "application/octet-stream");
  }

  private interface Attempt {
    void without(Set<Trait> traits);
  }
}
