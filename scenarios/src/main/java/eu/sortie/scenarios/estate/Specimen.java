package eu.sortie.scenarios.estate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One item to plant.
 *
 * @param key as it must stand in the bucket, byte for byte
 * @param headers what the item carries, as headers on the wire; names without case
 * @param tags its object tags
 * @param body its bytes
 * @param partBytes the size of the parts it is uploaded in; 0 where it goes up in one piece
 */
record Specimen(
    String key,
    SortedMap<String, String> headers,
    SortedMap<String, String> tags,
    Body body,
    long partBytes) {

  /** What stands before the name of user metadata on the wire. */
  static final String META = "x-amz-meta-";

  Specimen {
    headers = Collections.unmodifiableSortedMap(withoutCase(headers));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  static Specimen of(String key, Body body) {
    return new Specimen(key, new TreeMap<>(), new TreeMap<>(), body, 0);
  }

  Specimen header(String name, String value) {
    var more = withoutCase(headers);
    more.put(name, value);
    return new Specimen(key, more, tags, body, partBytes);
  }

  Specimen contentType(String value) {
    return header("Content-Type", value);
  }

  Specimen metadata(String name, String value) {
    return header(META + name, value);
  }

  Specimen tag(String name, String value) {
    var more = new TreeMap<>(tags);
    more.put(name, value);
    return new Specimen(key, headers, more, body, partBytes);
  }

  Specimen inPartsOf(long bytes) {
    return new Specimen(key, headers, tags, body, bytes);
  }

  /** How many parts it is uploaded in; 0 where it goes up in one piece. */
  int parts() {
    return partBytes == 0 ? 0 : (int) Math.max(1, (body.size() + partBytes - 1) / partBytes);
  }

  private static SortedMap<String, String> withoutCase(SortedMap<String, String> some) {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(some);
    return copy;
  }
}
