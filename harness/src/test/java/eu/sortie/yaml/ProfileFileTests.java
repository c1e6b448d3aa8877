package eu.sortie.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Tally;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.scenario.ObservedCase;
import eu.sortie.scenario.Profile;
import eu.sortie.scenario.Status;
import eu.sortie.scenario.Subject;
import eu.sortie.scenario.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTests {

  private static final Profile PROFILE = new Profile(
      "some",
      new Survey(
          LocalDate.parse("2026-11-24"),
          "europe",
          false,
          "Some 1.0",
          "poison",
          3,
          "7f3a91c2",
          List.of("writer", "witness"),
          new TreeMap<>(Map.of("java", "17"))),
      "s3proxy",
      List.of(
          new Observation(
              new Subject("object", "tags"),
              Status.UNSUPPORTED,
              Observed.KEPT,
              0,
              new Tally(3, 0, 0, 0, 0),
              ""),
          new Observation(
              new Subject("object", "expires"),
              Status.UNKNOWN,
              Observed.LOST,
              2,
              new Tally(0, 0, 2, 0, 1),
              "never is gone")),
      List.of(new ObservedCase("K01", "two slashes", true, Observed.REFUSED, "item missing: no")),
      new TreeMap<>(Map.of("K01/a//b", "the item is missing")));

  @TempDir
  Path folder;

  private Path written(Profile profile) throws IOException {
    return Files.writeString(folder.resolve("profile.yaml"), ProfileFile.write(profile));
  }

  @Test
  void readsBackAsItWasWritten() throws IOException {
    assertThat(ProfileFile.read(written(PROFILE))).isEqualTo(PROFILE);
  }

  @Test
  void saysWhereDeclaredAndObservedDiffer() {
    assertThat(ProfileFile.write(PROFILE))
        .contains("differences:\n  - 'object tags: declared unsupported, observed kept'\n");
  }

  @Nested
  class AsCapabilities {

    @Test
    void foretellsWhatWasObserved() throws IOException {
      var learnt = CapabilityBook.load(written(PROFILE).toString());

      assertThat(learnt.foretells(new Loss.Altered(
              ItemId.of("object", "a"), ObjectTraits.EXPIRES, Change.LOST, "never", "")))
          .contains("observed: lost, never is gone (Some 1.0, surveyed 2026-11-24)");
      assertThat(learnt.foretells(
              new Loss.Altered(ItemId.of("object", "a"), ObjectTraits.TAGS, Change.LOST, "a", "")))
          .isEmpty();
    }

    @Test
    void keepsWhatWasDeclaredBesides() throws IOException {
      var learnt = CapabilityBook.load(written(PROFILE).toString());

      assertThat(learnt.foretells(new Loss.Missing(ItemId.of("object", "x//y"))))
          .hasValueSatisfying(why -> assertThat(why).startsWith("its keys are paths of files"));
    }

    @Test
    void areDeclaredByWhatTheProfileNames() throws IOException {
      var profile = written(PROFILE).toString();

      assertThat(CapabilityBook.declared(profile)).isEqualTo("s3proxy");
      assertThat(CapabilityBook.declared("minio")).isEqualTo("minio");
      assertThat(CapabilityBook.declaredFrom(folder.resolve("x/next.yaml"), profile))
          .isEqualTo("s3proxy");
    }

    @Test
    void ofOnesOwnAreNamedFromWhereTheProfileGoes() throws IOException {
      var mine = Files.writeString(folder.resolve("mine.yaml"), CapabilityBookTests.MINE);

      assertThat(CapabilityBook.declaredFrom(folder.resolve("x/next.yaml"), mine.toString()))
          .isEqualTo(Path.of("../mine.yaml").toString());
    }

    @Test
    void areNotDeclaredByAnotherProfile() throws IOException {
      var first = written(PROFILE);
      var second = Files.writeString(
          folder.resolve("second.yaml"),
          ProfileFile.write(PROFILE).replace("declared-by: s3proxy", "declared-by: profile.yaml"));

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> CapabilityBook.load(second.toString()))
          .withMessageContaining("it is declared by another profile, " + first);
    }

    @Test
    void thatNameThemselvesAreRefused() throws IOException {
      var own = Files.writeString(
          folder.resolve("own.yaml"),
          ProfileFile.write(PROFILE).replace("declared-by: s3proxy", "declared-by: own.yaml"));

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> CapabilityBook.load(own.toString()))
          .withMessageContaining("it is declared by another profile");
    }
  }

  @Nested
  class AMistake {

    private void isRefused(String was, String becomes, String says) throws IOException {
      var text = ProfileFile.write(PROFILE);
      assertThat(text).contains(was);
      var file = Files.writeString(folder.resolve("bad.yaml"), text.replace(was, becomes));

      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> ProfileFile.read(file))
          .withMessageStartingWith(file + ":")
          .withMessageContaining(says);
    }

    @Test
    void isSaidWithItsLine() throws IOException {
      isRefused("observed: kept", "observed: held", "expected one of kept, partly, altered");
      isRefused("declared: unknown", "declared: perhaps", "expected one of supported");
      isRefused("items: 3", "items: 3.5", "expected a whole number");
      isRefused("items: 3", "items: many", "expected a number");
      isRefused("foretold: true", "foretold: perhaps", "expected true or false");
      isRefused("  estate: poison\n", "", "the key 'estate' is missing");
      isRefused("traits:", "trait:", "did you mean 'traits'?");
    }
  }

  @Property(tries = 300)
  void whateverKeysAndWordsAreInItReadsBackEqual(@ForAll("profiles") Profile profile) {
    var written = ProfileFile.write(profile);

    assertThat(ProfileFile.read(
            Document.of(new Page("written.yaml", written), "a profile").fields()))
        .isEqualTo(profile);
  }

  @Property(tries = 1500)
  void aProfileOrCapabilitiesWithASlipOfThePenAreReadOrMisuse(@ForAll("slips") String text) {
    var page = new Page("some.yaml", text);
    try {
      var fields = Document.of(page, "capabilities").fields();
      if (fields.find(ProfileFile.PROFILE).isPresent()) {
        ProfileFile.read(fields);
      } else {
        CapabilityForm.read(fields, "some.yaml");
      }
    } catch (Misuse refused) {
      assertThat(refused).hasMessageMatching("some\\.yaml:\\d+: .+");
    }
  }

  @Provide
  Arbitrary<Profile> profiles() {
    var keys = Arbitraries.maps(texts(), words()).ofMaxSize(4).map(TreeMap::new);
    var cases = Combinators.combine(
            words(),
            words(),
            Arbitraries.of(true, false),
            Arbitraries.of(Observed.values()),
            Arbitraries.oneOf(Arbitraries.just(""), words()))
        .as(ObservedCase::new)
        .list()
        .ofMaxSize(3);
    return Combinators.combine(words(), keys, cases)
        .as((name, some, more) ->
            new Profile(name, PROFILE.survey(), "", PROFILE.traits(), more, some));
  }

  @Provide
  Arbitrary<String> slips() {
    var start = Arbitraries.integers().between(0, 700);
    var length = Arbitraries.integers().between(0, 14);
    var instead = Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(4),
        Arbitraries.of("", ":", "\n", "\"", "'", "- ", "[", "}", "\t", "  ", "1", "~", "{"));
    var text = Arbitraries.of(CapabilityBookTests.MINE, ProfileFile.write(PROFILE));
    return Combinators.combine(text, start, length, instead)
        .as((whole, from, cut, more) -> whole.substring(0, Math.min(from, whole.length()))
            + more
            + whole.substring(Math.min(from + cut, whole.length())));
  }

  private static Arbitrary<String> words() {
    return texts().filter(text -> !text.isBlank());
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .filter(
            text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
  }
}
