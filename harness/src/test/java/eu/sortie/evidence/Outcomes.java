package eu.sortie.evidence;

import static eu.sortie.drill.GateResult.Result.BREACHED;
import static eu.sortie.drill.GateResult.Result.CLEARED;
import static eu.sortie.drill.GateResult.Result.INCONCLUSIVE;

import eu.sortie.drill.AllowanceUse;
import eu.sortie.drill.Bill;
import eu.sortie.drill.Breach;
import eu.sortie.drill.CaseResult;
import eu.sortie.drill.Changes;
import eu.sortie.drill.EndFacts;
import eu.sortie.drill.GateResult;
import eu.sortie.drill.LossGroup;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Reckoning;
import eu.sortie.drill.ReferenceGroup;
import eu.sortie.drill.Translated;
import eu.sortie.drill.Verdict;
import eu.sortie.inventory.Fidelity;
import eu.sortie.inventory.Tally;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Archived;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Effort;
import eu.sortie.measure.Money;
import eu.sortie.measure.Restoring;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Throughput;
import eu.sortie.measure.Timings;
import eu.sortie.measure.Traffic;
import eu.sortie.measure.Usage;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Leftover;
import eu.sortie.yaml.PriceBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Outcomes as drills give them, made by hand. */
final class Outcomes {

  static final Instant STARTED = Instant.parse("2026-11-23T10:14:05.125Z");

  private static final String GATE = "every item keeps content, content-type, user-metadata, tags";

  private Outcomes() {}

