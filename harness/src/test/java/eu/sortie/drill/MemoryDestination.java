package eu.sortie.drill;

import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.AgainException;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Line;
import eu.sortie.spi.Manners;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Sign;
import eu.sortie.spi.Written;
import eu.sortie.testbed.BrokenStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A destination in memory that is as strict as any real one may be. */
final class MemoryDestination implements Destination {

  private final Line line;
  final MemoryObjects objects = new MemoryObjects();
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger writes = new AtomicInteger();
  final Map<String, IOException> failing = new HashMap<>();
  final Map<String, Concession> conceding = new HashMap<>();
  final Map<String, IOException> unreadable = new HashMap<>();

  /** How often the bytes of a key break off when it is read back. */
  final Map<String, Integer> breakingTimes = new ConcurrentHashMap<>();

  /** The keys whose bytes are wanted twice. */
  final Set<String> wantingOnceMore = ConcurrentHashMap.newKeySet();

  final List<String> cleared = new ArrayList<>();
  RuntimeException clearFails;
  IOException prepareFails;
  Manners manners = Manners.NONE;
  Sign sign = Sign.alive("it runs");
  IOException lookFails;
  final List<Gate.Alive> asked = new ArrayList<>();
  final List<Recording> told = new ArrayList<>();
  boolean prepared;
  int clearings;

  MemoryDestination(Line line) {
    this.line = line;
  }

  @Override
  public String library() {
    return "memory, writer";
  }

  @Override
  public Manners manners() {
    return manners;
  }

  @Override
  public void preflight() {
    line.cross("HeadBucket", true);
  }

  @Override
  public void prepare(List<Item> exported, Consumer<Created> created) throws IOException {
    created.accept(new Created("europe", "bucket samples-drill", "rb samples-drill"));
    line.cross("CreateBucket", false);
    if (prepareFails != null) {
      throw prepareFails;
    }
    prepared = true;
  }

  @Override
  public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    var key = item.id().key();
    if (!prepared) {
      throw new IllegalStateException("nothing was prepared before " + key + " was written");
    }
    line.cross("PutObject", false);
    writes.incrementAndGet();
    if (failing.containsKey(key)) {
      throw failing.get(key);
    }
    if (wantingOnceMore.remove(key)) {
      bytes.readNBytes(2);
      throw new AgainException("400 EntityTooLarge", new IOException());
    }
    var all = bytes.readAllBytes();
    if (all.length != announcedBytes) {
      throw new IOException("IncompleteBody");
    }
    var concession = conceding.get(key);
    objects.put(concession == null ? item : item.with(concession.trait(), Value.absent()), all);
    return Receipt.with(concession == null ? List.of() : List.of(concession));
  }

  @Override
  public Receipt restore(Item item, InputStream exported) throws IOException {
    line.cross("PutBucketPolicy", false);
    objects.put(item, exported.readAllBytes());
    return Receipt.with(List.of());
  }

  @Override
  public Sign look(Gate.Alive gate, Recording recorded, Rest rest) throws IOException {
    line.cross("Look", true);
    asked.add(gate);
    told.add(recorded);
    if (lookFails != null) {
      throw lookFails;
    }
    return sign;
  }

  @Override
  public Reader witness() {
    return new Witness();
  }

  @Override
  public List<Leftover> clear(Written written) {
    clearings++;
    if (clearFails != null) {
      throw clearFails;
    }
    try {
      written.each((id, version) -> {
        cleared.add(id.key());
        if (objects.remove(id.key()) == null) {
          throw new IllegalStateException(id + " was never written");
        }
      });
    } catch (IOException failed) {
      return List.of(new Leftover("objects", String.valueOf(failed.getMessage()), "by hand"));
    }
    return objects.all().isEmpty()
        ? List.of()
        : List.of(new Leftover("bucket samples-drill", "BucketNotEmpty", "rb samples-drill"));
  }

  @Override
  public void close() {}

  private final class Witness implements Reader {

    @Override
    public String library() {
      return "memory, witness";
    }

    @Override
    public void list(Consumer<Item> seen) {
      line.cross("ListObjectsV2", true);
      objects.all().values().forEach(held -> seen.accept(new Item(held.item().id(), Map.of())));
    }

    @Override
    public Reading read(Item listed) throws IOException {
      line.cross("GetObject", true);
      var key = listed.id().key();
      if (unreadable.containsKey(key)) {
        throw unreadable.get(key);
      }
      if (!objects.all().containsKey(key)) {
        throw new ChangedException("404 NoSuchKey", new IOException(key));
      }
      var held = objects.get(key);
      open.incrementAndGet();
      return new MemoryReading(
          held.item(),
          held.bytes().length,
          bytes(key, held.bytes()),
          key.contains("..") ? "memory, other witness" : library(),
          open::decrementAndGet);
    }

    private InputStream bytes(String key, byte[] all) {
      var left = breakingTimes.computeIfPresent(key, (any, times) -> times - 1);
      return left != null && left >= 0
          ? new SequenceInputStream(new ByteArrayInputStream(all, 0, 3), new BrokenStream())
          : new ByteArrayInputStream(all);
    }

    @Override
    public void close() {}
  }

  /** Whether a witness shows an item with this value. */
  Value value(String key, eu.sortie.inventory.Trait trait) {
    return trait.equals(ObjectTraits.CONTENT)
        ? Value.text(Sample.sha256(objects.get(key).bytes()))
        : objects.get(key).item().value(trait);
  }
}
