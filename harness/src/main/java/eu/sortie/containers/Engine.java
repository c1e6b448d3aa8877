package eu.sortie.containers;

import java.util.List;
import java.util.Optional;

/** The Docker engine, as far as it is asked before anything starts. */
interface Engine {

  /** Its version; empty where none answers. */
  Optional<String> version();

  /** Those of these images that it has not. */
  List<String> missing(List<String> images);
}
