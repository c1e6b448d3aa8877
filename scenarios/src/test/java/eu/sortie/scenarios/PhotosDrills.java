package eu.sortie.scenarios;

import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.Drill;
import eu.sortie.junit.ExitDrill;
import eu.sortie.yaml.ScenarioFile;

/** The scenario that ships as {@code photos-leave-s3}, in Java. */
class PhotosDrills {

  @ExitDrill(estate = FewPhotos.class)
  void photosLeaveS3(Drill drill) {
    var photosLeave = scenario("Photos leave S3")
        .from("aws")
        .to("europe")
        .export(objects("photos"))
        .expect(everyItem()
            .keeps(
                CONTENT,
                SIZE,
                CONTENT_TYPE,
                CONTENT_ENCODING,
                CONTENT_LANGUAGE,
                CONTENT_DISPOSITION,
                CACHE_CONTROL,
                EXPIRES,
                USER_METADATA))
        .expect(timeToExit().atMost(ofMinutes(30)))
        .allow(
            lossOf(TAGS)
                .because(
                    "the embedded destination, S3Proxy, refuses object tagging; a destination that has it keeps them"));
    assertThat(photosLeave).isEqualTo(shipped("photos-leave-s3"));

    var outcome = drill.run(photosLeave);

    outcome.mustPass();
    assertThat(outcome.fidelity().items()).as("20 photos and the bucket").isEqualTo(21);
  }

  private static Object shipped(String name) {
    return new ShippedScenarios()
        .published().stream()
            .filter(published -> published.name().equals(name))
            .map(published -> ScenarioFile.read(published.text(), published.file()))
            .findFirst()
            .orElseThrow();
  }
}
