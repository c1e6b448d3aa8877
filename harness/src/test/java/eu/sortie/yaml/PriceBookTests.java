package eu.sortie.yaml;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.measure.Bytes;
import eu.sortie.measure.Cost;
import eu.sortie.measure.Money;
import eu.sortie.measure.Price;
import eu.sortie.measure.Retrieval;
import eu.sortie.measure.Traffic;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

class PriceBookTests {

  static final String MINE = """
      vendor: Somebody
      region: somewhere
      currency: EUR
      retrieved: 2026-11-01
      prices:
        - id: egress
          counts: gib-out
          tiers:
            - {from: "0", to: "10", price: "0"}
            - {from: "10", price: "0.1"}
          grade: A
          verified: true
          source: {title: Our contract, date: 2026-10-01}
        - id: requests
          counts: thousand-requests
          operations: [GetObject]
          tiers: [{from: "0", price: "0.5"}]
          grade: C
          verified: false
          source: {title: Our memory, date: unknown}
        - id: restore
          counts: gib-restored
          storage-classes: [COLD]
          retrieval: {tier: bulk, wait: 2 d}
          tiers: [{from: "0", price: "0.01"}]
          grade: C
          verified: false
          source: {title: Our memory, date: unknown}
        - id: restore-requests
          counts: thousand-restored
          storage-classes: [COLD]
          tiers: [{from: "0", price: "0.02"}]
          grade: C
          verified: false
          source: {title: Our memory, date: unknown}
      """;

  private static final long TIB = 1024 * Bytes.GIB;

  static Stream<String> names() {
    return PriceBook.names().stream();
  }

