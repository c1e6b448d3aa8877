package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a bucket in memory; closed, it reads no more. */
final class MemoryReader implements Reader {

  private final MemoryStore store;
  private final Line line;
  private final String bucket;
  private final String under;
  private final String called;
  private final String library;
  private volatile boolean closed;

  /**
   * A reader.
   *
   * @param called the bucket's name at the source
   */
  MemoryReader(
      MemoryStore store, Line line, String bucket, String under, String called, String library) {
    this.store = store;
    this.line = line;
    this.bucket = bucket;
    this.under = under;
    this.called = called;
    this.library = library;
  }

  @Override
  public String library() {
    return library;
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    cross("List");
    seen.accept(new Item(ItemId.of(BucketTraits.BUCKET.name(), called), Map.of()));
    var newest = "";
    for (var held : store.all(bucket)) {
      var key = held.item().id().key();
      if (key.startsWith(under)) {
        var latest = !key.equals(newest);
        seen.accept(listed(held, latest));
      }
      newest = key;
    }
  }

  private static Item listed(MemoryStore.Held held, boolean latest) {
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(ObjectTraits.LAST_MODIFIED, held.item().value(ObjectTraits.LAST_MODIFIED));
    if (!held.isMarker()) {
      traits.put(ObjectTraits.SIZE, Value.text(String.valueOf(held.bytes().length)));
      traits.put(ObjectTraits.ETAG, held.item().value(ObjectTraits.ETAG));
    }
    if (!held.item().id().version().isEmpty()) {
      traits.put(ObjectTraits.LATEST, latest ? Value.text("yes") : Value.absent());
    }
    return new Item(held.item().id(), traits);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    cross("Get");
    if (listed.id().kind().equals(BucketTraits.BUCKET.name())) {
      return bucket(listed);
    }
    var version = listed.value(ObjectTraits.VERSION_ID) instanceof Value.Text id ? id.text() : "";
    var held = store
        .find(bucket, listed.id().key(), version)
        .orElseThrow(() -> new ChangedException(
            "there is no " + listed.id(), new IOException("memory, " + bucket)));
    if (listed.value(ObjectTraits.ETAG) instanceof Value.Text etag
        && !etag.equals(held.item().value(ObjectTraits.ETAG))) {
      throw new ChangedException(
          listed.id() + " was overwritten", new IOException("memory, " + bucket));
    }
    return reading(listed.with(shown(held.item()).traits()), held.bytes());
  }

  /** A bucket in memory has no configurations, and that is known of each. */
  private Reading bucket(Item listed) {
    var traits = new LinkedHashMap<Trait, Value>();
    BucketTraits.BUCKET.traits().forEach(trait -> traits.put(trait, Value.absent()));
    return reading(listed.with(traits), "{}".getBytes(StandardCharsets.UTF_8));
  }

  /** What was not written was looked for, and is absent; content and size need the bytes. */
  private static Item shown(Item held) {
    var traits = new LinkedHashMap<Trait, Value>();
    ObjectTraits.OBJECT.traits().forEach(trait -> traits.put(trait, Value.absent()));
    traits.putAll(held.traits());
    traits.remove(ObjectTraits.CONTENT);
    traits.remove(ObjectTraits.SIZE);
    traits.remove(ObjectTraits.VERSION_ID);
    return new Item(held.id(), traits);
  }

  private Reading reading(Item item, byte[] bytes) {
    line.meter().received("Get", bytes.length);
    return new MemoryReading(item, bytes.length, new ByteArrayInputStream(bytes), library);
  }

  private void cross(String operation) throws IOException {
    line.cross(operation, true);
    if (closed) {
      throw new IOException(library + " is closed");
    }
    if (!store.has(bucket)) {
      throw new IOException("there is no bucket '%s' in memory".formatted(bucket));
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private record MemoryReading(Item item, long announcedBytes, InputStream bytes, String library)
      implements Reading {
    @Override
    public void close() {
      // Bytes in memory hold nothing open.
    }
  }
}
