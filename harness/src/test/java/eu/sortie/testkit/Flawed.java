package eu.sortie.testkit;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Earlier;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Line;
import eu.sortie.spi.Manners;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Source;
import eu.sortie.spi.Trial;
import eu.sortie.spi.Tuned;
import eu.sortie.spi.Written;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Ends in memory that pass everything on, to be overridden in the one thing that they do wrong. */
final class Flawed {

  /** The name of a setting that is one. */
  static final String SECRET = "token";

  private Flawed() {}

  /** A protocol; what is not overridden is done right. */
  static class OfProtocol implements Protocol {

    final MemoryProtocol right = new MemoryProtocol();

    @Override
    public String name() {
      return right.name();
    }

    @Override
    public void check(End end) {
      right.check(plain(end));
    }

    @Override
    public String address(End end) {
      return right.address(plain(end));
    }

    @Override
    public Source source(End end, Line line, Selection selection) {
      return right.source(plain(end), line, selection);
    }

    @Override
    public Destination destination(End end, Line line, Selection selection, String drillId) {
      return right.destination(plain(end), line, selection, drillId);
    }

    @Override
    public List<Finding> examine(End end, Line line) {
      return right.examine(plain(end), line);
    }

    @Override
    public Tuned tune(End end, Line line, Optional<Trial> trial) {
      return right.tune(plain(end), line, trial);
    }

    /** Memory asks for no secret. */
    private static End plain(End end) {
      var settings = new TreeMap<>(end.settings());
      settings.remove(SECRET);
      return new End(
          end.name(), end.live(), end.protocol(), settings, end.capabilities(), end.place());
    }
  }

  /** A reader: a witness, or what a source has in common with one. */
  static class OfReader implements Reader {

    final Reader right;

    OfReader(Reader right) {
      this.right = right;
    }

    @Override
    public String library() {
      return right.library();
    }

    @Override
    public void list(Consumer<Item> seen) throws IOException {
      right.list(seen);
    }

    @Override
    public Reading read(Item listed) throws IOException {
      return right.read(listed);
    }

    @Override
    public void close() {
      right.close();
    }
  }

  /** A source. */
  static class OfSource extends OfReader implements Source {

    private final Source source;

    OfSource(Source right) {
      super(right);
      this.source = right;
    }

    @Override
    public void preflight() {
      source.preflight();
    }

    @Override
    public List<String> notCovered() throws IOException {
      return source.notCovered();
    }
  }

  /** A destination. */
  static class OfDestination implements Destination {

    final Destination right;

    OfDestination(Destination right) {
      this.right = right;
    }

    @Override
    public String library() {
      return right.library();
    }

    @Override
    public Manners manners() {
      return right.manners();
    }

    @Override
    public void preflight() {
      right.preflight();
    }

    @Override
    public Map<String, String> memory() {
      return right.memory();
    }

    @Override
    public void goOnFrom(Earlier earlier) throws IOException {
      right.goOnFrom(earlier);
    }

    @Override
    public void prepare(List<Item> exported, Consumer<Created> created) throws IOException {
      right.prepare(exported, created);
    }

    @Override
    public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
      return right.write(item, announcedBytes, bytes);
    }

    @Override
    public Receipt restore(Item item, InputStream exported) throws IOException {
      return right.restore(item, exported);
    }

    @Override
    public Reader witness() {
      return right.witness();
    }

    @Override
    public List<Leftover> clear(Written written) {
      return right.clear(written);
    }

    @Override
    public void close() {
      right.close();
    }
  }

  /** A reading. */
  record OfReading(Item item, long announcedBytes, InputStream bytes, String library, Reading right)
      implements Reading {

    static OfReading of(Reading right) {
      return new OfReading(
          right.item(), right.announcedBytes(), right.bytes(), right.library(), right);
    }

    OfReading with(Item other) {
      return new OfReading(other, announcedBytes, bytes, library, right);
    }

    OfReading with(InputStream other) {
      return new OfReading(item, announcedBytes, other, library, right);
    }

    OfReading announcing(long other) {
      return new OfReading(item, other, bytes, library, right);
    }

    OfReading by(String other) {
      return new OfReading(item, announcedBytes, bytes, other, right);
    }

    @Override
    public void close() throws IOException {
      right.close();
    }
  }

  /** Sources made wrong in one way. */
  interface WrongSource {
    Source of(Source right, End end, Line line, ObjectSelection selection);
  }

  /** Destinations made wrong in one way. */
  interface WrongDestination {
    Destination of(Destination right, Line line);
  }

  /** Witnesses made wrong in one way. */
  interface WrongWitness {
    Reader of(Reader right, Line line);
  }

  static Protocol source(WrongSource wrong) {
    return new OfProtocol() {
      @Override
      public Source source(End end, Line line, Selection selection) {
        return wrong.of(super.source(end, line, selection), end, line, (ObjectSelection) selection);
      }
    };
  }

  static Protocol destination(WrongDestination wrong) {
    return new OfProtocol() {
      @Override
      public Destination destination(End end, Line line, Selection selection, String drillId) {
        return wrong.of(super.destination(end, line, selection, drillId), line);
      }
    };
  }

  static Protocol witness(WrongWitness wrong) {
    return destination((right, line) -> new OfDestination(right) {
      @Override
      public Reader witness() {
        return wrong.of(right.witness(), line);
      }
    });
  }
}
