package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.drill.Sample.scenarioWith;
import static eu.sortie.scenario.BucketTraits.BUCKET;
import static eu.sortie.scenario.BucketTraits.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.GateResult.Result;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DriftTests {

  private static final Gate.NoDrift GATE = new Gate.NoDrift(Duration.ofSeconds(30));
  private static final Scenario SCENARIO = scenarioWith(keepsContent(), GATE);
  private static final Item LISTED = new Item(ItemId.of("bucket", "samples"), Map.of());

  private final Drift drift = Drift.of(SCENARIO);

  private static Item bucket(String policy) {
    var item = LISTED;
    for (var trait : BUCKET.traits()) {
      item = item.with(trait, Value.absent());
    }
    return item.with(POLICY, Value.entries(Map.of("1", policy)));
  }

  private GateResult afterSeeing(Item later) throws IOException {
    drift.note(LISTED, bucket("let Anna read"));
    drift.look(new Showing(later));
    return drift.judge(GATE);
  }

  @Test
  void isNoneWhereAllStaysAsItWas() throws IOException {
    var gate = afterSeeing(bucket("let Anna read"));

    assertThat(gate.result()).isEqualTo(Result.CLEARED);
    assertThat(gate.seen()).isEqualTo("1 items were read once more and are the same");
  }

  @Test
  void isNamedWithWhatChanged() throws IOException {
    var gate = afterSeeing(bucket("let Bert write"));

    assertThat(gate.result()).isEqualTo(Result.BREACHED);
    assertThat(gate.seen()).isEqualTo("1 of 1 items changed within 30 s");
    assertThat(gate.examples())
        .singleElement()
        .asString()
        .contains("samples  policy altered", "let Anna read", "let Bert write");
  }

  @Test
  void isNamedWhereSomethingIsGone() throws IOException {
    drift.note(LISTED, bucket("let Anna read"));
    drift.look(new Showing(null));

    assertThat(drift.judge(GATE).examples()).containsExactly("samples  is gone: 404");
  }

  @Test
  void isNotKnownWhereSomethingCouldNotBeReadAgain() throws IOException {
    drift.note(LISTED, bucket("let Anna read"));
    drift.look(new Refusing());

    assertThat(drift.judge(GATE).result()).isEqualTo(Result.INCONCLUSIVE);
    assertThat(drift.judge(GATE).examples())
        .containsExactly("samples  could not be read: 429 Too Many Requests");
  }

  @Test
  void isNotKnownOfWhatCouldNotBeSeenBothTimes() throws IOException {
    var unseen = bucket("let Anna read").with(POLICY, Value.unknown("403 Forbidden"));
    drift.note(LISTED, unseen);
    drift.look(new Showing(unseen));

    assertThat(drift.judge(GATE).result()).isEqualTo(Result.INCONCLUSIVE);
  }

  @Test
  void isNotKnownWhereNobodyLooked() {
    drift.note(LISTED, bucket("let Anna read"));

    assertThat(drift.judge(GATE).result()).isEqualTo(Result.INCONCLUSIVE);
  }

  @Test
  void isNotKnownWhereNothingWasRead() throws IOException {
    drift.look(new Showing(null));

    assertThat(drift.judge(GATE).result()).isEqualTo(Result.INCONCLUSIVE);
  }

  @Test
  void isLookedForOnlyWhereAGateAsks() {
    assertThat(drift.after()).contains(Duration.ofSeconds(30));
    assertThat(Drift.of(scenarioWith(keepsContent())).after()).isEmpty();
  }

  /** An end that shows nothing to anybody. */
  private static final class Refusing implements Reader {

    @Override
    public String library() {
      return "memory";
    }

    @Override
    public void list(Consumer<Item> seen) {}

    @Override
    public Reading read(Item listed) throws IOException {
      throw new RefusedException("429 Too Many Requests", new IOException());
    }

    @Override
    public void close() {}
  }

  /** An end that shows one item, or none. */
  private record Showing(Item item) implements Reader {

    @Override
    public String library() {
      return "memory";
    }

    @Override
    public void list(Consumer<Item> seen) {}

    @Override
    public Reading read(Item listed) throws IOException {
      if (item == null) {
        throw new ChangedException("404", new IOException("gone"));
      }
      return new MemoryReading(item, 0, new ByteArrayInputStream(new byte[0]), library(), () -> {});
    }

    @Override
    public void close() {}
  }
}
