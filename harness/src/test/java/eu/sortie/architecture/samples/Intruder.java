package eu.sortie.architecture.samples;

import eu.sortie.spi.Line;

/** Somebody who is not an adapter and wants something from an end. */
public final class Intruder {

  private Intruder() {}

  /** Asks for a request to be sent. */
  public static void calls(Line line, String operation, boolean reads) {
    line.cross(operation, reads);
  }
}
