package eu.sortie.s3.bucket;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls one bucket of an S3 end, and hands over its answers as they are. */
public interface BucketCalls {

  /** Which client library calls. */
  String library();

  /** Which region is called. */
  String region();

  /**
   * Sends a request and waits for the whole answer, whatever its status.
   *
   * @throws IOException where the end could not be asked
   */
  Answer call(Request request) throws IOException;

  /**
   * What is asked of the bucket.
   *
   * @param method of HTTP
   * @param query parameters as they are, not escaped; one with an empty value is sent as its name alone
   * @param headers besides those that sign
   * @param body may be empty
   */
  record Request(
      String method, SortedMap<String, String> query, Map<String, String> headers, String body) {

    public Request {
      query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
      headers = Map.copyOf(headers);
    }

    /** Asks for a configuration, or for a page of a list of them. */
    public static Request get(Map<String, String> query) {
      return new Request("GET", new TreeMap<>(query), Map.of(), "");
    }
  }

  /**
   * What the bucket answered.
   *
   * @param status of HTTP
   * @param body as text
   */
  record Answer(int status, String body) {

    public boolean isFine() {
      return status >= 200 && status < 300;
    }
  }
}
