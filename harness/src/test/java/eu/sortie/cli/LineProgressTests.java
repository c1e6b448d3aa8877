package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTests {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final LineProgress progress = new LineProgress(
      new Console(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          false,
          false,
          name -> Map.<String, String>of().get(name)),
      clock::get);

  private void item(Duration later, long bytes) {
    clock.addAndGet(later.toNanos());
    progress.item(bytes);
  }

  @Test
  void isOneLineForAStageThatIsShort() {
    progress.stage(Stage.SURVEY, 0, 0);
    progress.stage(Stage.EXPORT, 3, 6 * Bytes.MIB);
    item(Duration.ofSeconds(1), 2 * Bytes.MIB);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("survey", "export 3 items, 6.00 MiB");
  }

  @Test
  void saysInALongOneNowAndThenHowFarItIs() {
    progress.stage(Stage.EXPORT, 100, 100 * Bytes.MIB);
    item(Duration.ofSeconds(20), Bytes.MIB);
    item(Duration.ofSeconds(20), 19 * Bytes.MIB);
    item(Duration.ofSeconds(20), Bytes.MIB);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "export 100 items, 100.0 MiB",
            "export 2 items, 20.0 MiB so far of 100 items, 100.0 MiB, about 2 min 40 s left");
  }

  @Test
  void countsItemsWhereThereAreNoBytes() {
    progress.stage(Stage.COMPARE, 4, 0);
    item(Duration.ofSeconds(30), 0);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("compare 1 items so far of 4 items, about 1 min 30 s left");
  }
}
