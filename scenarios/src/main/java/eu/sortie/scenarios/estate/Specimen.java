package eu.sortie.scenarios.estate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * @param later what is asked for once it is there
 * @param shows what a source that holds it shows, by the {@link Question} it is asked
 */
record Specimen(
    String key,
    SortedMap<String, String> headers,
    SortedMap<String, String> tags,
    Body body,
    long partBytes,
    List<Later> later,
    SortedMap<Question, String> shows) {

  /** What stands before the name of user metadata on the wire. */
  static final String META = "x-amz-meta-";

  Specimen {
    headers = Collections.unmodifiableSortedMap(withoutCase(headers));
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    later = List.copyOf(later);
    shows = Collections.unmodifiableSortedMap(new TreeMap<>(shows));
  }

  static Specimen of(String key, Body body) {
    return new Specimen(key, new TreeMap<>(), new TreeMap<>(), body, 0, List.of(), new TreeMap<>());
  }

  Specimen header(String name, String value) {
    var more = withoutCase(headers);
    more.put(name, value);
    return new Specimen(key, more, tags, body, partBytes, later, shows);
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
    return new Specimen(key, headers, more, body, partBytes, later, shows);
  }

  Specimen inPartsOf(long bytes) {
    return new Specimen(key, headers, tags, body, bytes, later, shows);
  }

  /** Adds a call to make once the item is there. */
  Specimen then(Later call) {
    var more = new ArrayList<>(later);
    more.add(call);
    return new Specimen(key, headers, tags, body, partBytes, more, shows);
  }

  /** Says what a source that holds the item has to answer. */
  Specimen shows(Question question, String answer) {
    var more = new TreeMap<>(shows);
    more.put(question, answer);
    return new Specimen(key, headers, tags, body, partBytes, later, more);
  }

  /** How many parts it is uploaded in; 0 where it goes up in one piece. */
  int parts() {
    return partBytes == 0 ? 0 : (int) Math.max(1, (body.size() + partBytes - 1) / partBytes);
  }

  /** Whether its bytes cannot be read before somebody asks for them and waits. */
  boolean isArchived() {
    var storage = headers.getOrDefault("x-amz-storage-class", "");
    return (storage.equals("GLACIER") || storage.equals("DEEP_ARCHIVE"))
        && !shows.containsKey(Question.RESTORED);
  }

  private static SortedMap<String, String> withoutCase(SortedMap<String, String> some) {
    var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(some);
    return copy;
  }
}