  static Stream<Sample> invalid() {
    return Stream.of(
        mistake(
            "an unknown key",
            "verified: true",
            "checked: true",
            12,
            "'checked' is not a key here; known are id, counts"),
        mistake(
            "an unknown key of the tariff",
            "vendor:",
            "seller:",
            1,
            "'seller' is not a key here; known are vendor, region"),
        mistake(
            "an unknown key of a tier",
            "to: \"10\"",
            "until: \"10\"",
            9,
            "known are from, to, price"),
        mistake(
            "an unknown key of a source",
            "title: Our contract",
            "url: x",
            13,
            "known are title, date"),
        mistake("a price without a grade", "    grade: A\n", "", 6, "the key 'grade' is missing"),
        mistake(
            "a price without verified",
            "    verified: true\n",
            "",
            6,
            "the key 'verified' is missing"),
        mistake(
            "a grade nobody knows",
            "grade: A",
            "grade: D",
            11,
            "expected A (the vendor's own list)"),
        mistake(
            "a guess that counts as verified",
            "grade: A",
            "grade: B",
            12,
            "only grade A, the vendor's own list, may"),
        mistake("something nobody counts", "gib-out", "gb-out", 7, "did you mean 'gib-out'?"),
        mistake("a currency nobody knows", "EUR", "EUX", 3, "'EUX' is not a currency"),
        mistake(
            "a day that never was", "2026-11-01", "2026-13-01", 4, "retrieved: expected a date"),
        mistake(
            "a price below zero",
            "price: \"0.1\"",
            "price: \"-0.1\"",
            10,
            "expected a number of zero or more"),
        mistake("a price in words", "price: \"0.1\"", "price: \"1e3\"", 10, "expected a number"),
        mistake(
            "a tier too late",
            "from: \"0\", to: \"10\"",
            "from: \"1\", to: \"10\"",
            9,
            "the tier begins at 1, expected 0"),
        mistake(
            "a gap between tiers",
            "from: \"10\"",
            "from: \"11\"",
            10,
            "the tier begins at 11, expected 10"),
        mistake(
            "tiers over each other",
            "from: \"10\"",
            "from: \"9\"",
            10,
            "the tier begins at 9, expected 10"),
        mistake("a tier of nothing", "to: \"10\"", "to: \"0\"", 9, "the tier ends at 0"),
        mistake(
            "a last tier that ends",
            "from: \"10\", ",
            "from: \"10\", to: \"20\", ",
            10,
            "what is beyond it would be free"),
        mistake("a first tier that does not", "to: \"10\", ", "", 9, "the key 'to' is missing"),
        mistake("no tier", "[{from: \"0\", price: \"0.5\"}]", "[]", 17, "there is no tier"),
        mistake("no operation", "[GetObject]", "[]", 16, "no operation is named"),
        mistake(
            "an operation in small letters",
            "[GetObject]",
            "[getObject]",
            16,
            "expected the name of an operation"),
        mistake(
            "an operation that stands twice",
            "[GetObject]",
            "[GetObject, GetObject]",
            16,
            "expected the name of an operation, once"),
        mistake(
            "archived bytes without a way to restore them",
            "    retrieval: {tier: bulk, wait: 2 d}\n",
            "",
            21,
            "the key 'retrieval' is missing, expected how it is restored, as in {tier: standard, wait: 12 h}"),
        mistake(
            "a way to restore what crosses the line",
            "operations: [GetObject]",
            "retrieval: {tier: bulk}",
            16,
            "how one restores goes with gib-restored"),
        mistake("a wait without a unit", "wait: 2 d", "wait: soon", 24, "is not a duration"),
        mistake(
            "a class that is restored in two ways",
            "thousand-restored",
            "gib-restored\n    retrieval: {tier: expedited}",
            29,
            "COLD is restored at price restore already, expected one way to restore it"),
        mistake(
            "an id that stands twice",
            "id: requests",
            "id: egress",
            14,
            "there is a price 'egress' already"));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aMistakeIsSaidWithItsLine(Sample sample, @TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("mine.yaml"), sample.yaml());

    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> PriceBook.load(file.toString()))
        .withMessageStartingWith(file + ":" + sample.line() + ": ")
        .withMessageContaining(sample.says());
  }

  @Nested
  class WhatLeavesAws {

    @ParameterizedTest
    @CsvSource({
      "   1,    83.16",
      "  10,   912.60",
      "  50,  4394.70",
      " 100,  7980.20",
      " 500, 29486.20",
      "1024, 56315.00"
    })
    void costsWhatTheListSays(long tebibytes, String dollars) {
      for (var name : Set.of("aws-eu-west-3", "aws-eu-central-1")) {
        assertThat(money(name, "egress", "GetObject", new Traffic(1, 0, tebibytes * TIB)))
            .isEqualTo(Money.parse(dollars + " USD"));
      }
    }

    @Test
    void isFreeForTheFirstHundredGibibytes() {
      assertThat(money("aws-eu-west-3", "egress", "GetObject", new Traffic(1, 0, 100 * Bytes.GIB)))
          .isEqualTo(Money.parse("0 USD"));
      assertThat(money("aws-eu-west-3", "egress", "GetObject", new Traffic(1, 0, 101 * Bytes.GIB)))
          .isEqualTo(Money.parse("0.09 USD"));
    }

    @Test
    void isPaidForWhateverOperationItLeavesBy() {
      assertThat(money("aws-eu-west-3", "egress", "ListObjectsV2", new Traffic(1, 0, TIB)))
          .isEqualTo(Money.parse("83.16 USD"));
    }
  }

  @Nested
  class RequestsToAws {

    private static final Traffic MILLION = new Traffic(1_000_000, 0, 0);

    @ParameterizedTest
    @CsvSource({
      "aws-eu-west-3,    requests-get,    GetObject,        0.42",
      "aws-eu-west-3,    requests-get,    HeadObject,       0.42",
      "aws-eu-west-3,    requests-get,    GetObjectTagging, 0.42",
      "aws-eu-west-3,    requests-put,    ListObjectsV2,    5.30",
      "aws-eu-west-3,    requests-put,    PutObject,        5.30",
      "aws-eu-central-1, requests-get,    GetObject,        0.43",
      "aws-eu-central-1, requests-put,    ListObjectsV2,    5.40",
      "aws-eu-central-1, requests-delete, DeleteObject,     0"
    })
    void costByTheMillion(String name, String price, String operation, String dollars) {
      assertThat(money(name, price, operation, MILLION)).isEqualTo(Money.parse(dollars + " USD"));
    }

    @ParameterizedTest
    @CsvSource({"aws-eu-west-3", "aws-eu-central-1"})
    void haveEachExactlyOnePrice(String name) {
      var tariff = PriceBook.load(name);

      assertThat(operationsOfS3())
          .isNotEmpty()
          .allSatisfy(operation -> assertThat(
                  tariff.of("aws", Map.of(operation, MILLION)).lines())
              .as(operation)
              .hasSize(1));
    }

    /** Every operation of the protocol's client, but for features of AWS no other S3 has, which no exit uses. */
    private static Set<String> operationsOfS3() {
      var names = Arrays.stream(S3Client.class.getMethods())
          .filter(method -> method.getParameterCount() >= 1)
          .filter(method -> S3Request.class.isAssignableFrom(method.getParameterTypes()[0]))
          .map(Method::getName)
          .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
          .filter(name ->
              !name.matches(".*(Paginator|AsBytes|Metadata|Annotation|DirectoryBuckets|Abac).*"))
          .filter(name -> !Set.of(
                  "CreateSession",
                  "RenameObject",
                  "UpdateObjectEncryption",
                  "WriteGetObjectResponse")
              .contains(name))
          .collect(toSet());
      assertThat(names)
          .contains("GetObject", "PutObject", "DeleteObjects", "ListObjectsV2", "UploadPart");
      return names;
    }
  }

  @Nested
  class InEurope {

    @Test
    void ovhTakesNothingForTraffic() {
      assertThat(cost("ovh-gra", "GetObject", new Traffic(1000, TIB, TIB)).totals())
          .containsExactly(Money.euros("0"));
    }

    @Test
    void scalewayGivesSeventyFiveGibibytesAway() {
      assertThat(money("scaleway-fr-par", "egress", "GetObject", new Traffic(1, 0, 75 * Bytes.GIB)))
          .isEqualTo(Money.euros("0"));
      assertThat(money("scaleway-fr-par", "egress", "GetObject", new Traffic(1, 0, TIB)))
          .isEqualTo(Money.euros("9.49"));
    }
  }

  @Nested
  class Shipped {

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.PriceBookTests#names")
    void isReadUnderItsName(String name) {
      assertThat(PriceBook.load(name).name()).isEqualTo(name);
    }

    @Test
    void isAllThatIsInTheFolder() throws IOException, URISyntaxException {
      var folder = Path.of(PriceBook.class.getResource("/eu/sortie/tariffs/").toURI());
      try (var files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
            .containsExactlyInAnyOrderElementsOf(PriceBook.names());
      }
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.PriceBookTests#names")
    void countsAsVerifiedOnlyWhatTheVendorSays(String name) {
      assertThat(PriceBook.load(name).prices())
          .filteredOn(Price::verified)
          .allSatisfy(price -> assertThat(price.source()).endsWith(", grade A"));
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.PriceBookTests#names")
    void saysThatNobodyCheckedWhatItTakesForTraffic(String name) {
      assertThat(PriceBook.load(name).prices())
          .filteredOn(price -> price.counts() == Price.Counts.GIB_OUT)
          .isNotEmpty()
          .noneMatch(Price::verified);
    }

    @Test
    void saysWhatItMayBeTakenForWhereANameIsUnknown() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> PriceBook.load("aws-eu-wset-3"))
          .withMessage(
              "there is no tariff 'aws-eu-wset-3'; shipped are aws-eu-central-1, aws-eu-west-3, ovh-gra, scaleway-fr-par, and the path of a file ending in .yaml does as well; did you mean 'aws-eu-west-3'?");
    }
  }

  @Nested
  class OfOnesOwn {

    @TempDir
    Path folder;

    @Test
    void isReadFromAFile() throws IOException {
      var tariff =
          PriceBook.load(Files.writeString(folder.resolve("mine.yaml"), MINE).toString());

      assertThat(tariff.name()).isEqualTo("mine");
      assertThat(tariff.vendor()).isEqualTo("Somebody, somewhere");
      assertThat(tariff.retrieved()).isEqualTo("2026-11-01");
      assertThat(tariff.prices())
          .extracting(Price::verified)
          .containsExactly(true, false, false, false);
      assertThat(tariff.prices())
          .extracting(Price::retrieval)
          .containsExactly(null, null, new Retrieval("bulk", Duration.ofDays(2)), null);
      assertThat(tariff.prices())
          .extracting(Price::source)
          .startsWith("Our contract, 2026-10-01, grade A", "Our memory, unknown, grade C");
      assertThat(tariff
              .of("here", Map.of("GetObject", new Traffic(2000, 0, 30 * Bytes.GIB)))
              .totals())
          .containsExactly(Money.euros("3.00"));
    }

    @Test
    void mustBeThere() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> PriceBook.load(folder.resolve("nowhere.yml").toString()))
          .withMessageContaining("there is no such file");
    }
  }

  private static Sample mistake(String fact, String was, String becomes, int line, String says) {
    if (!MINE.contains(was)) {
      throw new IllegalArgumentException("the sample has no " + was);
    }
    return Sample.refusedByReader(fact, MINE.replaceFirst(Pattern.quote(was), becomes), line, says);
  }

  private static Cost cost(String tariff, String operation, Traffic traffic) {
    return PriceBook.load(tariff).of("end", Map.of(operation, traffic));
  }

  private static Money money(String tariff, String price, String operation, Traffic traffic) {
    return cost(tariff, operation, traffic).lines().stream()
        .filter(line -> line.price().equals(price))
        .map(Cost.Line::money)
        .reduce(Money::plus)
        .orElseThrow();
  }
}
