package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.spi.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Finds out by writing which checksums, signatures and deletes an end takes, in a bucket of its own that it removes again.
 *
 * <p>Each way is tried by the very client that a drill would use with those settings. A yes of the end is not believed: what was
 * written is read back, what was deleted is looked for (facts P01 to P03).
 */
final class WriteTrial {

  /** More than one chunk, where a client sends chunks. */
  private static final int BODY_BYTES = 150_000;

  private static final Map<Tuning.Checksums, String> CALLED = Map.of(
      Tuning.Checksums.WHEN_REQUIRED, "plain",
      Tuning.Checksums.CONTENT_MD5, "md5",
      Tuning.Checksums.CRC32_HEADER, "header",
      Tuning.Checksums.CRC32_TRAILER, "trailer");

  private final End end;
  private final Line line;
  private final S3Settings settings;
  private final Tuning base;
  private final Trial trial;
  private final String bucket;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> written = new LinkedHashSet<>();
  private final Map<Tuning.Checksums, Integer> worth = new EnumMap<>(Tuning.Checksums.class);
  private final Set<Tuning.Checksums> takenPages = new LinkedHashSet<>();

  WriteTrial(End end, Line line, S3Settings settings, Tuning base, Trial trial) {
    this.end = end;
    this.line = line;
    this.settings = settings;
    this.base = base;
    this.trial = trial;
    this.bucket = "sortie-doctor-" + trial.id();
  }

  List<Finding> findings() {
    return findings;
  }

  /** Tries everything and removes it again; empty where the end takes no object whichever way. */
  Optional<Tuning> run() {
    try (var connection = connection(base)) {
      if (!created(connection, bucket, false)) {
        return Optional.of(base);
      }
      try {
        puts();
        pages();
        locks(connection);
      } finally {
        clear(connection);
      }
    }
    return chosen();
  }

  private S3Connection connection(Tuning tuning) {
    return new S3Connection(end, line, settings.with(tuning));
  }

  private boolean created(S3Connection connection, String name, boolean locked) {
    trial.created().accept(new Created(end.name(), "bucket " + name, settings.wayOut(name)));
    try {
      connection
          .client()
          .createBucket(
              create -> create.bucket(name).objectLockEnabledForBucket(locked ? true : null));
      return true;
    } catch (SdkException failed) {
      find(
          locked ? "lock" : "bucket",
          Answer.UNKNOWN,
          "bucket '%s' could not be created to try on: %s"
              .formatted(name, S3Fault.explain(connection, failed)));
      return false;
    }
  }

  private void puts() {
    for (var checksums : Tuning.Checksums.values()) {
      var taken = put(
          CALLED.getOrDefault(checksums, ""),
          base.with(checksums),
          switch (checksums) {
            case WHEN_REQUIRED -> "an object without any checksum";
            case CONTENT_MD5 -> "an object with a Content-MD5";
            case CRC32_HEADER -> "an object with a CRC32 in a header";
            case CRC32_TRAILER -> "an object with a CRC32 behind it";
          });
      worth.put(checksums, taken ? 4 : 0);
    }
    if (isHttps()) {
      put("signed", base.with(Tuning.Payload.ALWAYS), "an object that the signature covers");
      find("unsigned", Answer.UNKNOWN, "over https the first object above went unsigned");
    } else {
      find(
          "unsigned",
          Answer.UNKNOWN,
          "not tried: over http a client of S3 always signs what it sends");
    }
  }

  private boolean isHttps() {
    return settings
        .endpoint()
        .map(endpoint -> "https".equals(endpoint.getScheme()))
        .orElse(true);
  }

