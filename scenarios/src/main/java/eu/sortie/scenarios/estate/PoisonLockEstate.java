package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Known-hard locks in the bucket {@code poison-lock}, which is locked itself. */
public final class PoisonLockEstate implements Estate {

  private static final String BUCKET = "poison-lock";
  private static final Duration LOCKED = Duration.ofDays(2);

  private final Clock clock;

  /** Plants nothing yet. */
  public PoisonLockEstate() {
    this(Clock.systemUTC());
  }

  PoisonLockEstate(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return BUCKET;
  }

  /** Makes a locked bucket, configures it while it is empty, and plants every lock. */
  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    var s3 = RawS3.at(source);
    var cases = new LockCases(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(LOCKED)).all();
    s3.prepareAnew(
        BUCKET,
        Map.of("x-amz-bucket-object-lock-enabled", "true"),
        cases.stream().flatMap(history -> history.keys().stream()).toList());
    var planted = new ArrayList<>(new BucketPlanting(s3, BUCKET).plant(BucketCases.underLock()));
    try (var hands = new Hands()) {
      var histories = new Histories(s3, BUCKET);
      histories.act(hands, cases, Moment.VERSIONED);
      planted.addAll(histories.look(hands, cases));
    }
    return planted;
  }
}
