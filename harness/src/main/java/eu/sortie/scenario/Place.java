package eu.sortie.scenario;

/**
 * Where in a file something is written.
 *
 * @param file as the user named it
 * @param line counted from 1; 0 where the thing was not read from a file
 */
public record Place(String file, int line) {

  /** Somewhere in the program, not in a file. */
  public static final Place NOWHERE = new Place("", 0);

  @Override
  public String toString() {
    return line == 0 ? "environment" : file + ":" + line;
  }
}
