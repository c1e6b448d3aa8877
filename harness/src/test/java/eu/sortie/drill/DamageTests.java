package eu.sortie.drill;

import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.measure.Stage;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testbed.ThirdHand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is damaged at the destination is named, item by item, and nothing else is. */
@ExtendWith(EmbeddedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamageTests {

  private static final String BUCKET = "harmed";
  private static final String TAGGED = "harmed-tagged";
  private static final String LARGE = "large.bin";
  private static final String LATER = "Tue, 24 Nov 2026 10:14:06 GMT";
  private static final int PART_BYTES = 5 << 20;
  private static final Map<String, String> HEADERS = Map.of(
      "Content-Type", "text/plain",
      "Content-Language", "fr",
      "Content-Disposition", "attachment; filename=\"a.txt\"",
      "Cache-Control", "max-age=60",
      "Expires", "Tue, 24 Nov 2026 10:14:05 GMT",
      "x-amz-meta-owner", "Odile",
      "x-amz-meta-year", "2026");
  /** S3Proxy drops Expires from what it takes in parts. */
  private static final Map<String, String> LARGE_HEADERS = headers("Expires", null);

  private static final Map<String, String> TAGS = Map.of("team", "press", "keep", "yes");

  @TempDir
  private Path folder;

  private End source;
  private Map<Where, End> destinations;

  /** Which server the objects go to. */
  enum Where {
    S3PROXY,
    S3MOCK
  }

  /** A loss in one line, as a test expects it. */
  private static String loss(String key, String trait, String change, String was, String became) {
    return String.join(" | ", key, trait, change, was, became);
  }

  /** What somebody does to an object behind our back. */
  private interface Deed {
    void damage(ThirdHand hand, String bucket);
  }

  private record Damage(String words, List<Where> possibleAt, Deed deed, List<String> losses) {

    static Damage of(String words, Deed deed, String... losses) {
      return new Damage(words, List.of(Where.values()), deed, List.of(losses));
    }

    Damage only(Where where) {
      return new Damage(words, List.of(where), deed, losses);
    }
  }

  /** One run: a damage at a place. */
  private record Run(Damage damage, Where where) {
    @Override
    public String toString() {
      return damage.words + " at " + where;
    }
  }

  private static String key(int number) {
    return "folder %d/object-%02d é.txt".formatted(number % 3, number);
  }

  private static byte[] small(int number) {
    return ("object " + number + " ").repeat(20 + number).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] large() {
    var bytes = new byte[PART_BYTES + 4096];
    new Random(42).nextBytes(bytes);
    return bytes;
  }

  private static byte[] flipped(byte[] bytes) {
    var other = bytes.clone();
    other[other.length / 2] ^= 1;
    return other;
  }

  private static Map<String, String> headers(String... changes) {
    var changed = new TreeMap<>(HEADERS);
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        changed.remove(changes[i]);
      } else {
        changed.put(changes[i], changes[i + 1]);
      }
    }
    return changed;
  }

  /** Writes an object once more with other headers, as an end that cannot change them in place makes everybody do. */
  private static Deed rewritten(int number, String... changes) {
    return (hand, bucket) -> hand.put(bucket, key(number), small(number), headers(changes));
  }

  static Stream<Run> damages() {
    return all().flatMap(damage -> damage.possibleAt.stream().map(where -> new Run(damage, where)));
  }

  private static Stream<Damage> all() {
    return Stream.of(
        Damage.of("nothing", (hand, bucket) -> {}),
        Damage.of("the same object written once more", rewritten(7)).only(Where.S3PROXY),
        bytesFlipped(),
        Damage.of(
            "an object removed",
            (hand, bucket) -> hand.remove(bucket, key(5)),
            loss(key(5), "item", "missing", "", "")),
        Damage.of(
                "an object added",
                (hand, bucket) -> hand.put(bucket, "stranger", small(1), HEADERS),
                loss("stranger", "item", "unexpected", "", ""))
            .only(Where.S3PROXY),
        header(
            "x-amz-meta-owner", "odile", "user-metadata", "owner: \"Odile\"", "owner: \"odile\""),
        header("x-amz-meta-new", "1", "user-metadata", "", "new: \"1\""),
        header("Content-Type", "text/html", "content-type", "text/plain", "text/html"),
        header("Cache-Control", "no-store", "cache-control", "max-age=60", "no-store"),
        header("Expires", LATER, "expires", HEADERS.get("Expires"), LATER),
        Damage.of(
                "a tag changed, one removed and one added",
                (hand, bucket) -> hand.tag(bucket, key(2), Map.of("team", "Press", "new", "1")),
                loss(key(2), "tags", "altered", "team: \"press\"", "team: \"Press\""),
                loss(key(2), "tags", "lost", "keep: \"yes\"", ""),
                loss(key(2), "tags", "added", "", "new: \"1\""))
            .only(Where.S3MOCK),
        Damage.of(
                "the storage class",
                (hand, bucket) -> {
                  hand.put(bucket, key(7), small(7), headers("x-amz-storage-class", "GLACIER"));
                  hand.tag(bucket, key(7), TAGS);
                },
                loss(key(7), "storage-class", "altered", "STANDARD", "GLACIER"))
            .only(Where.S3MOCK),
        manyThings());
  }

  private static Damage bytesFlipped() {
    return Damage.of(
            "one bit of a small object, and one of a large",
            (hand, bucket) -> {
              hand.put(bucket, key(3), flipped(small(3)), HEADERS);
              hand.put(bucket, LARGE, flipped(large()), LARGE_HEADERS);
            },
            content(key(3), small(3), flipped(small(3))),
            content(LARGE, large(), flipped(large())),
            loss(LARGE, "parts", "lost", "2", ""))
        .only(Where.S3PROXY);
  }

  private static Damage header(
      String header, String value, String trait, String was, String became) {
    return Damage.of(
            "%s: %s".formatted(header, value),
            rewritten(7, header, value),
            loss(key(7), trait, was.isEmpty() ? "added" : "altered", was, became))
        .only(Where.S3PROXY);
  }

  private static Damage manyThings() {
    return Damage.of(
            "many things at once, each to an object of its own",
            (hand, bucket) -> {
              hand.put(bucket, key(1), small(11), HEADERS);
              hand.put(bucket, key(11), small(1), HEADERS);
              hand.put(bucket, key(4), Arrays.copyOf(small(4), 10), HEADERS);
              hand.remove(bucket, key(5));
              hand.put(bucket, "stranger", small(1), HEADERS);
              rewritten(6, "x-amz-meta-year", null).damage(hand, bucket);
              rewritten(7, "x-amz-meta-year", null, "x-amz-meta-owner", null).damage(hand, bucket);
              rewritten(8, "Content-Language", "de").damage(hand, bucket);
              rewritten(9, "Content-Disposition", "inline").damage(hand, bucket);
              rewritten(10, "Cache-Control", null).damage(hand, bucket);
              rewritten(12, "Content-Encoding", "gzip").damage(hand, bucket);
            },
            content(key(1), small(1), small(11)),
            loss(key(1), "size", "altered", size(1), size(11)),
            content(key(11), small(11), small(1)),
            loss(key(11), "size", "altered", size(11), size(1)),
            content(key(4), small(4), Arrays.copyOf(small(4), 10)),
            loss(key(4), "size", "altered", size(4), "10"),
            loss(key(5), "item", "missing", "", ""),
            loss("stranger", "item", "unexpected", "", ""),
            loss(key(6), "user-metadata", "lost", "year: \"2026\"", ""),
            loss(key(7), "user-metadata", "lost", "owner: \"Odile\"", ""),
            loss(key(7), "user-metadata", "lost", "year: \"2026\"", ""),
            loss(key(8), "content-language", "altered", "fr", "de"),
            loss(
                key(9),
                "content-disposition",
                "altered",
                HEADERS.get("Content-Disposition"),
                "inline"),
            loss(key(10), "cache-control", "lost", "max-age=60", ""),
            loss(key(12), "content-encoding", "added", "", "gzip"))
        .only(Where.S3PROXY);
  }

  private static String size(int number) {
    return String.valueOf(small(number).length);
  }

  private static String content(String key, byte[] was, byte[] became) {
    return loss(key, "content", "altered", Sample.sha256(was), Sample.sha256(became));
  }

  @BeforeAll
  void plant(EmbeddedServers.Pair servers) {
    source = servers.source();
    destinations =
        Map.of(Where.S3PROXY, servers.destination(), Where.S3MOCK, servers.keepingDestination());
    var hand = new ThirdHand(source);
    for (var bucket : List.of(BUCKET, TAGGED)) {
      hand.createBucket(bucket);
      for (int i = 0; i < 20; i++) {
        hand.put(bucket, key(i), small(i), HEADERS);
      }
      hand.put(bucket, "empty", new byte[0], HEADERS);
      hand.putInParts(
          bucket,
          LARGE,
          List.of(
              Arrays.copyOf(large(), PART_BYTES),
              Arrays.copyOfRange(large(), PART_BYTES, PART_BYTES + 4096)),
          LARGE_HEADERS);
    }
    hand.tag(BUCKET, key(2), TAGS);
    // To the MinIO client, S3Mock's word for an object without tags is no word at all.
    hand.keys(TAGGED).forEach(key -> hand.tag(TAGGED, key, TAGS));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isNamedItemByItemAndNothingElseIs(Run run) throws Exception {
    var chronicle = new RecordingChronicle(Files.createTempDirectory(folder, "drill"));
    var outcome = drill(run, chronicle);

    var expected = new ArrayList<>(run.damage.losses);
    if (run.where == Where.S3PROXY) {
      // It has no tags, and says so beforehand.
      expected.add(loss(key(2), "tags", "lost", "keep: \"yes\"", ""));
      expected.add(loss(key(2), "tags", "lost", "team: \"press\"", ""));
    }
    assertThat(chronicle.losses.stream().map(DamageTests::words))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(outcome.verdict())
        .isInstanceOf(run.damage.losses.isEmpty() ? Verdict.Passed.class : Verdict.Failed.class);
    assertThat(outcome.fidelity().items()).as("22 objects and the bucket").isEqualTo(23);
  }

  private Outcome drill(Run run, RecordingChronicle chronicle) {
    var destination = destinations.get(run.where);
    var environment = Environment.of("test", List.of(source, destination), Map.of());
    var setup = DrillSetup.at(
            new DrillSetup.Place.There(environment),
            name -> {
              throw new IllegalStateException(name);
            },
            (id, scenario) -> chronicle)
        .with(Progress.at(
            Stage.RESURVEY,
            () -> run.damage.deed.damage(new ThirdHand(destination), bucket(chronicle))));
    var outcome = Drill.of(setup)
        .run(scenario("Samples leave")
            .from("aws")
            .to("europe")
            .export(objects(run.where == Where.S3MOCK ? TAGGED : BUCKET))
            .expect(everyItem().keeps(ObjectTraits.CONTENT, ObjectTraits.USER_METADATA))
            .allow(lossOf(ObjectTraits.TAGS)
                .under(run.where == Where.S3PROXY ? "" : "nowhere")
                .because("S3Proxy has none")));
    if (outcome.leftovers().isEmpty()) {
      assertThat(new ThirdHand(destination).hasBucket(bucket(chronicle))).isFalse();
    }
    return outcome;
  }

  private static String bucket(RecordingChronicle chronicle) {
    return chronicle.created.get(0).what().replace("bucket ", "");
  }

  private static String words(JudgedLoss loss) {
    return loss(
        loss.loss().id().key(),
        loss.trait(),
        loss.loss().change().toString(),
        loss.was(),
        loss.became());
  }
}
