package eu.sortie.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeterTests {

  @Nested
  class Counting {

    private final Meter meter = new Meter();

    @Test
    void beginsWithNothing() {
      assertThat(meter.usage()).isEqualTo(Usage.NONE);
      assertThat(meter.bytes()).isZero();
    }

    @Test
    void keepsOperationsApart() {
      meter.request("GetObject");
      meter.request("GetObject");
      meter.received("GetObject", 100);
      meter.request("PutObject");
      meter.sent("PutObject", 7);
      meter.received("PutObject", 1);

      assertThat(meter.usage().stages().get(Stage.SURVEY))
          .containsExactly(
              entry("GetObject", new Traffic(2, 0, 100)), entry("PutObject", new Traffic(1, 7, 1)));
    }

    @Test
    void booksUnderTheStageItIsIn() {
      meter.request("ListObjectsV2");
      meter.enter(Stage.EXPORT);
      meter.request("GetObject");
      meter.enter(Stage.RESTORE);
      meter.request("GetObject");

      assertThat(meter.usage().stages())
          .containsExactly(
              entry(Stage.SURVEY, one("ListObjectsV2")),
              entry(Stage.EXPORT, one("GetObject")),
              entry(Stage.RESTORE, one("GetObject")));
    }

    @Test
    void addsBytesOfBothWays() {
      meter.sent("PutObject", 7);
      meter.enter(Stage.EXPORT);
      meter.received("GetObject", 100);

      assertThat(meter.bytes()).isEqualTo(107);
    }

    @Test
    void whatWasCountedStaysWhatItWas() {
      meter.request("GetObject");
      var before = meter.usage();
      meter.request("GetObject");

      assertThat(before.total(any -> true).requests()).isEqualTo(1);
    }

    private static SortedMap<String, Traffic> one(String operation) {
      return new TreeMap<>(Map.of(operation, new Traffic(1, 0, 0)));
    }
  }

  @Nested
  class ManyThreads {

    @Test
    void loseNothing() throws Exception {
      var meter = new Meter();
      var threads = 8;
      var rounds = 5_000;
      var ready = new CountDownLatch(threads);
      var pool = Executors.newFixedThreadPool(threads);
      var counting = new ArrayList<Callable<Void>>();
      for (int i = 0; i < threads; i++) {
        counting.add(() -> {
          ready.countDown();
          ready.await();
          for (int round = 0; round < rounds; round++) {
            // New keys come up all the time, so that threads also race to make the same counter.
            var operation = "Op" + round % 50;
            meter.request(operation);
            meter.sent(operation, 3);
            meter.received(operation, 5);
          }
          return null;
        });
      }
      try {
        for (var done : pool.invokeAll(counting)) {
          done.get();
        }
      } finally {
        pool.shutdown();
      }

      var all = (long) threads * rounds;
      assertThat(meter.usage().total(any -> true)).isEqualTo(new Traffic(all, 3 * all, 5 * all));
      assertThat(meter.usage().stages().get(Stage.SURVEY)).hasSize(50);
      assertThat(meter.bytes()).isEqualTo(8 * all);
    }
  }

  @Nested
  class WhatWasUsed {

    private final Usage usage = usage();

    @Test
    void isAddedUpOverTheStagesAskedFor() {
      assertThat(usage.operations(Stage::isExit))
          .containsExactly(
              entry("GetObject", new Traffic(11, 22, 33)),
              entry("PutObject", new Traffic(5, 5, 5)));
      assertThat(usage.total(Stage::isExit)).isEqualTo(new Traffic(16, 27, 38));
    }

    @Test
    void isNothingWhereNoStageIsAskedFor() {
      assertThat(usage.operations(any -> false)).isEmpty();
      assertThat(usage.total(any -> false)).isEqualTo(Traffic.NONE);
    }

    @Test
    void doesNotChange() {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> usage.stages().clear());
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> usage.stages().get(Stage.EXPORT).clear());
    }

    private static Usage usage() {
      var stages = new EnumMap<Stage, SortedMap<String, Traffic>>(Stage.class);
      stages.put(Stage.SURVEY, new TreeMap<>(Map.of("GetObject", new Traffic(100, 100, 100))));
      stages.put(
          Stage.EXPORT,
          new TreeMap<>(
              Map.of("GetObject", new Traffic(1, 2, 3), "PutObject", new Traffic(5, 5, 5))));
      stages.put(Stage.RESTORE, new TreeMap<>(Map.of("GetObject", new Traffic(10, 20, 30))));
      return new Usage(stages);
    }
  }
}
