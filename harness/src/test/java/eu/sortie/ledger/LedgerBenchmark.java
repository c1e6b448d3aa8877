package eu.sortie.ledger;

import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Durations;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Times the comparison of two large inventories; see {@code bench/ledger}. */
final class LedgerBenchmark {

  private static final Kinds KINDS = Kinds.of(ObjectTraits.OBJECT);
  private static final List<Trait> COMPARED =
      ObjectTraits.OBJECT.traits().stream().filter(Trait::comparedByDefault).toList();

  private final Planted planted;
  private Fidelity fidelity = Fidelity.NONE;
  private long pairs;
  private long wrong;

  private LedgerBenchmark(Planted planted) {
    this.planted = planted;
  }

  /** Takes the number of items at each end, and one in how many differs. */
  public static void main(String... args) throws IOException {
    var planted = new Planted(
        args.length > 0 ? Integer.parseInt(args[0]) : 3_000_000,
        args.length > 1 ? Integer.parseInt(args[1]) : 10_000);
    var folder = Files.createTempDirectory("ledger-benchmark");
    try {
      new LedgerBenchmark(planted).run(folder);
    } finally {
      remove(folder);
    }
  }

  private void run(Path folder) throws IOException {
    say("items at each end: %,d, one in %,d differs".formatted(planted.items(), planted.every()));
    try (var ledger = Ledger.create(folder, KINDS, KINDS.only(COMPARED))) {
      var began = System.nanoTime();
      fill(ledger);
      var filled = Duration.ofNanos(System.nanoTime() - began);
      say("fill:    %s, peak RSS %s, on disk %s"
          .formatted(Durations.brief(filled), peakRss(), Bytes.print(size(folder))));

      var afresh = resetPeaks();
      began = System.nanoTime();
      compare(ledger);
      var compared = Duration.ofNanos(System.nanoTime() - began);
      say("compare: %s, %,d items/s, peak heap %s, peak RSS %s%s"
          .formatted(
              Durations.brief(compared),
              Math.round(2.0 * planted.items() / compared.toNanos() * 1e9),
              Bytes.print(peakHeap()),
              peakRss(),
              afresh ? "" : " (of the fill too)"));
      verify();
      began = System.nanoTime();
      ledger.export(Side.SOURCE, folder.resolve("source.parquet"));
      say("export:  " + Durations.brief(Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private void fill(Ledger ledger) throws IOException {
    for (int i = 0; i < planted.items(); i++) {
      if (planted.difference(i) != Planted.Difference.UNEXPECTED) {
        ledger.saw(Side.SOURCE, planted.source(i));
      }
    }
    for (int i = 0; i < planted.items(); i++) {
      // In another order than the source's, as many workers leave it.
      int j = (int) ((i * 7_368_787L + 1) % planted.items());
      if (planted.difference(j) != Planted.Difference.MISSING) {
        ledger.saw(Side.DESTINATION, planted.destination(j));
      }
    }
    ledger.settle();
  }

  private void compare(Ledger ledger) throws IOException {
    var began = System.nanoTime();
    fidelity = ledger.alike();
    say("alike:   " + Durations.brief(Duration.ofNanos(System.nanoTime() - began)));
    ledger.eachDifferent(pair -> {
      var comparison = compare(pair);
      fidelity = fidelity.plus(Fidelity.of(comparison));
      pairs++;
      var id = (pair.before() == null ? pair.after() : pair.before()).id();
      if (!comparison.losses().equals(planted.losses(Planted.number(id)))) {
        wrong++;
      }
    });
  }

  private static Comparison compare(Pair pair) {
    if (pair.after() == null) {
      return Comparison.missing(pair.before(), COMPARED);
    }
    return pair.before() == null
        ? Comparison.unexpected(pair.after())
        : Comparison.of(pair.before(), pair.after(), COMPARED);
  }

  private void verify() {
    var same = planted.count(Planted.Difference.NONE);
    var missing = planted.count(Planted.Difference.MISSING);
    var unexpected = planted.count(Planted.Difference.UNEXPECTED);
    expect("pairs that differ", planted.items() - same, pairs);
    expect("pairs with other losses than planted", 0, wrong);
    expect("items", planted.items() - unexpected, fidelity.items());
    expect("arrived", planted.items() - unexpected - missing, fidelity.arrived());
    expect("missing", missing, fidelity.missing());
    expect("unexpected", unexpected, fidelity.unexpected());
    expect(
        "content types altered",
        planted.count(Planted.Difference.TYPE_ALTERED),
        fidelity.tally(ObjectTraits.CONTENT_TYPE).altered());
    expect(
        "metadata altered",
        planted.count(Planted.Difference.OWNER_ALTERED),
        fidelity.tally(ObjectTraits.USER_METADATA).altered());
    say("found:   exactly what was planted, %,d pairs that differ".formatted(pairs));
  }

  private static void expect(String what, long planted, long found) {
    if (planted != found) {
      throw new IllegalStateException("%s: planted %d, found %d".formatted(what, planted, found));
    }
  }

  /** Heap pools forget their peak when asked, the process where the kernel lets it. */
  private static boolean resetPeaks() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static String peakRss() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Bytes.print(Long.parseLong(line.replaceAll("\\D", "")) * Bytes.KIB))
          .findFirst()
          .orElse("unknown");
    }
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      long size = 0;
      for (var file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
      return size;
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
