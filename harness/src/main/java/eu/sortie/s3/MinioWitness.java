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
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import io.minio.GetObjectTagsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.credentials.Credentials;
import io.minio.credentials.Provider;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The second witness: lists through the MinIO client what the AWS SDK wrote, and reads it back by {@link WitnessCalls}.
 *
 * <p>That client and its HTTP library resolve segments {@code .} and {@code ..}, or refuse them, and drop empty ones; those few keys are
 * read by {@link DotKeyReader}, and each reading names its library. Access lists and locks are asked for by {@link HttpAsking}.
 */
final class MinioWitness implements Reader {

  /** As many as there are threads that read, and a few for what is asked besides. */
  private static final int MOST_IDLE = 16;

  private static final Duration IDLE = Duration.ofSeconds(15);

  private final S3Connection connection;
  private final String bucket;
  private final String sourceBucket;
  private final BucketCalls calls;
  private final boolean versions;
  private final MinioClient minio;
  private final WitnessCalls objects;
  private final OkHttpClient http;
  private final DotKeyReader dotKeys;
  private final SideTraits side;
  private volatile boolean tagsImplemented = true;

  MinioWitness(S3Connection connection, String bucket, String sourceBucket, boolean versions) {
    this.sourceBucket = sourceBucket;
    this.versions = versions;
    this.connection = connection;
    this.bucket = bucket;
    this.http = new OkHttpClient.Builder()
        .readTimeout(connection.settings().silence())
        .writeTimeout(connection.settings().silence())
        // An end has one address or a few; racing them costs a thread for each connection, and some
        // ends close each.
        .fastFallback(false)
        .proxy(Wire.proxy(connection.uri(bucket, "", "")))
        .connectionPool(new ConnectionPool(MOST_IDLE, IDLE.toSeconds(), TimeUnit.SECONDS))
        .addNetworkInterceptor(new GuardedInterceptor(connection.line(), connection::bucketInPath))
        .build();
    this.minio = minio();
    this.objects = new WitnessCalls(connection, bucket, http);
    var gets = new SignedGet(connection, bucket);
    this.calls = new JdkBucketCalls(connection, gets);
    var asking = new HttpAsking(gets);
    this.side = new SideTraits(asking, connection::foundOut);
    this.dotKeys = new DotKeyReader(connection, gets, asking, side);
  }

  private MinioClient minio() {
    var settings = connection.settings();
    var endpoint = settings
        .endpoint()
        .map(Object::toString)
        .orElse("https://s3.%s.amazonaws.com".formatted(settings.region()));
    var client = MinioClient.builder()
        .endpoint(endpoint)
        .region(settings.region())
        .credentialsProvider(credentials())
        .httpClient(http)
        .build();
    if (settings.pathStyle()) {
      client.disableVirtualStyleEndpoint();
    } else if (settings.endpoint().isPresent()) {
      // Left alone, it would look in the host's name at AWS only.
      client.enableVirtualStyleEndpoint();
    }
    return client;
  }

  private Provider credentials() {
    var provider = connection.credentials();
    return () -> {
      var found = provider.resolveCredentials();
      var token = found instanceof AwsSessionCredentials session ? session.sessionToken() : null;
      return new Credentials(found.accessKeyId(), found.secretAccessKey(), token, null);
    };
  }

  @Override
  public String library() {
    return "MinIO client " + MinioClient.class.getPackage().getImplementationVersion();
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    seen.accept(new Item(ItemId.of(BucketTraits.BUCKET.name(), sourceBucket), Map.of()));
    if (versions) {
      new VersionListing(calls, "").each(seen);
      return;
    }
    try {
      var all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
      var results = minio.listObjects(all).iterator();
      while (hasMore(results)) {
        seen.accept(listed(results.next().get()));
      }
    } catch (MinioException failed) {
      throw new IOException(words(failed), failed);
    }
  }

  /** Where nobody answers a listing, the client throws what is no exception of its own. */
  private static boolean hasMore(Iterator<?> results) throws IOException {
    try {
      return results.hasNext();
    } catch (IllegalStateException nobody) {
      throw new IOException(nobody.getMessage(), nobody);
    }
  }

  private static Item listed(io.minio.messages.Item object) {
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(SIZE, Value.text(String.valueOf(object.size())));
    traits.put(
        STORAGE_CLASS,
        Value.text(object.storageClass() == null ? "STANDARD" : object.storageClass()));
    traits.put(ETAG, object.etag() == null ? Value.absent() : Value.text(object.etag()));
    traits.put(LAST_MODIFIED, Value.text(String.valueOf(object.lastModified())));
    return new Item(ItemId.of(ObjectTraits.OBJECT.name(), object.objectName()), traits);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    var key = listed.id().key();
    if (listed.id().kind().equals(BucketTraits.BUCKET.name())) {
      return OpenObject.of(BucketItem.read(calls, bucket), listed, calls.library());
    }
    if (Versions.isDeleteMarker(listed)) {
      return new OpenObject(listed, 0, InputStream.nullInputStream(), VersionListing.LIBRARY);
    }
    if (misreadByMinio(key)) {
      return dotKeys.read(listed);
    }
    try {
      var answer = objects.get(ObjectName.of(listed));
      var headers = new ObjectHeaders(answer.headers().toMultimap());
      Map<Trait, Value> traits = headers.traits();
      traits.put(ObjectTraits.TAGS, tags(listed, headers));
      side.complete(listed, headers, traits);
      return new OpenObject(
          new Item(listed.id(), traits),
          Math.max(0, answer.body().contentLength()),
          answer.body().byteStream(),
          WitnessCalls.LIBRARY);
    } catch (S3Exception answer) {
      if (S3Fault.saysNothingOfTheItem(answer)) {
        throw S3Fault.ofItem(connection, answer);
      }
      var words = S3Fault.words(answer);
      throw answer.statusCode() == 404
          ? new ChangedException(words, answer)
          : dotKeys.unreadable(listed, answer.statusCode(), S3Fault.code(answer), words, answer);
    } catch (SdkException failed) {
      throw S3Fault.unreachable(connection, failed);
    }
  }

  private Value tags(Item item, ObjectHeaders headers) {
    if (!tagsImplemented
        || Tags.areNone(headers, connection.settings().endpoint().isEmpty())) {
      return Value.absent();
    }
    try {
      var get = GetObjectTagsArgs.builder().bucket(bucket).object(item.id().key());
      Versions.askedFor(item).ifPresent(get::versionId);
      return Value.entries(minio.getObjectTags(get.build()).get());
    } catch (ErrorResponseException answer) {
      if (answer.response().code() == 501) {
        tagsImplemented = false;
      }
      return Tags.NONE.contains(answer.errorResponse().code())
          ? Value.absent()
          : Value.unknown(words(answer));
    } catch (MinioException failed) {
      return Value.unknown(words(failed));
    }
  }

  /** That client refuses dot segments, and of {@code a//b} it asks for {@code a/b}: another object, or none. */
  private static boolean misreadByMinio(String key) {
    var segments = key.split("/", -1);
    return Stream.of(segments).anyMatch(segment -> segment.equals(".") || segment.equals(".."))
        || Stream.of(segments).limit(segments.length - 1L).anyMatch(String::isEmpty);
  }

  private static String words(MinioException failed) {
    return failed instanceof ErrorResponseException answer
        ? "%d %s %s"
            .formatted(
                answer.response().code(),
                answer.errorResponse().code(),
                answer.errorResponse().message())
        : String.valueOf(failed.getMessage());
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
    dotKeys.close();
  }
}
