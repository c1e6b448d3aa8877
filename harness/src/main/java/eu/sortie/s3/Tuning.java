package eu.sortie.s3;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the clients of an S3 end are set, so that it understands them (facts P01 to P04).
 *
 * @param pathStyle whether the bucket stands in the path and not in the host name
 * @param region that signatures are made for
 * @param checksums that go along with a body
 * @param payload whether the signature covers a body
 * @param deletes how many objects one request removes
 */
record Tuning(
    boolean pathStyle, String region, Checksums checksums, Payload payload, Deletes deletes) {

  static final String REGION = "region";
  static final String PATH_STYLE = "path-style";
  static final String CHECKSUMS = "checksums";
  static final String PAYLOAD_SIGNING = "payload-signing";
  static final String DELETES = "deletes";

  /** What every S3 server that does not care about regions takes. */
  static final String USUAL_REGION = "us-east-1";

  /** Which checksums go along with a body. */
  enum Checksums {
    /** A CRC32 where S3 asks for a checksum, and none elsewhere. */
    WHEN_REQUIRED,
    /** A Content-MD5 wherever a body goes; where S3 asks for a checksum, the SDK leaves its CRC32 beside it. */
    CONTENT_MD5,
    /** A CRC32 in a header wherever a body goes. */
    CRC32_HEADER,
    /** A CRC32 behind the body, as clients do when they are left alone (facts P01). */
    CRC32_TRAILER;

    /** Whether a body goes with a CRC32 even where S3 asks for none. */
    boolean always() {
      return this == CRC32_HEADER || this == CRC32_TRAILER;
    }

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** Whether the signature covers a body. */
  enum Payload {
    /** It does not for whole objects, of which every byte is read back; over http it does for all else. */
    AUTO,
    /** It always does. */
    ALWAYS;

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** How many objects one request removes. */
  enum Deletes {
    /** Up to a thousand, and one by one where the end does not take that. */
    BY_PAGE,
    ONE_BY_ONE;

    @Override
    public String toString() {
      return word(this);
    }
  }

  /** Whether a body goes as it is, without a checksum and without being signed. */
  boolean isPlain() {
    return checksums == Checksums.WHEN_REQUIRED && payload == Payload.AUTO;
  }

  Tuning withPathStyle(boolean other) {
    return new Tuning(other, region, checksums, payload, deletes);
  }

  Tuning withRegion(String other) {
    return new Tuning(pathStyle, other, checksums, payload, deletes);
  }

  Tuning with(Checksums other) {
    return new Tuning(pathStyle, region, other, payload, deletes);
  }

  Tuning with(Payload other) {
    return new Tuning(pathStyle, region, checksums, other, deletes);
  }

  Tuning with(Deletes other) {
    return new Tuning(pathStyle, region, checksums, payload, other);
  }

  /** For people to read, a few words each. */
  List<String> words() {
    return List.of(
        pathStyle ? "bucket in the path" : "bucket in the host name",
        "region " + region,
        "checksums " + said(checksums),
        payload == Payload.ALWAYS ? "payload always signed" : "payload of parts signed over http",
        "deletes " + said(deletes));
  }

  /** By the keys of an environment file. */
  SortedMap<String, String> settings() {
    var settings = new TreeMap<String, String>();
    settings.put(PATH_STYLE, String.valueOf(pathStyle));
    settings.put(REGION, region);
    settings.put(CHECKSUMS, checksums.toString());
    settings.put(PAYLOAD_SIGNING, payload.toString());
    settings.put(DELETES, deletes.toString());
    return settings;
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String said(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
