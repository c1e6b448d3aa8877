package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Earlier;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Written;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** A bucket in memory that is moved to. */
final class MemoryDestination implements Destination {

  private static final int LONGEST_KEY = 1024;

  private final String end;
  private final MemoryStore store;
  private final Line line;
  private final String called;
  private final String bucket;
  private boolean created;

  MemoryDestination(
      String end, MemoryStore store, Line line, ObjectSelection selection, String drillId) {
    this.end = end;
    this.store = store;
    this.line = line;
    this.called = selection.bucket();
    this.bucket = selection.into().isEmpty()
        ? "%s-drill-%s".formatted(selection.bucket(), drillId)
        : selection.into();
  }

  @Override
  public String library() {
    return "memory, writer";
  }

  @Override
  public void preflight() {
    line.cross("Head", true);
    if (store.has(bucket) && !store.isEmpty(bucket)) {
      throw new Misuse(
          "end '%s': bucket '%s' is there already and not empty".formatted(end, bucket));
    }
  }

  @Override
  public void goOnFrom(Earlier earlier) throws IOException {
    line.cross("Head", true);
    if (!store.has(bucket) && earlier.isNeeded()) {
      throw new Misuse("end '%s': bucket '%s' is not there any more".formatted(end, bucket));
    }
    created = store.has(bucket) && !earlier.created().isEmpty();
  }

  @Override
  public void prepare(List<Item> exported, Consumer<Created> told) {
    if (store.has(bucket)) {
      return;
    }
    told.accept(new Created(end, "bucket " + bucket, wayOut()));
    line.cross("Create", false);
    store.create(bucket);
    created = true;
  }

  @Override
  public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    line.cross("Put", false);
    if (!store.has(bucket)) {
      throw new IllegalStateException(
          "'%s' is written before bucket '%s' was prepared".formatted(item.id(), bucket));
    }
    if (item.id().key().length() > LONGEST_KEY) {
      throw refused("a key of %d characters, at most %d are taken"
          .formatted(item.id().key().length(), LONGEST_KEY));
    }
    var isVersion = item.value(ObjectTraits.VERSION_ID) instanceof Value.Text;
    if (isVersion && !store.keepsVersions() && !isNewestObject(item)) {
      throw refused("one version of a key is kept");
    }
    var all = bytes.readAllBytes();
    if (all.length != announcedBytes) {
      throw new IOException("%d of %d bytes came".formatted(all.length, announcedBytes));
    }
    line.meter().sent("Put", all.length);
    return new Receipt(List.of(), store.put(bucket, item, all, isVersion && store.keepsVersions()));
  }

  private static boolean isNewestObject(Item item) {
    return item.value(ObjectTraits.LATEST) instanceof Value.Text
        && item.id().kind().equals(ObjectTraits.OBJECT.name());
  }

  private static RefusedException refused(String words) {
    return new RefusedException(words, new IOException(words));
  }

  @Override
  public Receipt restore(Item item, InputStream exported) throws IOException {
    line.cross("Restore", false);
    exported.readAllBytes();
    return Receipt.with(List.of());
  }

  @Override
  public Reader witness() {
    return new MemoryReader(store, line, bucket, "", called, "memory, witness");
  }

  @Override
  public List<Leftover> clear(Written written) {
    try {
      written.each((id, version) -> {
        line.cross("Delete", false);
        store.delete(bucket, id.key(), version);
      });
    } catch (IOException unread) {
      return List.of(new Leftover("objects", String.valueOf(unread.getMessage()), wayOut()));
    }
    if (!created || !store.has(bucket)) {
      return List.of();
    }
    line.cross("Remove", false);
    return store.remove(bucket)
        ? List.of()
        : List.of(new Leftover("bucket " + bucket, "it is not empty", wayOut()));
  }

  private String wayOut() {
    return "it goes with this process";
  }

  @Override
  public void close() {
    // There is no client to close.
  }
}
