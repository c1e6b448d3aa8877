package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place a drill is at, noted and taken up again. */
class BookmarkTests {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-28T12:00:00Z"));
  private static final Changed CHANGED =
      new Changed(ItemId.of("bucket", "photos"), Changed.How.OVERWRITTEN, "its policy");

  @TempDir
  Path folder;

  private final AtomicLong seconds = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();
  private final List<Bookmark> open = new ArrayList<>();
  private RecordingChronicle chronicle;
  private Ledger ledger;
  private Ends ends;

  @BeforeEach
  void lookAround() throws IOException {
    chronicle = new RecordingChronicle(folder);
    var kinds = Kinds.of(ObjectTraits.OBJECT);
    ledger = Ledger.create(folder, kinds, kinds);
    var from = Line.readOnly("aws");
    var to = Line.open("europe");
    ends = new Ends(
        end("aws", 1),
        end("europe", 2),
        new MemorySource(from, MemoryObjects.of("a")),
        from,
        new MemoryDestination(to),
        to);
  }

  @AfterEach
  void close() throws IOException {
    open.forEach(Bookmark::close);
    ledger.close();
  }

  private static End end(String name, int port) {
    return End.of(
        name, false, "s3", Map.of("endpoint", "http://127.0.0.1:" + port), Capabilities.UNSTATED);
  }

  private Bookmark from(Checkpoint checkpoint) {
    var journal = new Journal(chronicle, NOON, this::nanos, checkpoint.elapsed());
    var bookmark = new Bookmark(
        checkpoint,
        ends,
        ledger,
        chronicle,
        journal,
        this::nanos,
        () -> Duration.ofSeconds(waited.get()));
    open.add(bookmark);
    return bookmark;
  }

  private long nanos() {
    return Duration.ofSeconds(seconds.get()).toNanos();
  }

  private Bookmark first() {
    return from(Checkpoint.of(Begun.first("7f3a", ends, NOON.instant(), false, false, List.of())));
  }

  private Checkpoint last() {
    return chronicle.checkpoints.get(chronicle.checkpoints.size() - 1);
  }

  @Test
  void aStageThatDidNotEndIsGoneOnWithAndItsTimeAddsUp() throws IOException {
    var dead = first();
    dead.begin(Stage.SURVEY);
    dead.end(Stage.SURVEY);
    dead.begin(Stage.EXPORT);
    dead.lap(Stage.EXPORT);
    seconds.addAndGet(7);
    dead.note();

    assertThat(last().stage()).isEqualTo(Stage.EXPORT);
    assertThat(last().during()).isEqualTo(Stage.EXPORT);
    assertThat(last().elapsed()).isEqualTo(Duration.ofSeconds(7));
    var next = from(last());
    assertThat(next.isPast(Stage.SURVEY)).isTrue();
    assertThat(next.isPast(Stage.EXPORT)).isFalse();
    next.lap(Stage.EXPORT);
    seconds.addAndGet(3);
    next.lap(null);
    assertThat(next.timings().of(Stage.EXPORT)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void whatAPersonWasWaitedForIsNoTimeOfAStage() {
    var bookmark = first();
    waited.set(5);
    bookmark.lap(Stage.EXPORT);
    seconds.addAndGet(60);
    waited.addAndGet(40);

    assertThat(bookmark.timings().of(Stage.EXPORT)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatTheSecondLookFoundCountsOnlyOnceItEnded() throws IOException {
    var dead = first();
    dead.begin(Stage.EXPORT);
    dead.exportChanged(CHANGED);
    dead.note();
    assertThat(from(last()).exportChanged()).isEmpty();

    dead.end(Stage.EXPORT);
    assertThat(from(last()).exportChanged()).containsExactly(CHANGED);
  }

  @Test
  void whatIsNotCoveredIsSaidOnceHoweverOftenItIsSaidAgain() throws IOException {
    var dead = first();
    dead.notCovered("What is in volumes is not looked at.");
    dead.note();

    var next = from(last());
    next.notCovered("What is in volumes is not looked at.");

    assertThat(next.notCovered()).hasSize(1);
  }
}
