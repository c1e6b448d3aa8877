package eu.sortie.s3;

import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.LineException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which region an end is in and where in a request it looks for the bucket, by reading alone (facts P04). */
final class Bearings {

  /** Asks an end for what a query says of a bucket, or for its buckets where none is named. */
  interface Ask {
    Heard get(Tuning tuning, String bucket, String query) throws IOException;
  }

  private static final String FIRST_KEY = "list-type=2&max-keys=1";
  private static final String NO_REGION = "sortie-1";

  private final S3Settings settings;
  private final String bucket;
  private final Ask ask;
  private final List<Finding> findings = new ArrayList<>();
  private Tuning tuning;

  Bearings(S3Settings settings, String bucket, Ask ask) {
    this.settings = settings;
    this.tuning = settings.tuning();
    this.bucket = bucket;
    this.ask = ask;
  }

  /** Tries whatever can be tried. */
  Tuning all() {
    region();
    style();
    return tuning;
  }

  /** Tries what the settings leave to be found. */
  Tuning asked() {
    if (settings.toFind().contains(Tuning.REGION)) {
      region();
    }
    if (settings.toFind().contains(Tuning.PATH_STYLE)) {
      style();
    }
    return tuning;
  }

  List<Finding> findings() {
    return findings;
  }

  private void region() {
    try {
      var heard = buckets(tuning);
      var said = heard.region().filter(region -> !region.equals(tuning.region()));
      if (!heard.isWell() && said.isPresent()) {
        otherRegion("its answer", said.get());
      } else if (heard.isWell()) {
        find("region", Answer.YES, anyRegion());
      } else {
        find("region", Answer.UNKNOWN, heard.words());
      }
      bucketsRegion();
    } catch (IOException | LineException failed) {
      find("region", Answer.UNKNOWN, words(failed));
    }
  }

  private String anyRegion() throws IOException {
    return buckets(tuning.withRegion(NO_REGION)).isWell()
        ? "it takes '%s', and any other".formatted(tuning.region())
        : "it takes '%s', and not any".formatted(tuning.region());
  }

  private void otherRegion(String where, String said) throws IOException {
    var other = tuning.withRegion(said);
    var heard = buckets(other);
    find(
        "region",
        Answer.NO,
        "%s names region '%s' and '%s' is set; %s"
            .formatted(
                where,
                said,
                tuning.region(),
                heard.isWell()
                    ? "it takes the one it names: set region: " + said
                    : "it does not take the one it names either: " + heard.words()));
    if (heard.isWell()) {
      tuning = other;
    }
  }

  /** A bucket may be elsewhere than the end that was asked. */
  private void bucketsRegion() throws IOException {
    var said = ask.get(tuning, bucket, FIRST_KEY)
        .region()
        .filter(region -> !region.equals(tuning.region()));
    if (said.isPresent()) {
      otherRegion("bucket '%s'".formatted(bucket), said.get());
    }
  }

  private Heard buckets(Tuning so) throws IOException {
    return ask.get(so, "", "");
  }

  private void style() {
    var path = looked(true);
    var host = S3Settings.isByNumber(settings.endpoint())
        ? new Look(Answer.NO, "the endpoint is a number, and no bucket can stand in front of one")
        : looked(false);
    find("path", path.answer(), path.words());
    find("host", host.answer(), host.words());
    var set = tuning.pathStyle() ? path : host;
    var other = tuning.pathStyle() ? host : path;
    if (set.answer() != Answer.YES && other.answer() == Answer.YES) {
      tuning = tuning.withPathStyle(!tuning.pathStyle());
    }
  }

  private record Look(Answer answer, String words) {}

  private Look looked(boolean pathStyle) {
    try {
      return look(
          ask.get(tuning.withPathStyle(pathStyle), bucket, FIRST_KEY),
          pathStyle ? "in the path" : "in the host name");
    } catch (UnknownHostException unknown) {
      return new Look(Answer.NO, "there is no host of the name " + unknown.getMessage());
    } catch (IOException | LineException failed) {
      return new Look(Answer.UNKNOWN, words(failed));
    }
  }

  private Look look(Heard heard, String where) {
    if (heard.isWell() && heard.root().equals("ListBucketResult")) {
      return new Look(Answer.YES, "bucket '%s' is found %s".formatted(bucket, where));
    }
    if (heard.isWell()) {
      return new Look(
          Answer.NO,
          "asked for a bucket %s, it answers with a '%s': it does not look there"
              .formatted(where, heard.root()));
    }
    if (heard.text().contains("<Code>NoSuchBucket</Code>")) {
      return new Look(
          Answer.YES,
          "it looks for bucket '%s' %s, and says there is none".formatted(bucket, where));
    }
    return new Look(heard.status() == 403 ? Answer.UNKNOWN : Answer.NO, heard.words());
  }

  private void find(String what, Answer answer, String detail) {
    findings.add(new Finding(what, answer, detail));
  }

  private static String words(Exception failed) {
    return Optional.ofNullable(failed.getMessage()).orElse(failed.toString());
  }
}
