package eu.sortie.s3;

import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
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
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Writes objects: small ones in one request, larger ones part by part, and those that were one piece as their bytes come.
 *
 * <p>An end that refuses an object for one of its lesser traits gets it once more without that trait, and the concession is named.
 * What an end says it does not implement at all is not tried again on the next object.
 */
final class ObjectWriter {

  private final S3Connection connection;
  private final String bucket;
  private final ObjectCalls calls;
  private final OnePiece onePiece;
  private final PartsInFlight flight = new PartsInFlight();
  private final Map<Never, String> neverTaken = new ConcurrentHashMap<>();

  /**
   * What an end never takes.
   *
   * @param value empty where it takes none at all; some take one access list and not another, or one way to encrypt
   */
  private record Never(Trait trait, String value) {

    private static final Set<Trait> BY_VALUE = Set.of(ObjectTraits.ACL, ObjectTraits.ENCRYPTION);

    static Never of(Item item, Trait trait) {
      return new Never(trait, BY_VALUE.contains(trait) ? item.value(trait).toString() : "");
    }
  }

  /** What worked last: an end that reads header values byte by byte is found out once. */
  private volatile Spelling spelling = Spelling.TEXT;

  ObjectWriter(S3Connection connection, String bucket) {
    this.connection = connection;
    this.bucket = bucket;
    this.calls = new ObjectCalls(connection, bucket);
    this.onePiece = new OnePiece(connection, calls);
  }

  /** Writes an object; gives what the end calls the version it made, empty where it names none. */
  Receipt write(Item item, long announcedBytes, InputStream stream) throws IOException {
    var plan = PartsPlan.of(item, announcedBytes, connection.settings().partBytes());
    if (onePiece.takes(item, announcedBytes)) {
      return inOnePiece(item, announcedBytes, stream, plan.inOnePiece());
    }
    // A part that alone is larger than all that may be held waits until it is the only one.
    return flight.holding(
        plan.heldMebibytes(announcedBytes),
        () -> write(item, announcedBytes, new PushbackInputStream(stream), plan));
  }

  /** Without another try: what an end is known not to take is left out from the start. */
  private Receipt inOnePiece(Item item, long bytes, InputStream stream, PartsPlan plan)
      throws IOException {
    var without = outFromTheStart(item);
    var checksum = Checksum.of(item).filter(kept -> kept.fits(plan));
    var grants = Grants.headers(item.value(ObjectTraits.ACL), this::owner);
    var object = new ObjectRequest(bucket, item, without.keySet(), spelling, grants, checksum);
    var version = onePiece.send(object, bytes, stream);
    return new Receipt(Conceded.of(item, plan, checksum, without), version);
  }

  private Receipt write(Item item, long announcedBytes, PushbackInputStream bytes, PartsPlan plan)
      throws IOException {
    var first = Bodies.read(bytes, (int) Math.min(plan.partBytes(), announcedBytes));
    int next = bytes.read();
    if (next < 0 && !plan.asParts()) {
      return put(item, first, plan);
    }
    if (next >= 0) {
      bytes.unread(next);
    }
    return writeParts(item, first, bytes, plan.inParts());
  }

  private Receipt put(Item item, byte[] body, PartsPlan plan) throws IOException {
    var version = new String[1];
    var concessions =
        conceding(item, plan, (object, client) -> version[0] = put(object, client, body));
    return new Receipt(concessions, Objects.requireNonNullElse(version[0], ""));
  }

  /** Ends that ask for more than bytes get it from the SDK's own client. */
  private @Nullable String put(ObjectRequest object, S3Client client, byte[] body) {
    return connection.settings().tuning().isPlain()
        ? calls.put(object.item().id().key(), object.headersOfWhole(body), object.spelling(), body)
        : client.putObject(object.put(body), body(body)).versionId();
  }

  private Receipt writeParts(Item item, byte[] first, InputStream rest, PartsPlan plan)
      throws IOException {
    var upload = new PartsUpload[1];
    var concessions = conceding(
        item,
        plan,
        (object, client) -> upload[0] = PartsUpload.begin(connection, calls, client, object));
    try {
      return new Receipt(concessions, upload[0].send(first, rest, plan, flight));
    } catch (SdkException failed) {
      upload[0].abort(failed);
      throw S3Fault.ofItem(connection, failed);
    } catch (IOException failed) {
      upload[0].abort(failed);
      throw failed;
    }
  }

  private List<Concession> conceding(Item item, PartsPlan plan, Attempt attempt)
      throws IOException {
    var blame = new Blame(item, outFromTheStart(item));
    var checksum = Checksum.of(item).filter(kept -> kept.fits(plan));
    var grants = Grants.headers(item.value(ObjectTraits.ACL), this::owner);
    var spelled = spelling;
    while (true) {
      var without = blame.out();
      try {
        attempt.write(
            new ObjectRequest(bucket, item, without.keySet(), spelled, grants, checksum),
            connection.client(spelled));
        learn(spelled);
        without.forEach((trait, words) -> remember(Never.of(item, trait), words));
        return Conceded.of(item, plan, checksum, without);
      } catch (S3Exception answer) {
        if (spelled == Spelling.TEXT && isAboutTheSignature(answer) && Spelling.matters(item)) {
          spelled = Spelling.BYTES;
        } else if (S3Fault.saysNothingOfTheItem(answer)) {
          throw S3Fault.ofItem(connection, answer);
        } else if (!blame.refused(answer)) {
          throw new RefusedException(S3Fault.words(answer), answer);
        }
      } catch (SdkException failed) {
        throw S3Fault.ofItem(connection, failed);
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

  private Map<Trait, String> outFromTheStart(Item item) {
    var out = new LinkedHashMap<Trait, String>();
    for (var trait : Blame.LESSER) {
      var words = neverTaken.get(Never.of(item, trait));
      if (words != null && Blame.has(item, trait)) {
        out.put(trait, words);
      }
    }
    return out;
  }

  private void remember(Never taken, String words) {
    if (Blame.isForGood(words)) {
      neverTaken.put(taken, words);
      connection.foundOut(
          "%s is not sent, for with it the end said: %s".formatted(taken.trait().name(), words));
    }
  }

  /** Whose the objects are that are written; empty where the end does not tell. */
  private String owner() {
    try {
      var owner = connection.client().getBucketAcl(get -> get.bucket(bucket)).owner();
      return owner == null || owner.id() == null ? "" : owner.id();
    } catch (SdkException unsaid) {
      return "";
    }
  }

  private static boolean isAboutTheSignature(S3Exception answer) {
    return S3Fault.code(answer).equals("SignatureDoesNotMatch");
  }

  /** Without a copy: the SDK reads the part where it lies. */
  static RequestBody body(byte[] bytes) {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromByteArrayUnsafe(bytes), bytes.length, ObjectRequest.NO_TYPE);
  }

  private interface Attempt {
    void write(ObjectRequest object, S3Client client);
  }
}
