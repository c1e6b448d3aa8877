package eu.sortie.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import eu.sortie.architecture.samples.Intruder;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LineTests {

  private static LineException refused(Line line, String operation, boolean reads) {
    return assertThatExceptionOfType(LineException.class)
        .isThrownBy(() -> Intruder.calls(line, operation, reads))
        .actual();
  }

  @Nested
  class ReadOnly {

    private final Line line = Line.readOnly("aws");

    @Test
    void letsReadsThroughAndCountsThem() {
      line.meter().enter(Stage.EXPORT);
      line.cross("GetObject", true);
      line.cross("GetObject", true);

      assertThat(line.meter().usage().stages().get(Stage.EXPORT))
          .containsExactly(entry("GetObject", new Traffic(2, 0, 0)));
      assertThat(line.violations()).isEmpty();
    }

    @Test
    void refusesWhatWouldChangeTheEndAndNamesTheCaller() {
      var refusal = refused(line, "PutObject", false);

      assertThat(refusal)
          .hasMessage(
              "PutObject would have changed 'aws', which is read only; called by eu.sortie.architecture.samples.Intruder.calls");
      assertThat(line.violations()).containsExactly(refusal.getMessage());
    }

    @Test
    void countsNothingThatItRefused() {
      refused(line, "PutObject", false);

      assertThat(line.meter().usage().stages()).isEmpty();
    }
  }

  @Nested
  class Open {

    private final Line line = Line.open("europe");

    @Test
    void letsReadsAndWritesThrough() {
      line.cross("PutObject", false);
      line.cross("GetObject", true);

      assertThat(line.meter().usage().stages().get(Stage.SURVEY))
          .containsOnlyKeys("GetObject", "PutObject");
      assertThat(line.violations()).isEmpty();
    }

    @Test
    void letsNothingThroughOnceCut() {
      line.cut();

      refused(line, "PutObject", false);
      refused(line, "GetObject", true);
      assertThat(line.violations()).hasSize(2);
    }
  }

  @Nested
  class Cut {

    private final Line line = Line.readOnly("aws");

    @Test
    void refusesReadsTooAndNamesTheCaller() {
      line.cut();

      assertThat(refused(line, "GetObject", true))
          .hasMessage(
              "GetObject was called after 'aws' was cut off, by eu.sortie.architecture.samples.Intruder.calls");
    }

    @Test
    void keepsWhatWasCountedBefore() {
      line.cross("GetObject", true);
      line.cut();
      refused(line, "GetObject", true);

      assertThat(line.meter().usage().total(any -> true).requests()).isEqualTo(1);
    }

    @Test
    void keepsViolationsInTheOrderTheyWereTried() {
      refused(line, "PutObject", false);
      line.cut();
      refused(line, "ListObjectsV2", true);

      assertThat(line.violations())
          .satisfiesExactly(
              first -> assertThat(first).startsWith("PutObject would have changed"),
              second -> assertThat(second).startsWith("ListObjectsV2 was called after"));
    }

    @Test
    void namesTheThreadWhereOnlyTheAdapterIsToBeSeen() {
      line.cut();

      assertThatExceptionOfType(LineException.class)
          .isThrownBy(() -> line.cross("GetObject", true))
          .withMessage("GetObject was called after 'aws' was cut off, by thread %s"
              .formatted(Thread.currentThread().getName()));
    }

    @Test
    void keepsTheViolationsOfManyThreads() throws Exception {
      line.cut();
      var pool = Executors.newFixedThreadPool(8);
      var trying = new ArrayList<Callable<Void>>();
      for (int i = 0; i < 8; i++) {
        trying.add(() -> {
          for (int round = 0; round < 200; round++) {
            refused(line, "GetObject", true);
          }
          return null;
        });
      }
      try {
        for (var done : pool.invokeAll(trying)) {
          done.get();
        }
      } finally {
        pool.shutdown();
      }

      assertThat(line.violations()).hasSize(1_600);
    }
  }

  @Nested
  class Values {

    @Test
    void aPlantedCaseDoesNotChangeWithTheListItCameFrom() {
      var keys = new ArrayList<>(List.of("a"));
      var planted = new PlantedCase("K05", "A key of one letter.", keys, "");
      keys.clear();

      assertThat(planted.keys()).containsExactly("a");
    }

    @Test
    void answersSayThemselvesInLowerCase() {
      assertThat(Finding.Answer.values())
          .extracting(Finding.Answer::toString)
          .containsExactly("yes", "no", "unknown");
    }
  }
}
