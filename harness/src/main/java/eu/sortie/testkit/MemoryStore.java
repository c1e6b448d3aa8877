package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Buckets in memory, with what is in them. */
final class MemoryStore {

  /** What is held under one name: what headers would show, and the bytes. */
  static final class Held {

    private final Item item;
    private final byte[] bytes;

    private Held(Item item, byte[] bytes) {
      this.item = item;
      this.bytes = bytes.clone();
    }

    Item item() {
      return item;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    boolean isMarker() {
      return item.id().kind().equals(ObjectTraits.DELETE_MARKER.name());
    }
  }

  private final boolean versions;
  private final Map<String, Map<String, List<Held>>> buckets = new TreeMap<>();
  private int writes;

  MemoryStore(boolean versions) {
    this.versions = versions;
  }

  boolean keepsVersions() {
    return versions;
  }

  synchronized int buckets() {
    return buckets.size();
  }

  synchronized boolean has(String bucket) {
    return buckets.containsKey(bucket);
  }

  synchronized boolean isEmpty(String bucket) {
    return bucket(bucket).isEmpty();
  }

  synchronized void create(String bucket) {
    buckets.putIfAbsent(bucket, new TreeMap<>());
  }

  /** Whether it went: one that holds something stays. */
  synchronized boolean remove(String bucket) {
    return has(bucket) && isEmpty(bucket) && buckets.remove(bucket) != null;
  }

  /** Writes on top of what is under the key; gives the store's own name for the version, empty where it keeps one. */
  synchronized String put(String bucket, Item item, byte[] bytes, boolean asVersion) {
    writes++;
    var name = asVersion ? "v" + writes : "";
    var id = new ItemId(item.id().kind(), item.id().key(), name);
    var shown = item.as(id)
        .with(ObjectTraits.ETAG, Value.text("etag-" + writes))
        .with(ObjectTraits.LAST_MODIFIED, Value.text("2026-01-01T00:00:%09d".formatted(writes)));
    var history = bucket(bucket).computeIfAbsent(id.key(), any -> new ArrayList<>());
    if (!asVersion) {
      history.clear();
    }
    history.add(new Held(shown, bytes));
    return name;
  }

  synchronized void delete(String bucket, String key, String version) {
    var history = bucket(bucket).getOrDefault(key, new ArrayList<>());
    history.removeIf(held -> held.item().id().version().equals(version));
    if (history.isEmpty()) {
      bucket(bucket).remove(key);
    }
  }

  /** All that is in a bucket, by key, the newest version first. */
  synchronized List<Held> all(String bucket) {
    var all = new ArrayList<Held>();
    bucket(bucket).values().forEach(history -> {
      var newestFirst = new ArrayList<>(history);
      Collections.reverse(newestFirst);
      all.addAll(newestFirst);
    });
    return all;
  }

  /** One version; the newest where none is named, unless that is a delete marker. */
  synchronized Optional<Held> find(String bucket, String key, String version) {
    var history = bucket(bucket).getOrDefault(key, List.of());
    if (history.isEmpty()) {
      return Optional.empty();
    }
    return version.isEmpty()
        ? Optional.of(history.get(history.size() - 1)).filter(held -> !held.isMarker())
        : history.stream()
            .filter(held -> held.item().id().version().equals(version))
            .findFirst();
  }

  private Map<String, List<Held>> bucket(String name) {
    var bucket = buckets.get(name);
    if (bucket == null) {
      throw new IllegalStateException("there is no bucket '%s' in memory".formatted(name));
    }
    return bucket;
  }
}
