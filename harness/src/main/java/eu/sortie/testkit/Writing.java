package eu.sortie.testkit;

import eu.sortie.inventory.ItemId;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Line;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** A destination being written to, and the books of what was. */
final class Writing implements AutoCloseable, Written {

  private final Destination destination;
  private final Line line;
  private final ObjectSelection selection;
  private final Map<ItemId, String> written = new ConcurrentHashMap<>();
  private final List<Created> created = new ArrayList<>();

  Writing(Destination destination, Line line, ObjectSelection selection) {
    this.destination = destination;
    this.line = line;
    this.selection = selection;
  }

  Destination destination() {
    return destination;
  }

  Line line() {
    return line;
  }

  ObjectSelection selection() {
    return selection;
  }

  void prepare() throws IOException {
    destination.prepare(List.of(), created::add);
  }

  /** Goes on with what another writing began, whose process died. */
  void goOnFrom(Writing dead) throws IOException {
    destination.goOnFrom(new Dead(dead.created, dead.destination.memory()));
    prepare();
    created.addAll(dead.created);
    written.putAll(dead.written);
    dead.written.clear();
  }

  Receipt write(Specimen specimen) throws IOException {
    var item = specimen.item();
    var receipt = destination.write(item, specimen.size(), specimen.stream());
    written.put(item.id(), receipt.writtenAs());
    return receipt;
  }

  /** Forgets an item, as if the drill had not written it. */
  void forget(Specimen specimen) {
    written.remove(specimen.item().id());
  }

  List<Leftover> clear() {
    var left = destination.clear(this);
    written.clear();
    return left;
  }

  /** Removes what was written, but leaves open what writes. */
  List<Leftover> clearOnly(Specimen specimen) {
    var name = written.getOrDefault(specimen.item().id(), "");
    return destination.clear(item -> item.accept(specimen.item().id(), name));
  }

  @Override
  public void each(BiConsumer<ItemId, String> item) {
    written.forEach(item);
  }

  @Override
  public void close() {
    // A line that was cut lets no removal through; whoever cuts one writes nothing before.
    try {
      clear();
    } finally {
      destination.close();
    }
  }
}
