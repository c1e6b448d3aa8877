package eu.sortie.spi;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import java.util.List;
import java.util.Optional;

/** Opens the ends that speak one protocol; found by {@link java.util.ServiceLoader}. */
public interface Protocol {

  /** The key under an end of an environment file, as in {@code s3}. */
  String name();

  /**
   * Refuses settings it cannot work with, without calling anybody.
   *
   * @throws Misuse with the place of the setting
   */
  void check(End end);

  /** Where an end is, for people to read; never a secret. */
  String address(End end);

  /** Opens an end to read a selection from; every call crosses the line. */
  Source source(End end, Line line, Selection selection);

  /**
   * Opens an end to write a selection to; every call crosses the line.
   *
   * @param drillId names what the drill creates there
   */
  Destination destination(End end, Line line, Selection selection, String drillId);

  /** Says what an end lets us do, changing nothing: one finding a line, in the order tried. */
  List<Finding> examine(End end, Line line);

  /**
   * Tries how the clients of an end have to be set.
   *
   * @param trial leave to write; without it nothing is changed, and what only a write could tell is unknown
   */
  default Tuned tune(End end, Line line, Optional<Trial> trial) {
    return Tuned.NOTHING_TO_TRY;
  }
}
