package eu.sortie.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What chance decides of an object: its bytes, its header, its tags, its checksum; who may read it, and what locks it.
 *
 * <p>Access lists and encryption are tried where objects leave S3Mock: MinIO, the only source of histories, has no access lists, and does
 * not encrypt without a key server. Retention and legal hold are tried in histories, for a bucket that locks has versions; only the mode
 * that can be overridden, so that a bucket can be removed. Composite checksums are not tried, nor checksums of what is written in
 * parts: each would have to be computed part by part here as well, and few objects come in parts at all. The estate has cases of both.
 */
record Chance(Random random) {

  private static final int PART_BYTES = 5 << 20;
  private static final List<String> EXPOSURES =
      List.of("private", "public-read", "public-read-write", "authenticated-read");
  private static final int FEWEST_BYTES = 16;
  private static final Map<String, List<String>> HEADERS = headers();
  private static final List<String> CLASSES =
      List.of("STANDARD_IA", "REDUCED_REDUNDANCY", "ONEZONE_IA", "INTELLIGENT_TIERING");
  private static final List<String> TEXTS = List.of(
      "plain",
      "two words",
      "two  spaces",
      "Ægir",
      "日本語",
      "a,b",
      "\"quoted\"",
      "=?UTF-8?Q?=C3=86?=",
      "emoji 😀",
      "x=1;y=2",
      "%41",
      "é",
      "cafe\u0301",
      "~",
      "0");
  private static final List<String> TAG_VALUES =
      List.of("press", "", "two words", "a+b", "a=b", "a:b/c@d", "under_score", "1.5");

  private static Map<String, List<String>> headers() {
    var headers = new LinkedHashMap<String, List<String>>();
    headers.put(
        "Content-Type",
        List.of("text/plain", "text/html; charset=utf-8", "image/jpeg", "application/x-odd+json"));
    headers.put("Content-Encoding", List.of("gzip", "br", "identity"));
    headers.put("Content-Language", List.of("fr", "de-CH, en", "x-klingon"));
    headers.put(
        "Content-Disposition",
        List.of(
            "inline", "attachment; filename=\"a b.txt\"", "attachment; filename*=UTF-8''%C3%A9"));
    headers.put("Cache-Control", List.of("no-store", "max-age=60, must-revalidate", "private"));
    headers.put("Expires", List.of("Tue, 24 Nov 2026 10:14:05 GMT", "0", "never"));
    headers.put("x-amz-website-redirect-location", List.of("/other", "https://example.org/x?y=1"));
    return headers;
  }

  RandomObject object(String key) {
    var parts = parts();
    var fields = new ArrayList<>(fields());
    if (oneIn(6)) {
      fields.add(new Field("x-amz-acl", one(EXPOSURES)));
    }
    if (oneIn(10)) {
      fields.add(new Field("x-amz-server-side-encryption", "AES256"));
    }
    return new RandomObject(key, parts, summed(fields, parts), oneIn(3) ? tags() : Map.of());
  }

  /** One of many under the same key: told from the others by its bytes alone. */
  RandomObject version(String key, boolean empty, boolean locked) {
    var parts = List.of(bytes(empty ? 0 : FEWEST_BYTES + random.nextInt(500)));
    var fields = new ArrayList<>(fields());
    if (locked && oneIn(2)) {
      fields.add(new Field("x-amz-object-lock-mode", "GOVERNANCE"));
      fields.add(new Field(
          "x-amz-object-lock-retain-until-date",
          Instant.parse("2036-01-01T00:00:00Z")
              .plusSeconds(random.nextInt(1 << 20))
              .toString()));
    }
    if (locked && oneIn(3)) {
      fields.add(new Field("x-amz-object-lock-legal-hold", "ON"));
    }
    return new RandomObject(key, parts, summed(fields, parts), oneIn(3) ? tags() : Map.of());
  }

  /** Where it is written as a whole, often with a checksum of its own. */
  private List<Field> summed(List<Field> fields, List<byte[]> parts) {
    if (parts.size() == 1 && oneIn(3)) {
      fields.add(Sum.field(one(Sum.ALGORITHMS), parts.get(0)));
    }
    return fields;
  }

  private List<byte[]> parts() {
    // A random object in a thousand is large: it costs as much as all the others.
    return oneIn(400)
        ? List.of(bytes(PART_BYTES), bytes(1 + random.nextInt(5000)))
        : List.of(bytes(oneIn(6) ? 0 : random.nextInt(3000)));
  }

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private List<Field> fields() {
    var fields = new ArrayList<Field>();
    HEADERS.forEach((name, values) -> {
      if (oneIn(name.startsWith("x-") ? 12 : name.equals("Content-Type") ? 2 : 5)) {
        fields.add(new Field(name, one(values)));
      }
    });
    if (oneIn(8)) {
      fields.add(new Field("x-amz-storage-class", one(CLASSES)));
    }
    if (oneIn(2)) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        fields.add(Field.text(
            "x-amz-meta-" + one(List.of("owner", "Year", "a-b", "x_y", "n")) + i, one(TEXTS)));
      }
    }
    return fields;
  }

  private Map<String, String> tags() {
    var tags = new TreeMap<String, String>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      tags.put(one(List.of("team", "cost centre", "a:b", "x/y", "k")) + i, one(TAG_VALUES));
    }
    return tags;
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
