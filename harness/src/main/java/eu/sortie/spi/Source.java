package eu.sortie.spi;

import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.util.List;

/** The end that is left: read only. Closing it is the cut. */
public interface Source extends Reader {

  /** How its clients speak to the end; asked when a drill begins, and again when it is over. */
  default Manners manners() {
    return Manners.NONE;
  }

  /**
   * Makes sure that the selection can be read, before anything is created anywhere.
   *
   * @throws Misuse naming what is in the way: no such bucket, wrong credentials, nobody there
   */
  void preflight();

  /** Where there may be items that could not be listed, each in one sentence; a drill over such a gap proves nothing. */
  default List<String> unlisted() {
    return List.of();
  }

  /**
   * Looks how something runs here, so that it can be held against how it runs where it arrives; asked before the cut.
   *
   * @throws IOException where the end could not be reached
   */
  default Recording record(Gate.Alike gate) throws IOException {
    return Recording.unknown("nothing runs at this kind of end");
  }

  /** What is there and is not looked at by this drill, each in one sentence. */
  List<String> notCovered() throws IOException;
}
