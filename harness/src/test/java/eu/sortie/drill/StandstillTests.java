package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.ledger.Side;
import eu.sortie.spi.ExpiredException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StandstillTests {

  private static final Duration PROBE = Duration.ofMillis(20);

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final StopSign stopSign = new StopSign();
  private final AtomicBoolean valid = new AtomicBoolean();
  private final AtomicInteger asked = new AtomicInteger();

  private Standstill patientFor(Duration patience) {
    return new Standstill(patience, PROBE, stopSign, System::nanoTime, told::add);
  }

  private String answer() throws IOException {
    asked.incrementAndGet();
    return ExpiredAtException.naming(Side.SOURCE, () -> {
      if (!valid.get()) {
        throw ExpiredException.renewable("400 ExpiredToken", new IOException());
      }
      return "bytes";
    });
  }

  /** As many threads as a crew has. */
  private List<Future<String>> crewThrough(Standstill standstill) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(Pace.FIRST);
    Callable<String> piece = () -> standstill.through(this::answer);
    var results = new ArrayList<Future<String>>();
    for (int i = 0; i < Pace.FIRST; i++) {
      results.add(threads.submit(piece));
    }
    threads.shutdown();
    return results;
  }

  @Test
  void allGoOnWhereTheyStoodAndOnePersonIsToldOnce() throws Exception {
    var results = crewThrough(patientFor(Duration.ofMinutes(1)));
    Awaitility.await().until(() -> asked.get() > Pace.FIRST + 5);
    valid.set(true);

    for (var result : results) {
      assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("bytes");
    }
    assertThat(told).hasSize(2);
    assertThat(told.get(0))
        .startsWith("the credentials of the source expired: 400 ExpiredToken")
        .contains("tries every 20 ms", "after 1 min it ends");
    assertThat(told.get(1)).startsWith("the credentials work again");
  }

  @Test
  void onlyOneTriesWhetherTheyWorkAgain() throws Exception {
    var standstill = new Standstill(
        Duration.ofMinutes(1), Duration.ofHours(1), stopSign, System::nanoTime, told::add);
    var results = crewThrough(standstill);
    Awaitility.await().until(() -> asked.get() >= 1 && told.size() == 1);
    stopSign.raise("interrupted");

    for (var result : results) {
      assertThatThrownBy(() -> result.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StoppedException.class);
    }
    assertThat(asked.get()).isLessThanOrEqualTo(Pace.FIRST);
  }

  @Test
  void whoeverWaitsInVainEndsInTheWordsOfTheEnd() throws Exception {
    for (var result : crewThrough(patientFor(Duration.ofMillis(100)))) {
      assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("400 ExpiredToken");
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void whatCannotBeRenewedIsNotWaitedFor() {
    assertThatThrownBy(() -> patientFor(Duration.ofHours(1))
            .through(() -> ExpiredAtException.naming(Side.DESTINATION, () -> {
              throw new ExpiredException("400 ExpiredToken", new IOException());
            })))
        .isInstanceOf(ExpiredAtException.class);
    assertThat(told).isEmpty();
  }

  @Test
  void whenTheOneThatTriesBreaksOffNobodyWaitsForIt() throws Exception {
    var standstill = patientFor(Duration.ofHours(1));
    Pause.Attempt<String> attempt = () -> {
      if (asked.get() > Pace.FIRST) {
        throw new IOException("gone");
      }
      return answer();
    };
    var threads = Executors.newFixedThreadPool(Pace.FIRST);
    var results = new ArrayList<Future<String>>();
    for (int i = 0; i < Pace.FIRST; i++) {
      results.add(threads.submit(() -> standstill.through(attempt)));
    }
    for (var result : results) {
      assertThatThrownBy(() -> result.get(10, TimeUnit.SECONDS)).hasMessageContaining("gone");
    }
    threads.shutdown();
  }

  @Test
  void timeCountsAsWaitedOnlyWhileNothingIsUnderWay() throws Exception {
    var standstill = patientFor(Duration.ofHours(1));
    var underWay = new CountDownLatch(1);
    var arrives = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(2);
    var large = threads.submit(() -> standstill.through(() -> {
      try {
        underWay.countDown();
        arrives.await();
        return "large";
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }));
    assertThat(underWay.await(5, TimeUnit.SECONDS)).isTrue();
    var small = threads.submit(() -> standstill.through(this::answer));
    Awaitility.await().until(() -> asked.get() > 5);
    assertThat(standstill.waited()).isZero();

    arrives.countDown();
    large.get(5, TimeUnit.SECONDS);
    int before = asked.get();
    Awaitility.await().until(() -> asked.get() > before + 5);
    valid.set(true);
    small.get(5, TimeUnit.SECONDS);
    assertThat(standstill.waited()).isGreaterThan(PROBE.multipliedBy(4));
    threads.shutdown();
  }
}
