package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CrewTests {

  private final AtomicInteger done = new AtomicInteger();

  @Test
  void doesAllThatIsHanded() throws IOException {
    try (var crew = new Crew()) {
      for (int i = 0; i < 1000; i++) {
        crew.hand(done::incrementAndGet);
      }
      crew.finish();
      assertThat(done).hasValue(1000);
    }
  }

  @Test
  void makesWhoHandsOutWorkWaitForAFreeThread() throws Exception {
    var goOn = new CountDownLatch(1);
    var handed = new AtomicInteger();
    try (var crew = new Crew()) {
      var handing = new Thread(() -> {
        try {
          for (int i = 0; i < 3 * Pace.FIRST; i++) {
            crew.hand(() -> await(goOn));
            handed.incrementAndGet();
          }
        } catch (IOException failed) {
          throw new java.io.UncheckedIOException(failed);
        }
      });
      handing.start();
      Awaitility.await().untilAtomic(handed, org.hamcrest.Matchers.equalTo(Pace.FIRST));
      // Nothing may pile up: it has to stay so for a while.
      Awaitility.await()
          .during(java.time.Duration.ofMillis(200))
          .atMost(java.time.Duration.ofSeconds(5))
          .untilAtomic(handed, org.hamcrest.Matchers.equalTo(Pace.FIRST));

      goOn.countDown();
      handing.join();
      crew.finish();
    }
    assertThat(handed).hasValue(3 * Pace.FIRST);
  }

  @Test
  void isAsLargeAsItsPaceSays() throws Exception {
    var slowDowns = new AtomicInteger();
    var nanos = new AtomicLong();
    var pace = new Pace(nanos::get, () -> 1, slowDowns::get);
    slowDowns.incrementAndGet();
    nanos.set(2_000_000_000);
    for (int i = 0; i < Pace.FIRST; i++) {
      pace.done(1);
    }
    var together = new AtomicInteger();
    var most = new AtomicInteger();
    try (var crew = new Crew(pace)) {
      for (int i = 0; i < 200; i++) {
        crew.hand(() -> {
          most.accumulateAndGet(together.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          together.decrementAndGet();
        });
      }
      crew.finish();
    }

    assertThat(most.get()).isBetween(1, Pace.FIRST / 2);
  }

  @Test
  void stopsAtTheFirstFailureAndSaysIt() throws IOException {
    try (var crew = new Crew()) {
      crew.hand(() -> {
        throw new IOException("the first");
      });
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> {
            while (done.get() < 1_000_000) {
              crew.hand(done::incrementAndGet);
            }
          })
          .withMessage("the first");
    }
    assertThat(done.get()).isLessThan(1_000_000);
  }

  @Test
  void letsTheOthersFinishWhatTheyHold() throws IOException {
    var failed = new CountDownLatch(1);
    try (var crew = new Crew()) {
      crew.hand(() -> {
        await(failed);
        done.incrementAndGet();
      });
      crew.hand(() -> {
        failed.countDown();
        throw new IOException("broken");
      });
      assertThatExceptionOfType(IOException.class).isThrownBy(crew::finish).withMessage("broken");
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void tellsAFailureOfTheLastPieceAsWell() throws IOException {
    try (var crew = new Crew()) {
      crew.hand(() -> {
        throw new IllegalStateException("the last");
      });
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(crew::finish)
          .withMessage("the last");
    }
  }

  @Test
  void doesNotHideAnError() throws IOException {
    try (var crew = new Crew()) {
      crew.hand(() -> {
        throw new OutOfMemoryError("made up");
      });
      assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(crew::finish);
    }
  }

  @Test
  void stopsHandingOutWorkWhereItIsInterrupted() throws IOException {
    try (var crew = new Crew()) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> crew.hand(done::incrementAndGet))
          .withMessage("interrupted while waiting for a free thread");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
