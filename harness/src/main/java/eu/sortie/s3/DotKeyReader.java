package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Reads what neither the MinIO client nor OkHttp ask for as it is: keys with an empty segment, or with one that is {@code .} or {@code ..}.
 *
 * <p>The JDK's HTTP client sends a path as it is written; the signature is the SDK's signer alone, without the client that wrote.
 */
final class DotKeyReader implements AutoCloseable {

  static final String LIBRARY =
      "java.net.http " + Runtime.version().feature() + " (keys with dot or empty segments)";

  private final S3Connection connection;
  private final Tags tags;
  private final SignedGet gets;
  private final SideTraits side;

  DotKeyReader(S3Connection connection, String bucket) {
    this(connection, new SignedGet(connection, bucket));
  }

  private DotKeyReader(S3Connection connection, SignedGet gets) {
    this(
        connection,
        gets,
        new HttpAsking(gets),
        new SideTraits(new HttpAsking(gets), connection::foundOut));
  }

  DotKeyReader(S3Connection connection, SignedGet gets, Asking asking, SideTraits side) {
    this.connection = connection;
    this.tags = new Tags(connection, asking);
    this.gets = gets;
    this.side = side;
  }

  Reading read(Item listed) throws IOException {
    var object = ObjectName.of(listed);
    var answer = gets.send(
        SdkHttpMethod.GET, object.key(), SignedGet.query(object, ""), ObjectHeaders.WITH_CHECKSUMS);
    if (answer.statusCode() != 200) {
      try (var body = answer.body()) {
        throw refused(listed, SignedGet.refusal(answer.statusCode(), body));
      }
    }
    var headers = SignedGet.headers(answer);
    var bytes = new CountingStream(
        new WatchedStream(answer.body(), connection.settings().silence()),
        count -> connection.line().meter().received("GetObject", count));
    return new OpenObject(
        seen(listed, headers),
        answer.headers().firstValueAsLong("content-length").orElse(0),
        bytes,
        LIBRARY);
  }

  private Item seen(Item listed, ObjectHeaders headers) {
    Map<Trait, Value> traits = headers.traits();
    traits.put(ObjectTraits.TAGS, tags.of(listed, headers));
    side.complete(listed, headers, traits);
    return new Item(listed.id(), traits);
  }

  private IOException refused(Item listed, AnswerException answer) throws IOException {
    var words = String.valueOf(answer.getMessage());
    return answer.status() == 404
        ? new ChangedException(words, answer)
        : unreadable(listed, answer.status(), answer.code(), words, answer);
  }

  /** A refusal with all that can be seen of the object without its bytes. */
  RefusedException unreadable(Item listed, int status, String code, String words, Exception cause)
      throws IOException {
    if (Unreadable.isArchived(code)) {
      return Unreadable.archived(listed.with(withoutBytes(listed).traits()), words, cause);
    }
    return Unreadable.needsItsKey(status, words)
        ? Unreadable.keyed(listed, words, cause)
        : new RefusedException(words, cause);
  }

  private Item withoutBytes(Item listed) throws IOException {
    var object = ObjectName.of(listed);
    var answer = gets.send(
        SdkHttpMethod.HEAD,
        object.key(),
        SignedGet.query(object, ""),
        ObjectHeaders.WITH_CHECKSUMS);
    try (var none = answer.body()) {
      none.transferTo(OutputStream.nullOutputStream());
    }
    return answer.statusCode() == 200 ? seen(listed, SignedGet.headers(answer)) : listed;
  }

  @Override
  public void close() {
    // The JDK's client of this baseline has nothing to close; its threads end with it.
  }
}
