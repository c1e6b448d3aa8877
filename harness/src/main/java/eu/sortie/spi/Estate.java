package eu.sortie.spi;

import eu.sortie.scenario.End;
import java.io.IOException;
import java.util.List;

/** What an emulated source holds before a drill. */
public interface Estate {

  /** The name by which users and scenarios ask for it. */
  String name();

  /**
   * Fills a source. Called for emulated ends only: nothing is ever planted at a live one.
   *
   * @return the known-hard cases among what was planted, each with its id; empty for a plain estate
   */
  List<PlantedCase> plant(End source) throws IOException;
}
