package eu.sortie.proof;

import static eu.sortie.proof.Difference.added;
import static eu.sortie.proof.Difference.altered;
import static eu.sortie.proof.Difference.lost;
import static eu.sortie.proof.Difference.missing;
import static eu.sortie.proof.Difference.unexpected;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.proof.ListFault.CutsShort;
import eu.sortie.proof.ListFault.Doubles;
import eu.sortie.proof.ListFault.Hides;
import eu.sortie.proof.ListFault.RepeatsAPage;
import eu.sortie.proof.ListFault.Reverses;
import eu.sortie.proof.ListFault.SmallPages;
import eu.sortie.proof.ReadFault.DamagesAnswer;
import eu.sortie.proof.ReadFault.DeniesThatItIsThere;
import eu.sortie.proof.ReadFault.HidesHeader;
import eu.sortie.proof.ReadFault.ServesAnother;
import eu.sortie.proof.WriteFault.ChangesHeader;
import eu.sortie.proof.WriteFault.DamagesBytes;
import eu.sortie.proof.WriteFault.DropsHeader;
import eu.sortie.proof.WriteFault.DropsTag;
import eu.sortie.proof.WriteFault.PretendsToComplete;
import eu.sortie.proof.WriteFault.PretendsToStore;
import eu.sortie.proof.WriteFault.Renames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a proxy loses between Sortie and a server is named, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class LossyProxyFacts {

  private static final String BUCKET =
      "proof-specimens-" + ProcessHandle.current().pid();
  private static final String FULL = Specimens.FULL;
  private static final String LARGE = Specimens.LARGE;
  private static final String ODD = Specimens.ODD;

  private static final String CLASSY = Specimens.CLASSY;

  /** S3Mock shows an object without tags by an empty page, which the MinIO client cannot read: nobody knows there. */
  static final String ALL_TAGS = "all tags are dropped";

  private final Map<String, List<Difference>> itsOwn = new TreeMap<>();
  Destinations destinations;

  /** A fault, and what has to be named because of it. */
  record Case(String words, Fault fault, List<Difference> losses) {

    static Case of(String words, Fault fault, Difference... losses) {
      return new Case(words, fault, List.of(losses));
    }

    /** What has to be named at a place that loses something by itself. */
    List<Difference> besides(List<Difference> itsOwn) {
      var gone =
          losses.stream().filter(Difference::isMissing).map(Difference::key).toList();
      return Stream.concat(
              losses.stream(), itsOwn.stream().filter(loss -> !gone.contains(loss.key())))
          .toList();
    }

    /** Nothing can be taken from an object that has lost it already. */
    boolean canStrikeWhere(List<Difference> itsOwn) {
      return losses.stream().noneMatch(loss -> itsOwn.stream().anyMatch(loss::isOfTheSameTrait));
    }
  }

  record Run(Case one, String destination) {
    @Override
    public String toString() {
      return one.words + ", " + destination;
    }
  }

  private static Difference content(String key, Damage damage) {
    return altered(
        key,
        "content",
        Specimens.digest(Specimens.bytes(key)),
        Specimens.digest(damage.of(Specimens.bytes(key))));
  }

  private static Difference size(String key, int became) {
    return altered(
        key, "size", String.valueOf(Specimens.bytes(key).length), String.valueOf(became));
  }

  static Stream<Case> cases() {
    return Stream.of(none(), headers(), bytes(), silence(), reading(), listing())
        .flatMap(s -> s);
  }

  private static Stream<Case> none() {
    return Stream.of(
        Case.of("nothing happens", new Fault.None()),
        Case.of("the list comes in small pages", new SmallPages(2)),
        Case.of("the list comes back to front", new Reverses()),
        Case.of("all is listed twice", new Doubles()));
  }

  private static Stream<Case> headers() {
    return Stream.of(
        Case.of(
            "Content-Type arrives as another",
            new ChangesHeader(FULL, "Content-Type", "text/html"),
            altered(FULL, "content-type", "text/plain", "text/html")),
        Case.of(
            "Cache-Control is dropped",
            new DropsHeader(FULL, "Cache-Control"),
            lost(FULL, "cache-control", "max-age=60")),
        Case.of(
            "Content-Language is dropped",
            new DropsHeader(FULL, "Content-Language"),
            lost(FULL, "content-language", "fr")),
        Case.of(
            "Content-Disposition is dropped",
            new DropsHeader(FULL, "Content-Disposition"),
            lost(FULL, "content-disposition", "attachment")),
        Case.of(
            "Content-Encoding is dropped",
            new DropsHeader(FULL, "Content-Encoding"),
            lost(FULL, "content-encoding", "br")),
        Case.of(
            "one entry of user metadata is dropped",
            new DropsHeader(FULL, "x-amz-meta-owner"),
            lost(FULL, "user-metadata", "owner: \"Odile\"")),
        Case.of(
            "one entry of user metadata is dropped from an object in parts",
            new DropsHeader(LARGE, "x-amz-meta-owner"),
            lost(LARGE, "user-metadata", "owner: \"Odile\"")),
        Case.of(
            "one entry of user metadata comes from nowhere",
            new ChangesHeader(FULL, "x-amz-meta-new", "1"),
            added(FULL, "user-metadata", "new: \"1\"")),
        Case.of(
            ALL_TAGS,
            new DropsHeader(FULL, "x-amz-tagging"),
            lost(FULL, "tags", "team: \"press\""),
            lost(FULL, "tags", "keep: \"yes\"")),
        Case.of(
            "one tag is dropped",
            new DropsTag(FULL, "team"),
            lost(FULL, "tags", "team: \"press\"")),
        Case.of(
            "the storage class is dropped",
            new DropsHeader(CLASSY, "x-amz-storage-class"),
            altered(CLASSY, "storage-class", "STANDARD_IA", "STANDARD")));
  }

  private static Stream<Case> bytes() {
    return Stream.of(
        Case.of(
            "a bit of an object is flipped",
            new DamagesBytes(FULL, "", Damage.ONE_BIT_FLIPPED),
            content(FULL, Damage.ONE_BIT_FLIPPED)),
        Case.of(
            "a byte of an object is dropped",
            new DamagesBytes(FULL, "", Damage.ONE_BYTE_DROPPED),
            content(FULL, Damage.ONE_BYTE_DROPPED),
            size(FULL, Specimens.bytes(FULL).length - 1)),
        Case.of(
            "an object is cut short",
            new DamagesBytes(ODD, "", Damage.CUT_SHORT),
            content(ODD, Damage.CUT_SHORT),
            size(ODD, Specimens.bytes(ODD).length / 2)),
        Case.of(
            "an object arrives empty",
            new DamagesBytes(FULL, "", Damage.GONE),
            content(FULL, Damage.GONE),
            size(FULL, 0)),
        Case.of(
            "a bit of the last part is flipped",
            new DamagesBytes(LARGE, "2", Damage.ONE_BIT_FLIPPED),
            altered(
                LARGE,
                "content",
                Specimens.digest(Specimens.bytes(LARGE)),
                Specimens.digest(Specimens.largeWithLastPart(Damage.ONE_BIT_FLIPPED)))),
        Case.of(
            "the last part is cut short",
            new DamagesBytes(LARGE, "2", Damage.CUT_SHORT),
            altered(
                LARGE,
                "content",
                Specimens.digest(Specimens.bytes(LARGE)),
                Specimens.digest(Specimens.largeWithLastPart(Damage.CUT_SHORT))),
            size(LARGE, Specimens.largeWithLastPart(Damage.CUT_SHORT).length)));
  }

  private static Stream<Case> silence() {
    return Stream.of(
        Case.of("200 is answered and nothing is stored", new PretendsToStore(FULL), missing(FULL)),
        Case.of(
            "200 is answered and parts are not put together",
            new PretendsToComplete(LARGE),
            missing(LARGE)),
        Case.of(
            "a key arrives as another",
            new Renames(FULL, "Full"),
            missing(FULL),
            unexpected("Full")));
  }

  private static Stream<Case> reading() {
    return Stream.of(
        Case.of(
            "another object is served",
            new ServesAnother("twin/1", "twin/2"),
            altered(
                "twin/1",
                "content",
                Specimens.digest(Specimens.bytes("twin/1")),
                Specimens.digest(Specimens.bytes("twin/2")))),
        Case.of(
            "a bit is flipped on the way back",
            new DamagesAnswer(FULL, Damage.ONE_BIT_FLIPPED),
            content(FULL, Damage.ONE_BIT_FLIPPED)),
        Case.of(
            "a header is not shown",
            new HidesHeader(FULL, "Cache-Control"),
            lost(FULL, "cache-control", "max-age=60")),
        Case.of("an object is listed and not found", new DeniesThatItIsThere(ODD), missing(ODD)));
  }

  private static Stream<Case> listing() {
    return Stream.of(
        Case.of("a key is not listed", new Hides(ODD), lost(ODD, "listed", "yes")),
        Case.of(
            "a key is neither listed nor found",
            new Together(new Hides(ODD), new DeniesThatItIsThere(ODD)),
            missing(ODD)),
        Case.of(
            "the tail of the list is cut off",
            new CutsShort(Specimens.keys().size() - 2),
            lost("twin/1", "listed", "yes"),
            lost("twin/2", "listed", "yes")),
        Case.of(
            "a page comes again in place of the next",
            new RepeatsAPage(4),
            Specimens.keys().stream()
                .sorted()
                .skip(4)
                .map(key -> lost(key, "listed", "yes"))
                .toArray(Difference[]::new)));
  }

  Stream<Run> runs() {
    return cases()
        .flatMap(one -> destinations.all().stream()
            .filter(place -> !(one.words.equals(ALL_TAGS) && place.name().equals("s3mock")))
            .filter(place -> one.canStrikeWhere(itsOwn.get(place.name())))
            .map(place -> new Run(one, place.name())));
  }

  /** Plants what leaves, and sees what each server loses by itself. */
  void plant(Destinations servers) throws IOException {
    destinations = servers;
    Specimens.plant(BUCKET, Spot.of(servers.source()));
    for (var place : destinations.all()) {
      try (var copy = Copy.at(place.end())) {
        var journey = Journey.of(destinations.source(), place.end(), BUCKET, copy.bucket());
        itsOwn.put(place.name(), journey.heard().losses());
      }
    }
  }

  /** Lets the bucket leave through a proxy, and clears up. */
  Journey through(LossyProxy proxy, Destinations.One place) throws IOException {
    try (var copy = Copy.at(place.end())) {
      return Journey.of(
          destinations.source(),
          Spot.end("europe", place.end(), proxy.port()),
          BUCKET,
          copy.bucket());
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void isNamedAndNothingElseIs(Run run) throws IOException {
    var place = destinations.named(run.destination);
    try (var proxy = new LossyProxy(Spot.of(place.end()), run.one.fault)) {
      var journey = through(proxy, place);

      assertThat(proxy.failures()).isEmpty();
      assertThat(proxy.calls()).isGreaterThan(Specimens.keys().size());
      assertThat(journey.heard().losses())
          .as(() -> String.join("\n", journey.heard().journal()))
          .containsExactlyInAnyOrderElementsOf(run.one.besides(itsOwn.get(place.name())));
      assertThat(proxy.strikes() > 0)
          .as(() -> String.join("\n", journey.heard().journal()))
          .isEqualTo(!(run.one.fault instanceof Fault.None));
    }
  }
}
