package eu.sortie.containers;

import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Surroundings of which one end is reached over a faulty line. */
record FaultySurroundings(Surroundings behind, FaultyLine line) implements Surroundings {

  @Override
  public String name() {
    return behind.name();
  }

  @Override
  public List<Finding> examine() {
    return behind.examine();
  }

  @Override
  public Surroundings.Running start(Path folder, Consumer<Created> created) throws IOException {
    var started = behind.start(folder, created);
    try {
      return new Running(started, line, line.over(started.environment()));
    } catch (RuntimeException failed) {
      started.close();
      throw failed;
    }
  }

  private record Running(Surroundings.Running behind, FaultyLine line, Environment environment)
      implements Surroundings.Running {

    /** The line would still take connections that lead nowhere. */
    @Override
    public void switchOff(String end) throws IOException {
      behind.switchOff(end);
      if (line.leadsTo(end)) {
        line.cut();
      }
    }

    @Override
    public void close() {
      behind.close();
    }
  }
}