  private boolean put(String key, Tuning tuning, String what) {
    var body = body(key);
    try (var connection = connection(tuning)) {
      connection
          .client()
          .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(body));
      written.add(key);
      var stored = connection
          .client()
          .getObjectAsBytes(get -> get.bucket(bucket).key(key))
          .asByteArrayUnsafe();
      var same = Arrays.equals(body, stored);
      find(
          key,
          same ? Answer.YES : Answer.NO,
          same
              ? what + " is taken"
              : "%s is taken and stored as %d other bytes, %d were sent"
                  .formatted(what, stored.length, body.length));
      return same;
    } catch (SdkException failed) {
      find(key, Answer.NO, "%s is refused: %s".formatted(what, words(failed)));
      return false;
    }
  }

  private static byte[] body(String key) {
    var body = new byte[BODY_BYTES];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (i * 31 + key.hashCode());
    }
    return body;
  }

  private void pages() {
    page("page", Tuning.Checksums.WHEN_REQUIRED, "a page of deletes with a CRC32");
    page("page-md5", Tuning.Checksums.CONTENT_MD5, "a page of deletes with a Content-MD5");
    // What asks for a CRC sends one with a page as well.
    if (takenPages.contains(Tuning.Checksums.WHEN_REQUIRED)) {
      takenPages.add(Tuning.Checksums.CRC32_HEADER);
      takenPages.add(Tuning.Checksums.CRC32_TRAILER);
    }
    takenPages.forEach(checksums -> worth.merge(checksums, 2, Integer::sum));
  }

  private void page(String called, Tuning.Checksums checksums, String what) {
    var keys = List.of(called + "-1", called + "-2");
    try (var plain = connection(best());
        var connection = connection(base.with(checksums))) {
      for (var key : keys) {
        plain
            .client()
            .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(body(key)));
        written.add(key);
      }
      var answer = connection
          .client()
          .deleteObjects(delete -> delete
              .bucket(bucket)
              .delete(some -> some.objects(keys.stream()
                      .map(key -> ObjectIdentifier.builder().key(key).build())
                      .toList())
                  .quiet(true)));
      var left = left(plain, keys);
      var gone = answer.errors().isEmpty() && left.isEmpty();
      find(
          called,
          gone ? Answer.YES : Answer.NO,
          gone
              ? what + " is taken"
              : "%s is taken, and %s is there afterwards".formatted(what, left));
      if (gone) {
        takenPages.add(checksums);
        written.removeAll(keys);
      }
    } catch (SdkException failed) {
      find(called, Answer.NO, "%s is refused: %s".formatted(what, words(failed)));
    }
  }

  private List<String> left(S3Connection connection, List<String> keys) {
    return connection.client().listObjectsV2(list -> list.bucket(bucket)).contents().stream()
        .map(object -> object.key())
        .filter(keys::contains)
        .toList();
  }

  private void locks(S3Connection connection) {
    var name = bucket + "-lock";
    if (!created(connection, name, true)) {
      return;
    }
    lock(name, "lock", Tuning.Checksums.WHEN_REQUIRED, "a lock configuration with a CRC32");
    lock(name, "lock-md5", Tuning.Checksums.CONTENT_MD5, "a lock configuration with a Content-MD5");
    clear(connection, name);
  }

  private void lock(String name, String called, Tuning.Checksums checksums, String what) {
    try (var connection = connection(base.with(checksums))) {
      connection
          .client()
          .putObjectLockConfiguration(put -> put.bucket(name)
              .objectLockConfiguration(lock -> lock.objectLockEnabled(ObjectLockEnabled.ENABLED)));
      find(called, Answer.YES, what + " is taken");
      worth.merge(checksums, 1, Integer::sum);
    } catch (SdkException failed) {
      find(called, Answer.NO, "%s is refused: %s".formatted(what, words(failed)));
    }
  }

  private void clear(S3Connection connection) {
    try {
      for (var key : written) {
        connection.client().deleteObject(delete -> delete.bucket(bucket).key(key));
      }
    } catch (SdkException failed) {
      // The bucket says below that it is not empty.
      find("delete", Answer.NO, words(failed));
    }
    clear(connection, bucket);
  }

  private void clear(S3Connection connection, String name) {
    try {
      connection.client().deleteBucket(delete -> delete.bucket(name));
    } catch (SdkException failed) {
      find(
          "left",
          Answer.NO,
          "bucket '%s' is left behind: %s; remove it with: %s"
              .formatted(name, words(failed), settings.wayOut(name)));
    }
  }

  /** The most that works, and of two that do as much the one that is set, then the plainer one. */
  private Tuning best() {
    var best = base.checksums();
    for (var checksums : Tuning.Checksums.values()) {
      if (worth(checksums) > worth(best)) {
        best = checksums;
      }
    }
    return base.with(best);
  }

  private int worth(Tuning.Checksums checksums) {
    return worth.getOrDefault(checksums, 0);
  }

  private Optional<Tuning> chosen() {
    var best = best();
    if (worth(best.checksums()) < 4) {
      return Optional.empty();
    }
    return Optional.of(
        takenPages.contains(best.checksums()) ? best : best.with(Tuning.Deletes.ONE_BY_ONE));
  }

  private void find(String what, Answer answer, String detail) {
    findings.add(new Finding(what, answer, detail));
  }

  private String words(SdkException failed) {
    return failed instanceof S3Exception answer
        ? S3Fault.words(answer)
        : Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
            .reduce(failed, (outer, inner) -> inner)
            .toString();
  }
}
