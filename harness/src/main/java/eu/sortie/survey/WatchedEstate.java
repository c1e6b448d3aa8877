package eu.sortie.survey;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.util.List;

/** An estate that remembers what it planted: an outcome names its cases, and not the items that carry them. */
public final class WatchedEstate implements Estate {

  private final Estate estate;
  private List<PlantedCase> planted = List.of();

  /** Watches an estate. */
  public WatchedEstate(Estate estate) {
    this.estate = estate;
  }

  @Override
  public String name() {
    return estate.name();
  }

  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    planted = List.copyOf(estate.plant(source));
    return planted;
  }

  /** What was planted last; nothing before. */
  public List<PlantedCase> planted() {
    return planted;
  }
}
