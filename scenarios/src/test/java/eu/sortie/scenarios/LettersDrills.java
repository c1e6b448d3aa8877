package eu.sortie.scenarios;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Gate.timeToExit;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;
import static java.time.Duration.ofMinutes;

import eu.sortie.drill.Drill;
import eu.sortie.junit.ExitDrill;

/** A folder of one's own, of which only a part leaves. */
class LettersDrills {

  @ExitDrill(estate = Letters.class)
  void lettersOfThisYearLeaveS3(Drill drill) {
    var lettersLeave = scenario("Letters of this year leave S3")
        .from("aws")
        .to("europe")
        .export(objects("letters").under("2026/"))
        .expect(everyItem().keeps(CONTENT, CONTENT_TYPE))
        .expect(timeToExit().atMost(ofMinutes(5)));

    drill.run(lettersLeave).mustPass();
  }
}
