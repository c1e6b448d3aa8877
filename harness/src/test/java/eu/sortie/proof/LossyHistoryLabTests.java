package eu.sortie.proof;

import static eu.sortie.proof.HistorySpecimens.BETWEEN;
import static eu.sortie.proof.HistorySpecimens.DELETED;
import static eu.sortie.proof.HistorySpecimens.THREE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.testbed.Lab;
import eu.sortie.testbed.NeedsLab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a proxy takes from the history of a key is named, and nothing else is. */
@NeedsLab(because = "no server that runs everywhere lists a history in its order")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class LossyHistoryLabTests {

  private static final String BUCKET =
      "proof-histories-" + ProcessHandle.current().pid();

  private final Map<String, List<Difference>> itsOwn = new TreeMap<>();
  private final Map<String, Score> oracles = new TreeMap<>();
  private Destinations destinations;

  record Case(String words, Fault fault, List<Difference> losses) {
    static Case of(String words, Fault fault, Difference... losses) {
      return new Case(words, fault, List.of(losses));
    }
  }

  record Run(Case one, String destination) {
    @Override
    public String toString() {
      return one.words + ", " + destination;
    }
  }

  private static Difference of(
      String kind,
      String key,
      int version,
      String trait,
      String change,
      String was,
      String became) {
    return new Difference(kind, key, String.valueOf(version), trait, change, was, became);
  }

  private static Difference missing(String kind, String key, int version) {
    return of(kind, key, version, "item", "missing", "", "");
  }

  private static Difference moved(String key, int from, int to) {
    return of("object", key, from, "position", "altered", String.valueOf(from), String.valueOf(to));
  }

  private static String digest(int number) {
    return Specimens.digest(HistorySpecimens.bytes(THREE, number));
  }

  private static Difference[] showsTheOldest(int version) {
    return new Difference[] {
      of("object", THREE, version, "content", "altered", digest(version), digest(1)),
      of(
          "object",
          THREE,
          version,
          "user-metadata",
          "altered",
          "number: \"" + version + '"',
          "number: \"1\"")
    };
  }

  /** Made anew each time: some remember what they did. */
  private static List<Case> cases() {
    return List.of(
        Case.of("nothing happens", new Fault.None()),
        Case.of(
            "a version in the middle is taken and not kept",
            new VersionFault.PretendsToStore(THREE, 2, new AtomicInteger()),
            missing("object", THREE, 2)),
        Case.of(
            "the newest version is taken and not kept",
            new VersionFault.PretendsToStore(THREE, 3, new AtomicInteger()),
            missing("object", THREE, 3)),
        Case.of(
            "each version takes the place of the one before",
            new VersionFault.Merges(THREE, new AtomicReference<>("")),
            missing("object", THREE, 1),
            missing("object", THREE, 2)),
        Case.of(
            "a delete marker in the middle is not made",
            new VersionFault.SkipsDeleteMarker(BETWEEN),
            missing("delete-marker", BETWEEN, 2)),
        Case.of(
            "a delete marker at the end is not made",
            new VersionFault.SkipsDeleteMarker(DELETED),
            missing("delete-marker", DELETED, 2)),
        Case.of(
            "a delete marker is not listed",
            new VersionFault.HidesDeleteMarkers(BETWEEN),
            missing("delete-marker", BETWEEN, 2)),
        Case.of(
            "a version is not listed",
            new VersionFault.Hides(THREE, 1),
            of("object", THREE, 2, "listed", "lost", "yes", "")),
        Case.of(
            "a history is listed back to front",
            new VersionFault.Reverses(THREE),
            moved(THREE, 1, 3),
            moved(THREE, 3, 1)),
        Case.of(
            "the oldest version is shown for every other",
            new VersionFault.ServesTheOldest(THREE, new AtomicReference<>("")),
            Stream.of(2, 3)
                .flatMap(version -> Stream.of(showsTheOldest(version)))
                .toArray(Difference[]::new)));
  }

  Stream<Run> runs() {
    return cases().stream()
        .flatMap(
            one -> destinations.all().stream().map(place -> new Run(one(one.words), place.name())));
  }

  private static Case one(String words) {
    return cases().stream().filter(one -> one.words.equals(words)).findFirst().orElseThrow();
  }

  @BeforeAll
  void plant(Lab lab) throws IOException {
    destinations = Destinations.ofHistories(lab);
    HistorySpecimens.plant(BUCKET, Spot.of(destinations.source()));
    for (var place : destinations.all()) {
      try (var proxy = new LossyProxy(Spot.of(place.end()), new Fault.None());
          var copy = Copy.at(place.end())) {
        var journey = journey(place, proxy, copy);
        itsOwn.put(place.name(), timeless(journey));
        oracles.put(place.name(), score(place, copy, proxy, journey));
      }
    }
  }

  /** Always through a proxy, so that one server may be both ends. */
  private Journey journey(Destinations.One place, LossyProxy proxy, Copy copy) throws IOException {
    return Journey.of(
        destinations.source(),
        Spot.end("europe", place.end(), proxy.port()),
        BUCKET,
        copy.bucket());
  }

  private Score score(Destinations.One place, Copy copy, LossyProxy proxy, Journey journey) {
    try (var there = new BareHand(Spot.of(destinations.source()));
        var here = new BareHand(Spot.of(place.end()));
        var sample = Copy.at(place.end())) {
      var source = new Observation(there, BUCKET).histories();
      var oracle = HistoryOracle.of(source, here, copy, sample, proxy);
      return Score.of(source.size(), oracle.differences(), RandomHistoryPlanted.said(journey));
    }
  }

  /** Without the times of versions, which no server takes over. */
  private static List<Difference> timeless(Journey journey) {
    return journey.lossesOfItems().stream()
        .filter(loss -> !loss.trait().equals("version-time"))
        .toList();
  }

  @Test
  void theOracleSaysTheSameWhereNothingHappens() {
    assertThat(oracles.values())
        .isNotEmpty()
        .allSatisfy(score -> assertThat(score.agreed()).isPositive())
        .allSatisfy(score -> assertThat(score.isPerfect()).as(score.words()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isNamedAndNothingElseIs(Run run) throws IOException {
    var place = destinations.named(run.destination);
    var expected = new ArrayList<>(itsOwn.get(place.name()));
    expected.addAll(run.one.losses);
    try (var proxy = new LossyProxy(Spot.of(place.end()), run.one.fault);
        var copy = Copy.at(place.end())) {
      var journey = journey(place, proxy, copy);

      assertThat(proxy.failures()).isEmpty();
      assertThat(timeless(journey))
          .as(() -> String.join("\n", journey.heard().journal()))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(proxy.strikes() > 0)
          .as(() -> String.join("\n", journey.heard().journal()))
          .isEqualTo(!(run.one.fault instanceof Fault.None));
    }
  }
}
