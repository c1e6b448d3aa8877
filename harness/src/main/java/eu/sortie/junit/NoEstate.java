package eu.sortie.junit;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.util.List;

/** Stands for none: an annotation cannot say null. */
final class NoEstate implements Estate {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public List<PlantedCase> plant(End source) {
    return List.of();
  }
}
