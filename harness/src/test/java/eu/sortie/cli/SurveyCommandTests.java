package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Observation;
import eu.sortie.scenario.Observed;
import eu.sortie.yaml.CapabilityBook;
import eu.sortie.yaml.ProfileFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyCommandTests {

  @TempDir
  Path folder;

  private Said survey(String scenario, Object... more) {
    var arguments = Stream.concat(
        Stream.of(
            "survey-destination",
            "--end",
            "europe",
            "--scenario",
            scenario,
            "--evidence",
            folder.resolve("drills"),
            "--out",
            folder.resolve("profile.yaml")),
        Stream.of(more));
    return Said.with(RealEnds.variables(), arguments.toArray());
  }

  private Path ends(String capabilities) throws IOException {
    var file = RealEnds.file(folder);
    var text = Files.readString(file);
    int europe = text.indexOf("europe:\n");
    return Files.writeString(
        file,
        text.substring(0, europe)
            + text.substring(europe)
                .replace("live: false", "live: false\n    capabilities: " + capabilities));
  }

  private Observation trait(String name) {
    return ProfileFile.read(folder.resolve("profile.yaml")).traits().stream()
        .filter(one -> one.subject().trait().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class OfAnEnd {

    @Test
    void writesWhatWasObservedAndLeavesNothingThere() {
      var before = RealEnds.buckets(RealEnds.destination());

      var said = survey("sample-leaves-s3", "--environment", RealEnds.file(folder));

      assertThat(said.exit()).as(said.err()).isZero();
      assertThat(said.err()).contains("'europe' (emulated) gets 4 items of ");
      assertThat(trait("content").observed()).isEqualTo(Observed.KEPT);
      assertThat(trait("content").tally().kept()).isEqualTo(3);
      assertThat(trait("tags").observed()).isEqualTo(Observed.NOT_TRIED);
      assertThat(RealEnds.buckets(RealEnds.destination())).isEqualTo(before);
    }

    @Test
    void endsWithOneWhereSomethingIsLostThatWasDeclaredKept() throws IOException {
      var said = survey("tagged-leaves-s3", "--environment", ends("minio"));

      assertThat(said.exit()).as(said.err()).isEqualTo(Exit.BREACHED);
      assertThat(said.out()).contains("object tags: declared supported, observed refused");
      assertThat(trait("tags").words()).contains("NotImplemented");
    }

    @Test
    void isForetoldNextTimeByItsProfile() throws IOException {
      var first = survey("tagged-leaves-s3", "--environment", ends("minio"));
      assertThat(first.exit()).as(first.err()).isEqualTo(Exit.BREACHED);
      Files.move(folder.resolve("profile.yaml"), folder.resolve("first.yaml"));

      var again = survey("tagged-leaves-s3", "--environment", ends("first.yaml"));

      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(again.out()).contains("0 differences between declared and observed");
      assertThat(CapabilityBook.declared(folder.resolve("profile.yaml").toString()))
          .isEqualTo("minio");
    }
  }

  @Nested
  class APage {

    @Test
    void isMadeOfProfiles() throws IOException {
      assertThat(survey("sample-leaves-s3", "--environment", "embedded", "--server", "A 1.0")
              .exit())
          .isZero();

      var said = Said.by(
          "survey-destination",
          "--losses",
          folder.resolve("losses.md"),
          folder.resolve("profile.yaml"));

      assertThat(said.exit()).as(said.err()).isZero();
      assertThat(Files.readString(folder.resolve("losses.md")))
          .startsWith("**Emulated: europe")
          .contains("| europe | A 1.0 | ", "| object content | kept (3) |");
    }

    @Test
    void needsProfiles() {
      assertThat(Said.by("survey-destination", "--losses", folder.resolve("losses.md"))
              .exit())
          .isEqualTo(Exit.NOTHING_RAN);
    }

    @Test
    void isNotMadeOfAScenario() {
      var said = Said.by(
          "survey-destination", "--losses", folder.resolve("losses.md"), Samples.tiny(folder));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("tiny.yaml:1: a profile: 'scenario' is not a key here");
    }
  }

  @Nested
  class BadInput {

    @Test
    void anEndThatIsNotThere() {
      var said = Said.with(
          RealEnds.variables(),
          "survey-destination",
          "--environment",
          RealEnds.file(folder),
          "--end",
          "eurpoe",
          "--scenario",
          "sample-leaves-s3");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("has no end 'eurpoe'; it has aws, europe");
    }

    @Test
    void noEnd() {
      assertThat(Said.by("survey-destination").exit()).isEqualTo(Exit.NOTHING_RAN);
    }

    @Test
    void profilesWithoutAPage() {
      assertThat(Said.by("survey-destination", "x.yaml").exit()).isEqualTo(Exit.BAD_INPUT);
    }

    @Test
    void aScenarioWithoutAnEstate() {
      var said = Said.with(
          RealEnds.variables(),
          "survey-destination",
          "--environment",
          RealEnds.file(folder),
          "--end",
          "europe",
          "--evidence",
          folder.resolve("drills"),
          "--scenario",
          Samples.tiny(folder));

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.complaint()).contains("brings no estate");
    }
  }
}
