package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls;
import eu.sortie.s3.bucket.BucketItem;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Manners;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket that is left, through the AWS SDK: one GET an object, one more where it has tags, and what
 * {@link SideTraits} has to ask. */
final class S3Source implements Source {

  private final S3Connection connection;
  private final ObjectSelection selection;
  private final ObjectCalls calls;
  private final Tags tags;
  private final SideTraits side;

  S3Source(S3Connection connection, ObjectSelection selection) {
    this.connection = connection;
    this.selection = selection;
    var asking = new SdkAsking(connection, selection.bucket());
    this.calls = new ObjectCalls(connection, selection.bucket());
    this.tags = new Tags(connection, asking);
    this.side = new SideTraits(asking, connection::foundOut);
  }

  @Override
  public String library() {
    return S3Connection.LIBRARY;
  }

  @Override
  public Manners manners() {
    return connection.manners();
  }

  @Override
  public void preflight() {
    var doing = "bucket '%s' cannot be read".formatted(selection.bucket());
    try {
      connection
          .client()
          .listObjectsV2(
              list -> list.bucket(selection.bucket()).maxKeys(1).encodingType(EncodingType.URL));
    } catch (NoSuchBucketException missing) {
      throw new Misuse(
          "end '%s' (%s): there is no bucket '%s'; check the name in the scenario's export"
              .formatted(
                  connection.end().name(), connection.settings().address(), selection.bucket()),
          missing);
    } catch (SdkException failed) {
      throw S3Fault.misuse(connection, doing, failed);
    }
    if (connection.clock().tooFarOff()) {
      throw new Misuse("end '%s' (%s): %s: %s"
          .formatted(
              connection.end().name(),
              connection.settings().address(),
              doing,
              S3Fault.skewed(connection)));
    }
  }

  @Override
  public List<String> notCovered() {
    return List.of(
        "The source is looked at before the first item leaves and after the last: what is changed in between and changed back is not noticed.",
        OneReader.WORDS);
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    seen.accept(new Item(ItemId.of(BucketTraits.BUCKET.name(), selection.bucket()), Map.of()));
    if (Versioning.isSet(connection, selection.bucket())) {
      new VersionListing(calls(), selection.under()).each(seen);
      return;
    }
    try {
      new ObjectListing(connection, selection).each(object -> seen.accept(listed(object)));
    } catch (SdkException failed) {
      throw S3Fault.unreachable(connection, failed);
    }
  }

  private BucketCalls calls() {
    return new SdkBucketCalls(connection, selection.bucket());
  }

  private static Item listed(S3Object object) {
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(
        SIZE, object.size() == null ? Value.absent() : Value.text(String.valueOf(object.size())));
    traits.put(
        STORAGE_CLASS,
        Value.text(
            object.storageClassAsString() == null ? "STANDARD" : object.storageClassAsString()));
    traits.put(ETAG, object.eTag() == null ? Value.absent() : Value.text(object.eTag()));
    traits.put(
        LAST_MODIFIED,
        object.lastModified() == null
            ? Value.absent()
            : Value.text(object.lastModified().toString()));
    return new Item(ItemId.of(ObjectTraits.OBJECT.name(), object.key()), traits);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    if (listed.id().kind().equals(BucketTraits.BUCKET.name())) {
      return OpenObject.of(BucketItem.read(calls(), selection.bucket()), listed, library());
    }
    if (Versions.isDeleteMarker(listed)) {
      // All there is to it stands in the listing.
      return new OpenObject(listed, 0, InputStream.nullInputStream(), library());
    }
    var asked = new TreeMap<String, String>(ObjectHeaders.WITH_CHECKSUMS);
    // A version does not change but for the null one; and MinIO lists another ETag than it compares
    // with where it encrypts.
    var mayChange = Versions.idOf(listed).filter(id -> !id.equals("null")).isEmpty();
    if (mayChange && listed.value(ETAG) instanceof Value.Text etag) {
      asked.put("If-Match", etag.text());
    }
    try {
      var answer = calls.get(ObjectName.of(listed), asked);
      return new OpenObject(
          seen(listed, answer.headers()), answer.length(), answer.bytes(), library());
    } catch (S3Exception answer) {
      throw refused(listed, answer);
    } catch (SdkException failed) {
      throw S3Fault.ofItem(connection, failed);
    }
  }

  private Item seen(Item listed, ObjectHeaders headers) {
    Map<Trait, Value> traits = headers.traits();
    traits.put(ObjectTraits.TAGS, tags.of(listed, headers));
    side.complete(listed, headers, traits);
    return new Item(listed.id(), traits);
  }

  private IOException refused(Item listed, S3Exception answer) {
    var refused = S3Fault.ofItem(connection, answer);
    var words = S3Fault.words(answer);
    if (Unreadable.isArchived(S3Fault.code(answer))) {
      return Unreadable.archived(listed.with(withoutBytes(listed).traits()), words, refused);
    }
    return Unreadable.needsItsKey(answer.statusCode(), words)
        ? Unreadable.keyed(listed, words, refused)
        : refused;
  }

  /** What a HEAD shows of an object whose bytes are out of reach. */
  private Item withoutBytes(Item listed) {
    var head = HeadObjectRequest.builder()
        .bucket(selection.bucket())
        .key(listed.id().key())
        .overrideConfiguration(
            override -> ObjectHeaders.WITH_CHECKSUMS.forEach(override::putHeader));
    Versions.idOf(listed).ifPresent(head::versionId);
    try {
      var answer = connection.client().headObject(head.build());
      return seen(listed, new ObjectHeaders(answer.sdkHttpResponse().headers()));
    } catch (SdkException unseen) {
      return listed;
    }
  }

  @Override
  public void close() {
    connection.line().cut();
    connection.close();
  }
}