  static Outcome passed() {
    return new Outcome(
        "7f3a91c2",
        "Photos leave S3",
        "embedded",
        STARTED,
        STARTED.plusSeconds(101),
        new Verdict.Passed(),
        List.of(
            new GateResult(
                GATE, CLEARED, "all of 12 480 items", "12 480 of 12 480 items", List.of()),
            new GateResult(
                "time to exit at most 30 min",
                CLEARED,
                "at most 30 min",
                "took 1 min 06 s: export 1 min 05 s, restore 1.20 s",
                List.of()),
            new GateResult(
                "cost to exit at most 5.00 EUR",
                CLEARED,
                "at most 5.00 EUR",
                "0.41 EUR: 0.43 USD at 0.95 EUR of 2026-11-20",
                List.of())),
        List.of(
            new AllowanceUse(
                "loss of storage-class", "the destination has one storage class", 8320),
            new AllowanceUse("loss of tags under raw/", "raw files are tagged anew", 0)),
        fidelity(12_480, 0, Map.of(ObjectTraits.STORAGE_CLASS, new Tally(4160, 8320, 0, 0, 0))),
        List.of(storageClass()),
        List.of(),
        timings(65_310, 1200),
        throughput(),
        bill("0.4312"),
        Restoring.NONE,
        List.of(source(false), destination(false)),
        new TreeMap<>(
            Map.of("sortie", "0.1.0", "java", "17.0.15", "s3mock", "5.2.0", "s3proxy", "4.1.0")),
        List.of(
            "bucket photos has versioning: 812 noncurrent versions were not looked at",
            "bucket configuration (lifecycle, policy, CORS) was not looked at"),
        List.of(),
        List.of(),
        Changes.NONE,
        Reckoning.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Outcome failed() {
    var passed = passed();
    var seen = "user-metadata altered on 14 of 12 480 items\n3 of 12 480 items are missing";
    return new Outcome(
        "b81c07de",
        passed.scenario(),
        passed.environment(),
        STARTED.plusSeconds(86_400),
        STARTED.plusSeconds(86_400 + 2630),
        new Verdict.Failed(List.of(
            new Breach(GATE, seen),
            new Breach(
                "time to exit at most 30 min",
                "took 41 min 07 s: export 31 min 37 s, restore 9 min 30 s"))),
        List.of(
            new GateResult(
                GATE,
                BREACHED,
                "all of 12 480 items",
                seen,
                List.of(
                    "2026/0412.jpg  owner: \"Ægir\" became \"?gir\"      surprise",
                    "2026/0413.jpg  owner: \"Ægir\" became \"?gir\"      surprise",
                    "2026/<script>alert(1)</script>\u202Egpj.exe  missing      surprise")),
            new GateResult(
                "time to exit at most 30 min",
                BREACHED,
                "at most 30 min",
                "took 41 min 07 s: export 31 min 37 s, restore 9 min 30 s",
                List.of()),
            passed.gates().get(2)),
        passed.allowances(),
        fidelity(
            12_480,
            3,
            Map.of(
                ObjectTraits.USER_METADATA, new Tally(9046, 14, 3, 0, 3417),
                ObjectTraits.EXPIRES, new Tally(12, 0, 0, 41, 12_427),
                ObjectTraits.STORAGE_CLASS, new Tally(4157, 8320, 3, 0, 0))),
        List.of(
            new LossGroup(
                "item",
                "missing",
                "destination",
                "400 InvalidArgument: Object key contains unsupported characters",
                false,
                "",
                3,
                List.of(
                    "2026/<script>alert(1)</script>\u202Egpj.exe",
                    "2026/a//b.jpg",
                    "2026/tab\there.jpg")),
            new LossGroup(
                "user-metadata",
                "altered",
                "destination",
                "",
                false,
                "",
                14,
                List.of(
                    "2026/0412.jpg  owner: \"Ægir\" became \"?gir\"",
                    "2026/0413.jpg  owner: \"Ægir\" became \"?gir\"")),
            storageClass()),
        cases(),
        timings(1_897_000, 570_000),
        throughput(),
        bill("0.5121"),
        restoring(),
        passed.ends(),
        passed.versions(),
        passed.notCovered(),
        List.of(new Leftover(
            "bucket photos-drill-b81c07de",
            "DeleteBucket answered 409 BucketNotEmpty",
            "aws s3 rb --force s3://photos-drill-b81c07de --endpoint-url http://127.0.0.1:8081")),
        List.of("export store sortie-export-b81c07de, asked for with --keep"),
        new Changes(2, 1, 1, List.of("2026/0500.jpg was written", "2026/0007.jpg was deleted")),
        new Reckoning(12_480, 3, 12_478, 0, 2, 12_478, 0, 12_478, 0, 12_478, 0, 2),
        List.of(new ReferenceGroup(
            "arn", 3, List.of("photos  notifications 1: arn:aws:sqs:eu-west-3:111122223333:new"))),
        List.of(new Translated(
            "persistentvolumeclaim/data",
            "spec",
            "storageClassName",
            "gp3",
            "",
            "storage-class",
            "the class is the source's own")),
        List.of(new ReferenceGroup(
            "arn",
            1,
            List.of("configmap/settings  data queue: arn:aws:sqs:eu-west-3:111122223333:new"))),
        List.of());
  }

  /** What arrived does not run. */
  static Outcome dead() {
    var gate = "workloads ready within 5 min";
    var seen = "1 of 3 workloads were not ready after 5 min";
    return withVerdict(
        failed(),
        new Verdict.Failed(List.of(new Breach(gate, seen))),
        List.of(new GateResult(
            gate,
            BREACHED,
            "all ready within 5 min, without the source",
            seen,
            List.of(
                "deployment/web: 0 of 2 are ready",
                "pod/web-1, container web says: <b>\u001B[31mno"))));
  }

  static Outcome inconclusive() {
    var passed = passed();
    return new Outcome(
        "0c44aa10",
        passed.scenario(),
        "scaleway",
        STARTED,
        STARTED.plusSeconds(12),
        new Verdict.Inconclusive("interrupted"),
        List.of(new GateResult(
            GATE,
            INCONCLUSIVE,
            "all items",
            "nothing was compared: interrupted in EXPORT",
            List.of())),
        passed.allowances(),
        Fidelity.NONE,
        List.of(),
        List.of(),
        new Timings(Map.of(
            Stage.SURVEY, Duration.ofMillis(4210),
            Stage.EXPORT, Duration.ofMillis(7400),
            Stage.CLEAR, Duration.ofMillis(310))),
        Throughput.NONE,
        new Bill(Cost.NONE, Cost.NONE, List.of(), List.of("aws", "europe")),
        Restoring.NONE,
        List.of(source(true), destination(true)),
        passed.versions(),
        List.of(),
        List.of(),
        List.of(),
        Changes.NONE,
        Reckoning.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static Outcome withCostAndTime(Outcome like, String money, Timings timings) {
    return new Outcome(
        like.id(),
        like.scenario(),
        like.environment(),
        like.started().plusSeconds(3600),
        like.ended().plusSeconds(3600),
        like.verdict(),
        like.gates(),
        like.allowances(),
        like.fidelity(),
        like.losses(),
        like.cases(),
        timings,
        like.throughput(),
        bill(money),
        like.restoring(),
        like.ends(),
        like.versions(),
        like.notCovered(),
        like.leftovers(),
        like.kept(),
        like.changes(),
        like.reckoning(),
        like.references(),
        like.translations(),
        like.residues(),
        List.of());
  }

  static Outcome withVerdict(Outcome like, Verdict verdict, List<GateResult> gates) {
    return new Outcome(
        like.id(),
        like.scenario(),
        like.environment(),
        like.started(),
        like.ended(),
        verdict,
        gates,
        like.allowances(),
        like.fidelity(),
        like.losses(),
        like.cases(),
        like.timings(),
        like.throughput(),
        like.bill(),
        like.restoring(),
        like.ends(),
        like.versions(),
        like.notCovered(),
        like.leftovers(),
        like.kept(),
        like.changes(),
        like.reckoning(),
        like.references(),
        like.translations(),
        like.residues(),
        List.of());
  }

  static Outcome named(Outcome like, String scenario, List<EndFacts> ends) {
    return new Outcome(
        like.id(),
        scenario,
        like.environment(),
        like.started(),
        like.ended(),
        like.verdict(),
        like.gates(),
        like.allowances(),
        like.fidelity(),
        like.losses(),
        like.cases(),
        like.timings(),
        like.throughput(),
        like.bill(),
        like.restoring(),
        ends,
        like.versions(),
        like.notCovered(),
        like.leftovers(),
        like.kept(),
        like.changes(),
        like.reckoning(),
        like.references(),
        like.translations(),
        like.residues(),
        List.of());
  }

  static Timings timings(long exportMs, long restoreMs) {
    return new Timings(
        Map.of(
            Stage.SURVEY, Duration.ofMillis(4210),
            Stage.EXPORT, Duration.ofMillis(exportMs),
            Stage.CUT, Duration.ofMillis(240),
            Stage.RESTORE, Duration.ofMillis(restoreMs),
            Stage.RESURVEY, Duration.ofMillis(22_950),
            Stage.COMPARE, Duration.ofMillis(830),
            Stage.JUDGE, Duration.ofMillis(4),
            Stage.CLEAR, Duration.ofMillis(5100)),
        Map.of(
            Stage.EXPORT,
            new Effort(
                Duration.ofMillis(exportMs),
                Duration.ofMillis(exportMs * 2),
                Duration.ofMillis(exportMs * 5),
                Duration.ofMillis(exportMs / 3),
                41)));
  }

  static EndFacts source(boolean live) {
    return new EndFacts(
        "aws",
        "source",
        live,
        live ? "https://s3.eu-west-3.amazonaws.com" : "http://127.0.0.1:9090 (S3Mock 5.2.0)",
        List.of("AWS SDK for Java 2.57.8 reads"),
        "nothing stated",
        new Usage(Map.of(
            Stage.SURVEY,
            new TreeMap<>(Map.of("ListObjectsV2", new Traffic(13, 0, 4_811_001))),
            Stage.EXPORT,
            new TreeMap<>(Map.of(
                "GetObject", new Traffic(12_481, 0, 5_211_820_033L),
                "GetObjectTagging", new Traffic(3114, 0, 1_022_118))))));
  }

  static EndFacts destination(boolean live) {
    return new EndFacts(
        "europe",
        "destination",
        live,
        live ? "https://s3.fr-par.scw.cloud" : "http://127.0.0.1:8081 (S3Proxy 4.1.0)",
        List.of("AWS SDK for Java 2.57.8 writes", "MinIO client 9.0.4 reads"),
        "S3Proxy 4.1.0 on a filesystem, 2026-11-20",
        new Usage(Map.of(
            Stage.EXPORT,
            new TreeMap<>(Map.of("PutObject", new Traffic(12_480, 5_211_820_033L, 0))),
            Stage.RESURVEY,
            new TreeMap<>(Map.of("GetObject", new Traffic(12_480, 0, 5_211_820_033L))))));
  }

  private static LossGroup storageClass() {
    return new LossGroup(
        "storage-class",
        "altered",
        "destination",
        "the destination keeps one storage class",
        true,
        "the destination has one storage class",
        8320,
        List.of(
            "2026/0001.jpg  STANDARD_IA became STANDARD",
            "2026/0002.jpg  GLACIER_IR became STANDARD"));
  }

  private static Fidelity fidelity(long items, long missing, Map<Trait, Tally> special) {
    var tallies = new TreeMap<Trait, Tally>();
    for (var trait : ObjectTraits.OBJECT.traits()) {
      if (trait.comparedByDefault()) {
        tallies.put(trait, new Tally(items - missing, 0, missing, 0, 0));
      }
    }
    tallies.put(ObjectTraits.CONTENT_LANGUAGE, new Tally(0, 0, 0, 0, items));
    tallies.put(ObjectTraits.REDIRECT_LOCATION, new Tally(0, 0, 0, items, 0));
    tallies.putAll(special);
    return new Fidelity(items, items - missing, missing, 0, tallies);
  }

  private static List<CaseResult> cases() {
    return List.of(
        new CaseResult("K01", "an empty object", CaseResult.Fate.KEPT, ""),
        new CaseResult(
            "K05",
            "a key with two slashes in a row",
            CaseResult.Fate.LOST_BY_SURPRISE,
            "2026/a//b.jpg missing: 400 InvalidArgument"),
        new CaseResult(
            "K11",
            "metadata outside ASCII",
            CaseResult.Fate.LOST_BY_SURPRISE,
            "user-metadata altered: owner: \"Ægir\" became \"?gir\""),
        new CaseResult(
            "K17",
            "storage class other than STANDARD",
            CaseResult.Fate.LOST_AS_FORETOLD,
            "storage-class altered"),
        new CaseResult(
            "K23", "an object under legal hold", CaseResult.Fate.NOT_PLANTED, "501 NotImplemented"),
        new CaseResult(
            "K30",
            "an Expires that is no date",
            CaseResult.Fate.UNKNOWN,
            "expires could not be seen"));
  }

  private static Throughput throughput() {
    return new Throughput(
        Duration.ofMillis(500),
        LongStream.range(0, 200)
            .map(i -> i < 9
                ? 20_000 * i
                : i < 140
                    ? (long) (38_000_000 + 9_000_000 * Math.sin(i / 5.0) - (i % 17) * 700_000L)
                    : i < 146 ? 0 : i < 190 ? 61_000_000 + (i % 7) * 2_000_000L : 4000)
            .boxed()
            .toList());
  }

  private static Bill bill(String egress) {
    var egressLine = line("aws", "egress", "4.853885", "GiB", egress, true);
    var puts = new Cost.Line(
        "europe",
        "example-cloud",
        "puts",
        new BigDecimal("12.48"),
        "1 000 requests",
        Money.euros("0.0125"),
        false);
    return new Bill(
        new Cost(List.of(
            egressLine, line("aws", "gets", "15.595", "1 000 requests", "0.0062", true), puts)),
        new Cost(List.of(
            egressLine,
            line("aws", "gets", "15.595", "1 000 requests", "0.0062", true),
            line("aws", "lists", "0.013", "1 000 requests", "0.000069", true),
            puts)),
        List.of(
            "aws-eu-west-3, retrieved 2026-11-20",
            "example-cloud, retrieved 2026-11-18",
            "assumed: nothing else left that month, so tiers begin at the first GiB"),
        List.of());
  }

  /** One class that the price list knows, and one that it does not. */
  static Restoring restoring() {
    return PriceBook.load("aws-eu-west-3")
        .ofRestoring(
            "aws",
            Map.of(
                "GLACIER",
                new Archived(1200, 3 * Bytes.GIB),
                "FROZEN",
                new Archived(2, Bytes.KIB)));
  }

  private static Cost.Line line(
      String end, String price, String quantity, String unit, String dollars, boolean verified) {
    return new Cost.Line(
        end,
        "aws-eu-west-3",
        price,
        new BigDecimal(quantity),
        unit,
        Money.parse(dollars + " USD"),
        verified);
  }
}
