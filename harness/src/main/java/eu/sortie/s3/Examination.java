package eu.sortie.s3;

import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Finds out what an S3 end lets us do without changing anything there. */
final class Examination {

  /** An upload that never was: aborting it changes nothing, and the refusal tells the rights. */
  private static final String NO_SUCH_UPLOAD = "c29ydGllLWRvY3Rvci1uby1zdWNoLXVwbG9hZA";

  private final S3Connection connection;
  private final List<Finding> findings = new ArrayList<>();

  Examination(S3Connection connection) {
    this.connection = connection;
  }

  List<Finding> findings() {
    var buckets = reach();
    if (!buckets.isEmpty()) {
      read(buckets.get(0));
      write(buckets.get(0));
    } else if (findings.stream().allMatch(finding -> finding.answer() == Answer.YES)) {
      findings.add(new Finding("read", Answer.UNKNOWN, "there is no bucket to try it on"));
      findings.add(new Finding(
          "write", Answer.UNKNOWN, "there is no bucket to try it on without changing something"));
    }
    return findings;
  }

  private List<String> reach() {
    try {
      var buckets =
          connection.client().listBuckets().buckets().stream().map(Bucket::name).toList();
      findings.add(new Finding(
          "reach",
          Answer.YES,
          connection.settings().address() + ", " + buckets.size() + " buckets seen"));
      clock();
      return buckets;
    } catch (S3Exception answer) {
      var denied = S3Fault.code(answer).equals("AccessDenied");
      findings.add(new Finding(
          "reach",
          denied ? Answer.YES : Answer.NO,
          denied
              ? "it answers, and does not let these credentials list buckets"
              : S3Fault.explain(connection, answer)));
      clock();
      return List.of();
    } catch (SdkException failed) {
      findings.add(new Finding("reach", Answer.NO, S3Fault.explain(connection, failed)));
      return List.of();
    }
  }

  private void clock() {
    connection
        .clock()
        .skew()
        .ifPresent(skew -> findings.add(new Finding(
            "clock",
            connection.clock().tooFarOff() ? Answer.NO : Answer.YES,
            connection.clock().tooFarOff()
                ? S3Fault.skewed(connection)
                : skew.abs().toSeconds() + " s apart")));
  }

  private void read(String bucket) {
    try {
      connection
          .client()
          .listObjectsV2(list -> list.bucket(bucket).maxKeys(1).encodingType(EncodingType.URL));
      findings.add(new Finding("read", Answer.YES, "bucket '%s' can be listed".formatted(bucket)));
    } catch (SdkException failed) {
      findings.add(new Finding("read", Answer.NO, S3Fault.explain(connection, failed)));
    }
  }

  private void write(String bucket) {
    try {
      connection
          .client()
          .abortMultipartUpload(
              abort -> abort.bucket(bucket).key("sortie-doctor").uploadId(NO_SUCH_UPLOAD));
      findings.add(new Finding(
          "write",
          Answer.YES,
          "an abort of an upload that never was is allowed in '%s'".formatted(bucket)));
    } catch (S3Exception answer) {
      findings.add(
          switch (answer.statusCode()) {
            case 404 ->
              new Finding(
                  "write",
                  Answer.YES,
                  "requests that write are let through in bucket '%s'".formatted(bucket));
            case 403 -> new Finding("write", Answer.NO, S3Fault.words(answer));
            default -> new Finding("write", Answer.UNKNOWN, S3Fault.words(answer));
          });
    } catch (SdkException failed) {
      findings.add(new Finding("write", Answer.UNKNOWN, S3Fault.explain(connection, failed)));
    }
  }
}
