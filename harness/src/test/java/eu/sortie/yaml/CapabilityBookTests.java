package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Limit;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Statement;
import eu.sortie.scenario.Status;
import eu.sortie.scenario.Subject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapabilityBookTests {

  static final String MINE = """
      capabilities: Somebody 1.0
      about: on our own machine
      retrieved: 2026-11-01
      sources:
        S1: {title: Their docs, date: 2026-10-01}
        S2: {title: Their forum, date: unknown}
      object:
        tags: {status: unsupported, source: [S1]}
        checksums: {status: limited, note: the classic ones, source: [S1, S2]}
        acl: {status: unsupported, note: none at all, unverified: true}
        retention: {status: unknown}
      delete-marker:
        item: {status: supported, source: [S2]}
      bucket:
        policy: {status: unsupported, source: [S1]}
      keys:
        - {pattern: "//", because: slashes collapse, source: [S1]}
      limits:
        parts: {value: "1000", note: by default, source: [S2]}
      storage-classes:
        source: [S1]
        reads-back:
          GLACIER: STANDARD
      """;

  private static final Schemas SCHEMA = Schemas.of("capabilities");

  static Stream<String> names() {
    return CapabilityBook.names().stream();
  }

  static Stream<Sample> invalid() {
    return Stream.of(
        mistake(
            "an unknown key", "about:", "notes:", 2, "'notes' is not a key here; known are", true),
        mistake(
            "nobody's capabilities",
            "capabilities: Somebody 1.0\n",
            "",
            1,
            "the key 'capabilities' is missing",
            true),
        mistake("no day", "retrieved: 2026-11-01\n", "", 1, "the key 'retrieved' is missing", true),
        mistake("a day that never was", "2026-11-01", "2026-13-01", 3, "expected a date", false),
        mistake(
            "a source without a date",
            ", date: unknown",
            "",
            6,
            "the key 'date' is missing, expected when, or 'unknown'",
            true),
        mistake(
            "a trait nobody knows",
            "  tags:",
            "  tagz:",
            8,
            "'tagz' is not a key here; known are item, versions, content",
            true),
        mistake(
            "a trait of another kind",
            "  policy:",
            "  tags:",
            15,
            "'tags' is not a key here",
            true),
        mistake(
            "a status nobody knows",
            "status: limited",
            "status: partial",
            9,
            "expected one of supported, unsupported, limited, unknown, saw 'partial'",
            true),
        mistake(
            "a limit without what it is",
            "note: the classic ones, ",
            "",
            9,
            "the key 'note' is missing, expected in what it is limited",
            true),
        mistake(
            "a statement on nobody's word",
            "status: unsupported, source: [S1]",
            "status: unsupported",
            8,
            "the key 'source' is missing, expected the keys of who says so, as in [S1]",
            true),
        mistake(
            "a statement that claims to be verified by nobody",
            "unverified: true",
            "unverified: false",
            10,
            "the key 'source' is missing",
            true),
        mistake(
            "a source that is not there",
            "[S1, S2]",
            "[S1, S3]",
            9,
            "there is no source 'S3'; 'sources' has S1, S2",
            false),
        mistake("a source that is text", "[S1, S2]", "S1", 9, "expected a list, saw text", true),
        mistake("no source named", "[S1, S2]", "[]", 9, "no source is named", true),
        mistake(
            "a rule that is no pattern",
            "\"//\"",
            "\"[\"",
            17,
            "this is not a regular expression",
            false),
        mistake(
            "a limit in words", "\"1000\"", "many", 19, "value: expected a number of zero", true),
        mistake(
            "a limit with a name in capitals",
            "  parts:",
            "  Parts:",
            19,
            "'Parts' is not the name of a limit",
            true),
        mistake(
            "classes without a map",
            "  reads-back:\n    GLACIER: STANDARD\n",
            "",
            21,
            "the key 'reads-back' is missing",
            true));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void aMistakeIsSaidWithItsLine(Sample sample, @TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("mine.yaml"), sample.yaml());

    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> CapabilityBook.load(file.toString()))
        .withMessageStartingWith(file + ":" + sample.line() + ": ")
        .withMessageContaining(sample.says());
  }

  @Nested
  class TheSchema {

    static Stream<Sample> invalid() {
      return CapabilityBookTests.invalid().filter(Sample::bySchemaToo);
    }

    @Test
    void admitsWhatTheReaderAdmits() {
      assertThat(SCHEMA.complaints(MINE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatTheReaderRefuses(Sample invalid) {
      assertThat(SCHEMA.complaints(invalid.yaml())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.CapabilityBookTests#names")
    void admitsWhatWeShip(String name) throws IOException, URISyntaxException {
      assertThat(SCHEMA.complaints(Files.readString(shipped(name)))).isEmpty();
    }

    @Test
    void knowsTheSubjects() {
      assertThat(Subjects.kinds())
          .allSatisfy(kind -> assertThat(
                  SCHEMA.json().at("/properties/" + kind + "/properties").fieldNames())
              .toIterable()
              .containsExactlyElementsOf(Subjects.of(kind)));
    }

    @Test
    void isASchemaItself() {
      assertThat(SCHEMA.complaintsOfTheDraft()).isEmpty();
    }
  }

  @Nested
  class Shipped {

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.CapabilityBookTests#names")
    void isReadUnderItsName(String name) {
      assertThat(CapabilityBook.load(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.CapabilityBookTests#names")
    void statesNothingOnNobodysWord(String name) {
      assertThat(CapabilityBook.load(name).statements().values())
          .isNotEmpty()
          .filteredOn(statement -> statement.status() != Status.UNKNOWN)
          .filteredOn(Statement::verified)
          .noneMatch(statement -> statement.source().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("eu.sortie.yaml.CapabilityBookTests#names")
    void foretellsNoLossOfContentAsSuch(String name) {
      assertThat(CapabilityBook.load(name)
              .foretells(lost(ObjectTraits.CONTENT, Change.ALTERED, "x", "y")))
          .isEmpty();
    }

    @Test
    void isAllThatIsInTheFolder() throws IOException, URISyntaxException {
      try (var files = Files.list(shipped("minio").getParent())) {
        assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
            .containsExactlyInAnyOrderElementsOf(CapabilityBook.names());
      }
    }

    @Test
    void saysWhatItMayBeTakenForWhereANameIsUnknown() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> CapabilityBook.load("ovh-cloud"))
          .withMessageStartingWith("there are no capabilities 'ovh-cloud'; shipped are ceph-rgw, ")
          .withMessageEndingWith("did you mean 'ovhcloud'?");
    }

    @Test
    void foretellsWhatS3ProxyLoses() {
      var embedded = CapabilityBook.load("s3proxy");

      assertThat(embedded.foretells(lost(ObjectTraits.TAGS, Change.LOST, "a", "")))
          .isPresent();
      assertThat(embedded.foretells(new Loss.Missing(ItemId.of("object", "a//b"))))
          .isPresent();
      assertThat(embedded.foretells(new Loss.Missing(ItemId.of("object", "a/b"))))
          .isEmpty();
      assertThat(embedded.foretells(lost(ObjectTraits.USER_METADATA, Change.LOST, "a", "")))
          .isEmpty();
    }

    @Test
    void foretellsAClassOfOvhOnlyAsOvhMapsIt() {
      var ovh = CapabilityBook.load("ovhcloud");

      assertThat(ovh.foretells(
              lost(ObjectTraits.STORAGE_CLASS, Change.ALTERED, "GLACIER", "STANDARD_IA")))
          .hasValueSatisfying(
              why -> assertThat(why)
                  .isEqualTo(
                      "it keeps GLACIER as STANDARD_IA (ovh/docs, endpoints and storage classes, 2026-02-03)"));
      assertThat(ovh.foretells(
              lost(ObjectTraits.STORAGE_CLASS, Change.ALTERED, "GLACIER", "STANDARD")))
          .isEmpty();
    }
  }

  @Nested
  class OfOnesOwn {

    @TempDir
    Path folder;

    @Test
    void isReadFromAFile() throws IOException {
      var file = Files.writeString(folder.resolve("mine.yaml"), MINE);
      var mine = CapabilityBook.load(file.toString());

      assertThat(mine.of()).isEqualTo("Somebody 1.0, as of 2026-11-01");
      assertThat(mine.name()).isEqualTo(file.toString());
      assertThat(mine.statements())
          .containsEntry(
              new Subject("object", "checksums"),
              new Statement(
                  Status.LIMITED,
                  "the classic ones",
                  "Their docs, 2026-10-01; Their forum, undated, seen 2026-11-01",
                  true))
          .containsEntry(
              new Subject("object", "acl"),
              new Statement(Status.UNSUPPORTED, "none at all", "", false));
      assertThat(mine.limits())
          .containsExactly(Map.entry(
              "parts",
              new Limit(
                  BigDecimal.valueOf(1000),
                  "by default",
                  "Their forum, undated, seen 2026-11-01",
                  true)));
      assertThat(mine.classes()).containsExactly(Map.entry("GLACIER", "STANDARD"));
      assertThat(mine.keysNot())
          .containsExactly(
              new Capabilities.KeyRule("//", "slashes collapse (Their docs, 2026-10-01)"));
    }

    @Test
    void mustBeThere() {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> CapabilityBook.load(folder.resolve("nowhere.yml").toString()))
          .withMessageContaining("there is no such file");
    }

    @Test
    void isFoundBesideTheEnvironmentThatNamesIt() throws IOException {
      Files.writeString(folder.resolve("mine.yaml"), MINE);
      var ends = Files.writeString(
          folder.resolve("ends.yaml"),
          "environment: x\nends: {europe: {capabilities: mine.yaml, s3: {}}}\n");

      var end = EnvironmentFile.read(ends, Map.<String, String>of()::get).end("europe");

      assertThat(end.capabilities().of()).startsWith("Somebody 1.0");
    }
  }

  @Test
  void anEnvironmentIsWrittenWithTheCapabilitiesItNames() {
    var yaml = "environment: x\nends:\n  europe:\n    capabilities: minio\n    s3: {}\n";
    var read =
        EnvironmentFile.read(new Page("x.yaml", yaml), Path.of(""), Map.<String, String>of()::get);

    assertThat(EnvironmentFile.write(read)).contains("    capabilities: minio\n");
    assertThat(EnvironmentFile.read(
            new Page("x.yaml", EnvironmentFile.write(read)),
            Path.of(""),
            Map.<String, String>of()::get))
        .extracting(again -> again.end("europe").capabilities())
        .isEqualTo(read.end("europe").capabilities());
  }

  @Test
  void everyComparedTraitOfAKindMayBeSpokenOf() {
    assertThat(List.of(ObjectTraits.OBJECT, ObjectTraits.DELETE_MARKER, BucketTraits.BUCKET))
        .allSatisfy(kind -> assertThat(kind.traits())
            .filteredOn(Trait::comparedByDefault)
            .extracting(Trait::name)
            .isSubsetOf(Subjects.of(kind.name())));
  }

  private static Loss lost(Trait trait, Change change, String was, String became) {
    return new Loss.Altered(ItemId.of("object", "a"), trait, change, was, became);
  }

  private static Path shipped(String name) throws URISyntaxException {
    return Path.of(CapabilityBook.class
        .getResource("/eu/sortie/capabilities/" + name + ".yaml")
        .toURI());
  }

  private static Sample mistake(
      String fact, String was, String becomes, int line, String says, boolean bySchemaToo) {
    if (!MINE.contains(was)) {
      throw new IllegalArgumentException("the sample has no " + was);
    }
    return new Sample(
        fact, MINE.replaceFirst(Pattern.quote(was), becomes), line, says, bySchemaToo);
  }
}
