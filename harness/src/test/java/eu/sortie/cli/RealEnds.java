package eu.sortie.cli;

import eu.sortie.embedded.EmbeddedSurroundings;
import eu.sortie.scenario.End;
import eu.sortie.spi.Surroundings.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Two servers for all tests of this JVM, started when the first asks: S3Mock as {@code aws}, S3Proxy as {@code europe}.
 *
 * <p>They are processes of their own, so a test describes them in a file and has to bring credentials, as at any real end.
 */
public final class RealEnds {

  /** What every test may take for granted at the source: five items in the bucket {@code tiny}, none in {@code empty}. */
  public static final List<String> TINY = List.of("a.txt", "b.txt", "c.txt", "d.txt", "e/é.txt");

  private static final class Holder {
    static final Running RUNNING = start();
  }

  private RealEnds() {}

  private static Running start() {
    try {
      var folder = Files.createDirectories(Path.of("target", "real-ends").toAbsolutePath());
      var running = new EmbeddedSurroundings().start(folder, nothingToRemember -> {});
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      fill(running.environment().end("aws"));
      return running;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void fill(End source) {
    try (var client = client(source)) {
      client.createBucket(bucket -> bucket.bucket("tiny"));
      client.createBucket(bucket -> bucket.bucket("empty"));
      for (var key : TINY) {
        client.putObject(
            put -> put.bucket("tiny").key(key).contentType("text/plain"),
            RequestBody.fromString("what is in " + key));
      }
    }
  }

  static End source() {
    return named("aws");
  }

  static End destination() {
    return named("europe");
  }

  static End named(String end) {
    return Holder.RUNNING.environment().end(end);
  }

  static String endpoint(End end) {
    return setting(end, "endpoint");
  }

  static int port(End end) {
    return URI.create(endpoint(end)).getPort();
  }

  private static String setting(End end, String key) {
    return end.settings().get(key).value();
  }

  /** The variables {@link #file} refers to. */
  static Map<String, String> variables() {
    return Map.of(
        "SRC_KEY", setting(source(), "access-key"),
        "SRC_SECRET", setting(source(), "secret-key"),
        "DST_KEY", setting(destination(), "access-key"),
        "DST_SECRET", setting(destination(), "secret-key"));
  }

  /** Describes both ends in a file of the folder. */
  static Path file(Path folder) {
    return file(folder, Map.of(), Map.of());
  }

  /** Describes both ends in a file of the folder, one of them behind a line. */
  static Path file(Path folder, String end, HoldingLine line) {
    var through = Map.of("endpoint", line.endpoint());
    return end.equals("aws") ? file(folder, through, Map.of()) : file(folder, Map.of(), through);
  }

  /** Describes both ends in a file of the folder, with some settings of the source and of the destination said otherwise. */
  static Path file(Path folder, Map<String, String> source, Map<String, String> destination) {
    return write(folder.resolve("ends.yaml"), """
        environment: two servers
        ends:
          aws:
            live: false
            s3: %s
          europe:
            live: false
            s3: %s
        """.formatted(
            settings(source(), "env:SRC_KEY", "env:SRC_SECRET", source),
            settings(destination(), "env:DST_KEY", "env:DST_SECRET", destination)));
  }

  /** The same with secrets in files, for whoever cannot set variables. */
  public static Path fileWithSecretsBeside(Path folder) {
    variables().forEach((name, value) -> write(folder.resolve(name), value));
    return file(
        folder,
        Map.of("access-key", "file:SRC_KEY", "secret-key", "file:SRC_SECRET"),
        Map.of("access-key", "file:DST_KEY", "secret-key", "file:DST_SECRET"));
  }

  private static String settings(
      End end, String accessKey, String secretKey, Map<String, String> instead) {
    var settings = new TreeMap<>(Map.of(
        "endpoint",
        endpoint(end),
        "region",
        setting(end, "region"),
        "path-style",
        "true",
        "access-key",
        accessKey,
        "secret-key",
        secretKey));
    settings.putAll(instead);
    return settings.toString().replace("=", ": ");
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static S3Client client(End end) {
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint(end)))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .credentialsProvider(StaticCredentialsProvider.create(
            AwsBasicCredentials.create(setting(end, "access-key"), setting(end, "secret-key"))))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** The buckets there are at an end. */
  static List<String> buckets(End end) {
    try (var client = client(end)) {
      return client.listBuckets().buckets().stream().map(Bucket::name).toList();
    }
  }

  /** Removes what a test left on purpose. */
  static void removeBuckets(End end, String prefix) {
    try (var client = client(end)) {
      for (var bucket : buckets(end)) {
        if (bucket.startsWith(prefix)) {
          client
              .listObjectsV2(list -> list.bucket(bucket))
              .contents()
              .forEach(
                  object -> client.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
          client.deleteBucket(delete -> delete.bucket(bucket));
        }
      }
    } catch (S3Exception goneAlready) {
      // Another test was faster.
    }
  }
}
