package eu.sortie.s3;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
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

  private static final String NO_TEXT =
      "this JVM writes headers in another charset; start it with -Dfile.encoding=UTF-8";

  private final S3Connection connection;
  private final String bucket;
  private final Map<Trait, String> neverTaken = new ConcurrentHashMap<>();

  /** What worked last: an end that reads header values byte by byte is found out once. */
  private volatile Spelling spelling = Spelling.TEXT;

  ObjectWriter(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
  }

  /** Writes an object; gives what the end calls the version it made, empty where it names none. */
  Receipt write(Item item, long announcedBytes, InputStream stream) throws IOException {
    var bytes = new PushbackInputStream(stream);
    var partBytes = partBytes(announcedBytes);
    var first = bytes.readNBytes(partBytes);
    int next = first.length < partBytes ? -1 : bytes.read();
    if (next < 0) {
      return put(item, first);
    }
    bytes.unread(next);
    return writeParts(item, first, bytes, partBytes);
  }

  private int partBytes(long announcedBytes) {
    return (int)
        Math.max(connection.settings().partBytes(), (announcedBytes + MOST_PARTS - 1) / MOST_PARTS);
  }

  private Receipt put(Item item, byte[] body) throws IOException {
    var version = new String[1];
    var concessions = conceding(
        item,
        (object, client) ->
            version[0] = client.putObject(object.put(), body(body)).versionId());
    return new Receipt(concessions, Objects.requireNonNullElse(version[0], ""));
  }

  private Receipt writeParts(Item item, byte[] first, InputStream rest, int partBytes)
      throws IOException {
    var upload = new String[1];
    var concessions = conceding(
        item,
        (object, client) ->
            upload[0] = client.createMultipartUpload(object.createMultipart()).uploadId());
    try {
      var version = sendParts(item.id().key(), upload[0], first, rest, partBytes);
      return new Receipt(concessions, version);
    } catch (SdkException failed) {
      abort(item.id().key(), upload[0], failed);
      throw S3Fault.ofItem(failed);
    } catch (IOException failed) {
      abort(item.id().key(), upload[0], failed);
      throw failed;
    }
  }

  private String sendParts(String key, String upload, byte[] first, InputStream rest, int partBytes)
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
    var done = connection
        .client()
        .completeMultipartUpload(complete -> complete
            .bucket(bucket)
            .key(key)
            .uploadId(upload)
            .multipartUpload(all -> all.parts(parts)));
    return Objects.requireNonNullElse(done.versionId(), "");
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
    var without = new LinkedHashMap<Trait, String>();
    neverTaken.forEach((trait, words) -> {
      if (has(item, trait)) {
        without.put(trait, words);
      }
    });
    if (Spelling.matters(item) && !Utf8Headers.carriesText()) {
      without.put(ObjectTraits.USER_METADATA, NO_TEXT);
    }
    var spelled = spelling;
    while (true) {
      try {
        attempt.write(
            new ObjectRequest(bucket, item, without.keySet(), spelled), connection.client(spelled));
        learn(spelled);
        return without.entrySet().stream()
            .map(left -> new Concession(left.getKey(), cause(left.getValue()), left.getValue()))
            .toList();
      } catch (S3Exception answer) {
        if (spelled == Spelling.TEXT && isAboutTheSignature(answer) && Spelling.matters(item)) {
          spelled = Spelling.BYTES;
        } else {
          leaveOut(nextToLeaveOut(item, without.keySet(), answer), answer, without);
        }
      } catch (SdkException failed) {
        throw S3Fault.ofItem(failed);
      }
    }
  }

  private void learn(Spelling worked) {
    spelling = worked;
    if (worked == Spelling.BYTES) {
      connection.foundOut(
          "header values beyond ASCII are signed byte by byte, for signed as text they were a wrong signature");
    }
  }

  private void leaveOut(@Nullable Trait lesser, S3Exception answer, Map<Trait, String> without)
      throws IOException {
    var words = S3Fault.words(answer);
    if (lesser == null) {
      throw new RefusedException(words, answer);
    }
    without.put(lesser, words);
    if (answer.statusCode() == 501) {
      neverTaken.put(lesser, words);
      connection.foundOut(
          "%s is not sent, for with it the end said: %s".formatted(lesser.name(), words));
    }
  }

  private static Cause cause(String words) {
    return words.equals(NO_TEXT) ? Cause.TOOL : Cause.DESTINATION;
  }

  private static boolean isAboutTheSignature(S3Exception answer) {
    return S3Fault.code(answer).equals("SignatureDoesNotMatch");
  }

  private static boolean mayBeAboutATrait(S3Exception answer) {
    return answer.statusCode() == 400 || answer.statusCode() == 501;
  }

  private static @Nullable Trait nextToLeaveOut(Item item, Set<Trait> without, S3Exception answer) {
    if (!mayBeAboutATrait(answer)) {
      return null;
    }
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
    void write(ObjectRequest object, S3Client client);
  }
}
