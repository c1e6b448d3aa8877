package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.measure.Effort;
import eu.sortie.measure.Meter;
import eu.sortie.measure.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTests {

  private static final long SECOND = 1_000_000_000;

  private long now;
  private long own;
  private double busy;
  private final Meter source = new Meter();
  private final Meter destination = new Meter();
  private final Watch watch = new Watch(
      new Processors() {
        @Override
        public double busy() {
          return busy;
        }

        @Override
        public long ownNanos() {
          return own;
        }
      },
      () -> now);

  private void pass(double seconds, double load) {
    now += (long) (seconds * SECOND);
    own += (long) (seconds * SECOND / 2);
    busy = load;
    watch.look();
  }

  private Effort effort(Stage stage) {
    return watch.efforts(List.of(source, destination)).get(stage);
  }

  @Test
  void weighsHowBusyTheMachineWasByTime() {
    watch.enter(Stage.EXPORT);
    pass(3, 1.0);
    pass(1, 0.2);

    assertThat(effort(Stage.EXPORT).busyPercent()).isEqualTo(80);
    assertThat(effort(Stage.EXPORT).watched()).isEqualTo(Duration.ofSeconds(4));
    assertThat(effort(Stage.EXPORT).processor()).isEqualTo(Duration.ofSeconds(2));
    assertThat(watch.busy()).isEqualTo(0.2);
  }

  @Test
  void keepsStagesApart() {
    pass(5, 1.0);
    watch.enter(Stage.EXPORT);
    pass(2, 0.5);
    watch.enter(Stage.RESURVEY);
    pass(1, 0.1);

    assertThat(effort(Stage.EXPORT).watched()).isEqualTo(Duration.ofSeconds(2));
    assertThat(effort(Stage.EXPORT).busyPercent()).isEqualTo(50);
    assertThat(effort(Stage.RESURVEY).busyPercent()).isEqualTo(10);
    assertThat(effort(Stage.SURVEY)).isNull();
  }

  @Test
  void takesWhatWasWaitedForFromTheMeters() {
    watch.enter(Stage.EXPORT);
    source.enter(Stage.EXPORT);
    source.waited(SECOND);
    source.waited(SECOND);
    destination.enter(Stage.RESURVEY);
    destination.waited(SECOND);

    assertThat(effort(Stage.EXPORT).source()).isEqualTo(Duration.ofSeconds(2));
    assertThat(effort(Stage.EXPORT).destination()).isZero();
  }

  @Test
  void doesNotKnowHowBusyAMachineIsThatDoesNotSay() {
    watch.enter(Stage.EXPORT);
    pass(2, -1);

    assertThat(effort(Stage.EXPORT).busyPercent()).isEqualTo(-1);
    assertThat(watch.busy()).isNegative();
  }

  @Test
  void ofThisMachineCountsItsOwnTime() {
    var machine = Processors.ofThisMachine();
    long before = machine.ownNanos();
    var unused = java.util.stream.IntStream.range(0, 50_000_000).asLongStream().sum();

    assertThat(machine.ownNanos()).isGreaterThan(before);
    assertThat(machine.busy()).isLessThanOrEqualTo(1);
  }
}
