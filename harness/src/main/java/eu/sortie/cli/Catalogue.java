package eu.sortie.cli;

import eu.sortie.spi.Estate;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that ship; found by {@link java.util.ServiceLoader}. */
public interface Catalogue {

  /** All of them, in the order in which they are shown. */
  List<Published> published();

  /** A user's own folder as the estate of a bucket. */
  Estate folder(Path folder, String bucket);
}
