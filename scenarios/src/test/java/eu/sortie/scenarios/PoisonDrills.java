package eu.sortie.scenarios;

import static eu.sortie.scenario.Allowance.lossOf;
import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.CaseResult;
import eu.sortie.drill.Drill;
import eu.sortie.junit.ExitDrill;
import eu.sortie.scenarios.estate.PoisonEstate;

/** The part of the poison estate that lies in what people wrote onto their items. */
class PoisonDrills {

  @ExitDrill(estate = PoisonEstate.class)
  void hardMetadataLeavesS3(Drill drill) {
    var metadataLeaves = scenario("Hard metadata leaves S3")
        .from("aws")
        .to("europe")
        .export(objects("poison").under("O06/"))
        .expect(everyItem().keeps(CONTENT, USER_METADATA))
        .allow(lossOf(TAGS).because("the embedded destination has no tags"));

    var outcome = drill.run(metadataLeaves);

    outcome.mustPass();
    assertThat(outcome.cases())
        .filteredOn(found -> found.id().startsWith("O06"))
        .as("planted cases with hard metadata")
        .hasSizeGreaterThan(8)
        .noneMatch(found -> found.fate() == CaseResult.Fate.LOST_BY_SURPRISE);
  }
}
