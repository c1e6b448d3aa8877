package eu.sortie.drill;

import static eu.sortie.drill.Sample.keepsContent;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Environment;
import eu.sortie.testbed.ThirdHand;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import eu.sortie.testbed.TinyStore;
import eu.sortie.yaml.PriceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An end that answers all items alike says nothing of any: whoever asks on would count losses that are none. */
@Timeout(180)
class StormTests {

  private static final int OBJECTS = 60;

  @TempDir
  private Path folder;

  private final AtomicInteger written = new AtomicInteger();
  private final TinyStore source = new TinyStore(request -> Optional.empty(), false);

  @BeforeEach
  void plant() {
    var hand = new ThirdHand(source.end("aws"));
    hand.createBucket("storm");
    for (int i = 0; i < OBJECTS; i++) {
      hand.put("storm", "object-%02d".formatted(i), Sample.bytes("object"), Map.of());
    }
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static boolean writesAnObject(Seen request) {
    return request.method().equals("PUT") && request.target().contains("/object-");
  }

  private Outcome drillTo(TinyStore destination) {
    var ends =
        Environment.of("storm", List.of(source.end("aws"), destination.end("europe")), Map.of());
    var setup = DrillSetup.at(
        new DrillSetup.Place.There(ends),
        PriceBook::load,
        (id, scenario) -> new RecordingChronicle(folder));
    return Drill.of(setup)
        .run(scenario("Samples leave")
            .from("aws")
            .to("europe")
            .export(objects("storm"))
            .expect(keepsContent()));
  }

  private Outcome drillThrough(Answer answer) {
    // The first ten are taken: it is not that nothing ever worked.
    var refusals =
        (TinyStore.Refusals) request -> writesAnObject(request) && written.incrementAndGet() > 10
            ? Optional.of(answer)
            : Optional.empty();
    try (var destination = new TinyStore(refusals, false)) {
      return drillTo(destination);
    }
  }

  @Test
  void anEndThatIsTooBusyForAllOfThemLeavesTheDrillInconclusive() {
    var outcome = drillThrough(Answer.error(503, "SlowDown").with("Retry-After", "0"));

    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            why -> assertThat(why.toString()).contains("at the destination", "503 SlowDown"));
    assertThat(written).hasValueLessThan(4 * OBJECTS);
  }

  @Test
  void credentialsThatExpireOnTheWayLeaveTheDrillInconclusiveAndNoItemIsLost() {
    var outcome = drillThrough(Answer.error(400, "ExpiredToken"));

    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Inconclusive.class,
            why ->
                assertThat(why.toString()).contains("400 ExpiredToken", "renew the credentials"));
    assertThat(written).hasValueLessThan(10 + 2 * OBJECTS / 3);
  }
}
