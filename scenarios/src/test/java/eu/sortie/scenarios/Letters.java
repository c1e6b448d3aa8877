package eu.sortie.scenarios;

import eu.sortie.scenario.End;
import eu.sortie.scenarios.estate.FolderEstate;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An estate of a folder: what a user has at hand, in a bucket. */
final class Letters implements Estate {

  private final Estate folder =
      new FolderEstate(Path.of(System.getProperty("basedir", ""), "src/test/letters"), "letters");

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    return folder.plant(source);
  }
}
