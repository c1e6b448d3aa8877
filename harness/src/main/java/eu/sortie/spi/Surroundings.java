package eu.sortie.spi;

import eu.sortie.scenario.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Starts an environment of its own, so that a drill runs without any account; found by {@link java.util.ServiceLoader}. */
public interface Surroundings {

  /** The name by which users ask for it, as in {@code embedded}. */
  String name();

  /** Those it comes in, each with a name of its own as in {@code containers:minio}; the usual one first. None where there is but one. */
  default List<Surroundings> variants() {
    return List.of();
  }

  /** Says whether its ends could be started, starting nothing. */
  default List<Finding> examine() {
    return List.of();
  }

  /**
   * Starts its ends and waits until they answer.
   *
   * @param folder where they may keep their data; removed with them
   * @param created told of each process and folder before it comes to be
   */
  Running start(Path folder, Consumer<Created> created) throws IOException;

  /** Ends that were started, and go when this is closed. */
  interface Running extends AutoCloseable {

    /** Where the ends are. */
    Environment environment();

    /** Kills an end for good and waits until nobody answers there any more. */
    void switchOff(String end) throws IOException;

    @Override
    void close();
  }
}
