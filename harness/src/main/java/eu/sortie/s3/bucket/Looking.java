package eu.sortie.s3.bucket;

import eu.sortie.s3.bucket.BucketCalls.Answer;
import eu.sortie.s3.bucket.BucketCalls.Request;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks an end for a configuration, and tells none, not known there and not allowed apart. */
final class Looking {

  /** Codes by which an end says that it does not know the configuration at all; the last two are those of AWS itself, by region. */
  private static final Set<String> NOT_IMPLEMENTED = Set.of(
      "NotImplemented",
      "MethodNotAllowed",
      "XNotImplemented",
      "UnsupportedOperation",
      "UnsupportedArgument");

  private static final Set<String> NO_BUCKET = Set.of("NoSuchBucket");

  private final BucketCalls calls;

  Looking(BucketCalls calls) {
    this.calls = calls;
  }

  /**
   * Asks for one configuration.
   *
   * @throws RefusedException where there is no such bucket
   */
  Look at(Configuration configuration) throws IOException {
    var documents = new ArrayList<String>();
    var tokens = new LinkedHashSet<String>();
    var query = new TreeMap<>(Map.of(configuration.query(), ""));
    while (true) {
      var answer = calls.call(Request.get(query));
      if (!answer.isFine()) {
        return refusal(configuration, answer);
      }
      if (answer.body().isBlank()) {
        return new Look.None();
      }
      documents.add(answer.body());
      if (configuration.isJson()) {
        return json(answer);
      }
      XmlElement page;
      try {
        page = XmlElement.parse(answer.body());
      } catch (UnreadableException broken) {
        return new Look.Unknown(String.valueOf(broken.getMessage()));
      }
      if (!configuration.begins(page.name())) {
        return another(page.name());
      }
      if (!configuration.listed() || !page.says("IsTruncated", "true")) {
        return new Look.Has(documents);
      }
      var token = page.textOf("NextContinuationToken");
      if (token.isEmpty() || !tokens.add(token)) {
        return new Look.Unknown("the list goes on, and does not say where");
      }
      query.put("continuation-token", token);
    }
  }

  private static Look json(Answer answer) {
    if (answer.body().stripLeading().startsWith("<")) {
      try {
        return another(XmlElement.parse(answer.body()).name());
      } catch (UnreadableException broken) {
        return new Look.Unknown(String.valueOf(broken.getMessage()));
      }
    }
    return new Look.Has(List.of(answer.body()));
  }

  /** A server that does not know a subresource overlooks it, and lists the bucket. */
  private static Look another(String root) {
    return new Look.NotImplemented("answered with a document %s".formatted(root));
  }

  /** S3Mock 5.2.0 has no code of its own for a bucket that cannot lock. */
  private static boolean isWordy(Refusal refusal) {
    return refusal.code().equals("InvalidRequest")
        && refusal.words().contains("Bucket is missing Object Lock Configuration");
  }

  private static Look refusal(Configuration configuration, Answer answer) throws IOException {
    var refusal = Refusal.of(answer);
    if (NO_BUCKET.contains(refusal.code())) {
      throw new RefusedException(refusal.words(), new IOException(refusal.words()));
    }
    if (configuration.none().contains(refusal.code()) || isWordy(refusal)) {
      return new Look.None();
    }
    return answer.status() == 501
            || answer.status() == 405
            || NOT_IMPLEMENTED.contains(refusal.code())
        ? new Look.NotImplemented(refusal.words())
        : new Look.Unknown(refusal.words());
  }
}
