package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Source;
import eu.sortie.testbed.BrokenStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A source in memory that is as strict as any real one may be. */
final class MemorySource implements Source {

  private final Line line;
  final MemoryObjects objects;
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  final Map<String, IOException> failing = new HashMap<>();
  final Map<String, Integer> breaking = new HashMap<>();

  /** How often a key breaks; always unless said. */
  final Map<String, Integer> breakingTimes = new ConcurrentHashMap<>();

  final Map<String, Long> announcing = new HashMap<>();
  final List<String> listedToo = new ArrayList<>();
  final AtomicInteger bucketReads = new AtomicInteger();
  IOException bucketFails;
  Item bucket;
  Recording recording = Recording.of(Map.of("status", "200"));

  MemorySource(Line line, MemoryObjects objects) {
    this.line = line;
    this.objects = objects;
  }

  @Override
  public String library() {
    return "memory, source";
  }

  @Override
  public void preflight() {
    line.cross("HeadBucket", true);
  }

  @Override
  public List<String> notCovered() {
    return List.of("Versions are not looked at.");
  }

  @Override
  public void list(Consumer<Item> seen) {
    line.cross("ListObjectsV2", true);
    if (bucket != null) {
      seen.accept(new Item(bucket.id(), Map.of()));
    }
    objects.all().values().forEach(held -> seen.accept(listed(held)));
    listedToo.forEach(key -> seen.accept(listed(objects.get(key))));
  }

  @Override
  public Recording record(Gate.Alike gate) {
    line.cross("Record", true);
    return recording;
  }

  private static Item listed(MemoryObjects.Held held) {
    return new Item(
        held.item().id(),
        Map.of(ObjectTraits.SIZE, Value.text(String.valueOf(held.bytes().length))));
  }

  @Override
  public Reading read(Item listed) throws IOException {
    if (bucket != null && listed.id().equals(bucket.id())) {
      return bucket();
    }
    var key = listed.id().key();
    line.cross("GetObject", true);
    reads.incrementAndGet();
    if (failing.containsKey(key)) {
      throw failing.get(key);
    }
    var held = objects.get(key);
    open.incrementAndGet();
    return new MemoryReading(
        held.item(),
        announcing.getOrDefault(key, (long) held.bytes().length),
        bytes(key, held.bytes()),
        library(),
        open::decrementAndGet);
  }

  private Reading bucket() throws IOException {
    line.cross("GetBucketPolicy", true);
    bucketReads.incrementAndGet();
    if (bucketFails != null) {
      throw bucketFails;
    }
    open.incrementAndGet();
    return new MemoryReading(
        bucket,
        2,
        new ByteArrayInputStream(new byte[] {'{', '}'}),
        library(),
        open::decrementAndGet);
  }

  private boolean breaks(String key) {
    var left = breakingTimes.computeIfPresent(key, (any, times) -> times - 1);
    return breaking.containsKey(key) && (left == null || left >= 0);
  }

  private InputStream bytes(String key, byte[] all) {
    return breaks(key)
        ? new SequenceInputStream(
            new ByteArrayInputStream(all, 0, breaking.get(key)), new BrokenStream())
        : new ByteArrayInputStream(all);
  }

  @Override
  public void close() {
    line.cut();
  }
}
