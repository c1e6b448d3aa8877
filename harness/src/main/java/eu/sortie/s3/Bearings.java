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

  /** Many an end lists its buckets for any region and refuses the bucket itself, so both are asked. */
  private void region() {
    try {
      var all = buckets(tuning);
      var one = ask.get(tuning, bucket, FIRST_KEY);
      var takesSet = isTaken(all) && isTaken(one);
      var other = all.region().or(one::region).filter(said -> !said.equals(tuning.region()));
      if (other.isPresent()) {
        named(other.get(), takesSet);
      } else if (takesSet) {
        find("region", Answer.YES, takesAny());
      } else {
        find("region", Answer.UNKNOWN, (isTaken(all) ? one : all).words());
      }
    } catch (IOException | LineException failed) {
      find("region", Answer.UNKNOWN, words(failed));
    }
  }

  private String takesAny() throws IOException {
    return isTaken(ask.get(tuning.withRegion(NO_REGION), bucket, FIRST_KEY))
        ? "it takes '%s', and any other".formatted(tuning.region())
        : "it takes '%s', and not any".formatted(tuning.region());
  }

  private void named(String region, boolean takesSet) throws IOException {
    var set = tuning.region();
    var heard = ask.get(tuning.withRegion(region), bucket, FIRST_KEY);
    if (!isTaken(heard)) {
      find(
          "region",
          takesSet ? Answer.YES : Answer.NO,
          "it names region '%s' and '%s' is set; it does not take the one it names%s: %s"
              .formatted(
                  region, set, takesSet ? ", and the one that is set" : " either", heard.words()));
      return;
    }
    tuning = tuning.withRegion(region);
    find(
        "region",
        takesSet ? Answer.YES : Answer.NO,
        takesSet
            ? "it names region '%s', and takes '%s' as well".formatted(region, set)
            : "it names region '%s' and '%s' is set; it takes the one it names: set region: %s"
                .formatted(region, set, region));
  }

  /** Whether the signature was good, whatever else is not. */
  private static boolean isTaken(Heard heard) {
    return heard.isWell()
        || heard.text().contains("<Code>NoSuchBucket</Code>")
        || heard.text().contains("<Code>AccessDenied</Code>");
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
