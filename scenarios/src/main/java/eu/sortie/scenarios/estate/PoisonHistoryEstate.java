package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Known-hard histories in the bucket {@code poison-history}, which is itself configured in every known-hard way. */
public final class PoisonHistoryEstate implements Estate {

  private static final String BUCKET = "poison-history";
  private static final int CONTROLS = 3;

  /** Plants nothing yet. */
  public PoisonHistoryEstate() {}

  @Override
  public String name() {
    return BUCKET;
  }

  /** Plants every history, moment by moment, looks at each, and configures the bucket in the end. */
  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    var s3 = RawS3.at(source);
    var cases = HistoryCases.all();
    s3.prepareAnew(
        BUCKET,
        Map.of(),
        Stream.concat(cases.stream(), Stream.of(controls()))
            .flatMap(history -> history.keys().stream())
            .toList());
    var all = new ArrayList<PoisonHistory>(cases);
    all.add(controls());
    var planted = new ArrayList<PlantedCase>();
    try (var hands = new Hands()) {
      var histories = new Histories(s3, BUCKET);
      for (var moment : Moment.values()) {
        histories.act(hands, all, moment);
      }
      planted.addAll(histories.look(hands, cases));
    }
    var configurations = new BucketPlanting(s3, BUCKET);
    planted.addAll(configurations.plant(BucketCases.ofHistories(BUCKET)));
    planted.add(configurations.tryOut(BucketCases.untold()));
    return planted;
  }

  /** Plain items: a drill that loses one of these is itself at fault. */
  static PoisonHistory controls() {
    return PoisonHistory.history(
        "",
        "plain neighbours",
        IntStream.range(0, CONTROLS)
            .mapToObj(i ->
                Act.write(Moment.VERSIONED, PoisonCase.plain("control/plain-%d.txt".formatted(i))))
            .toArray(Act[]::new));
  }
}
