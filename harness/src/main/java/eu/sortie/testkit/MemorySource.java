package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** A bucket in memory that is left. */
final class MemorySource implements Source {

  private final String end;
  private final MemoryStore store;
  private final Line line;
  private final String bucket;
  private final MemoryReader reader;

  MemorySource(String end, MemoryStore store, Line line, ObjectSelection selection) {
    this.end = end;
    this.store = store;
    this.line = line;
    this.bucket = selection.bucket();
    this.reader =
        new MemoryReader(store, line, bucket, selection.under(), bucket, "memory, source");
  }

  @Override
  public String library() {
    return reader.library();
  }

  @Override
  public void preflight() {
    line.cross("Head", true);
    if (!store.has(bucket)) {
      throw new Misuse("end '%s': there is no bucket '%s' in memory".formatted(end, bucket));
    }
  }

  @Override
  public List<String> notCovered() {
    return List.of();
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    reader.list(seen);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    return reader.read(listed);
  }

  @Override
  public void close() {
    reader.close();
    line.cut();
  }
}
