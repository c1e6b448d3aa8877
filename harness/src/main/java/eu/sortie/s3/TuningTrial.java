package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import eu.sortie.spi.Trial;
import eu.sortie.spi.Tuned;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds out by trying how the clients of an S3 end have to be set: by reading, and where it may by writing. */
final class TuningTrial {

  /** Asked for where no bucket is known: an end that says there is none has looked in the right place. */
  private static final String NO_BUCKET = "sortie-doctor-no-such-bucket";

  private final End end;
  private final Line line;
  private final S3Settings settings;

  TuningTrial(End end, Line line) {
    this.end = end;
    this.line = line;
    this.settings = S3Settings.of(end);
  }

  Tuned run(Optional<Trial> trial) {
    var bearings = new Bearings(settings, bucket(), S3Connection.asking(end, line, settings));
    var tuning = bearings.all();
    var findings = new ArrayList<>(bearings.findings());
    if (trial.isEmpty()) {
      findings.add(new Finding(
          "writes",
          Answer.UNKNOWN,
          "not tried, for they change something: checksums, signed bodies, page deletes, locks; --try-writes %s tries them in a bucket of its own and removes it"
              .formatted(end.name())));
      return new Tuned(findings, tuning.settings());
    }
    var writes = new WriteTrial(end, line, settings, tuning, trial.get());
    var chosen = writes.run();
    findings.addAll(writes.findings());
    return new Tuned(findings, chosen.map(Tuning::settings).orElseGet(TreeMap::new));
  }

  private String bucket() {
    try (var connection = new S3Connection(end, line, settings)) {
      return connection.client().listBuckets().buckets().stream()
          .findFirst()
          .map(bucket -> bucket.name())
          .orElse(NO_BUCKET);
    } catch (SdkException | LineException unseen) {
      return NO_BUCKET;
    }
  }
}
