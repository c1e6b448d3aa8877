package eu.sortie.measure;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what crosses one end's wire; many threads may count at once. */
public final class Meter {

  private final Map<Key, Counters> counters = new ConcurrentHashMap<>();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder slowDowns = new LongAdder();
  private final Map<Stage, LongAdder> waits = new ConcurrentHashMap<>();
  private volatile Stage stage = Stage.SURVEY;

  /** Books what comes from now on under a stage. */
  public void enter(Stage next) {
    stage = next;
  }

  /** Adds what was counted before this meter was there, stage by stage. */
  public void add(Usage earlier) {
    earlier
        .stages()
        .forEach((booked, operations) -> operations.forEach((operation, traffic) -> {
          var some = counters.computeIfAbsent(new Key(booked, operation), any -> new Counters());
          some.requests.add(traffic.requests());
          some.sent.add(traffic.sentBytes());
          some.received.add(traffic.receivedBytes());
          bytes.add(traffic.sentBytes() + traffic.receivedBytes());
        }));
  }

  /** Counts one request about to be sent. */
  public void request(String operation) {
    counters(operation).requests.increment();
  }

  /** Counts bytes of a request's body. */
  public void sent(String operation, long count) {
    counters(operation).sent.add(count);
    bytes.add(count);
  }

  /** Counts bytes of an answer's body. */
  public void received(String operation, long count) {
    counters(operation).received.add(count);
    bytes.add(count);
  }

  /** Adds to how long threads waited for the end. */
  public void waited(long nanos) {
    waits.computeIfAbsent(stage, any -> new LongAdder()).add(nanos);
  }

  /** How long threads waited for the end in a stage, all of them together. */
  public Duration waits(Stage during) {
    var some = waits.get(during);
    return some == null ? Duration.ZERO : Duration.ofNanos(some.sum());
  }

  /** Counts an answer by which the end asks for less at once. */
  public void slowDown() {
    slowDowns.increment();
  }

  /** How often the end asked for less at once. */
  public long slowDowns() {
    return slowDowns.sum();
  }

  /** All bytes so far, both ways: what a progress bar shows. */
  public long bytes() {
    return bytes.sum();
  }

  /** What was counted so far. */
  public Usage usage() {
    var stages = new EnumMap<Stage, SortedMap<String, Traffic>>(Stage.class);
    counters.forEach((key, counted) -> stages
        .computeIfAbsent(key.stage, any -> new TreeMap<>())
        .put(
            key.operation,
            new Traffic(counted.requests.sum(), counted.sent.sum(), counted.received.sum())));
    return new Usage(stages);
  }

  private Counters counters(String operation) {
    return counters.computeIfAbsent(new Key(stage, operation), any -> new Counters());
  }

  private record Key(Stage stage, String operation) {}

  private static final class Counters {
    final LongAdder requests = new LongAdder();
    final LongAdder sent = new LongAdder();
    final LongAdder received = new LongAdder();
  }
}
