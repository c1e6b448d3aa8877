package eu.sortie.testkit;

import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where clauses work: opens one end, in buckets of its own, and removes at last what was written. */
final class Bench implements AutoCloseable {

  private final Protocol protocol;
  private final End end;
  private final Deque<Writing> begun = new ArrayDeque<>();
  private @Nullable Planted planted;

  Bench(Protocol protocol, End end) {
    this.protocol = protocol;
    this.end = end;
  }

  Protocol protocol() {
    return protocol;
  }

  End end() {
    return end;
  }

  /** A bucket that nobody has: named alike at both ends, so that what is written there can be read as a source. */
  static ObjectSelection fresh() {
    var bytes = new byte[6];
    new SecureRandom().nextBytes(bytes);
    var bucket = "sortie-contract-" + HexFormat.of().formatHex(bytes);
    return Selection.objects(bucket).into(bucket);
  }

  /** A destination in a new bucket, prepared. */
  Writing writing() throws IOException {
    var writing = unprepared(fresh(), Line.open(end.name()));
    writing.prepare();
    return writing;
  }

  /** A destination over a line, before anything was created. */
  synchronized Writing unprepared(ObjectSelection selection, Line line) {
    var writing =
        new Writing(protocol.destination(end, line, selection, "contract"), line, selection);
    begun.push(writing);
    return writing;
  }

  /** A source over a line that lets reads through and nothing else. */
  Source source(ObjectSelection selection, Line line) {
    return protocol.source(end, line, selection);
  }

  Source source(ObjectSelection selection) {
    return source(selection, Line.readOnly(end.name()));
  }

  /** A bucket with more items than fit a page, planted when it is first asked for. */
  synchronized Planted planted() throws IOException {
    if (planted == null) {
      planted = Planted.at(writing());
    }
    return planted;
  }

  /** What cannot be removed is no matter of this place: a clause of its own asks for it. */
  @Override
  public void close() {
    begun.forEach(Writing::close);
  }
}
