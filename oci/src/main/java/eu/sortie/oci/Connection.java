package eu.sortie.oci;

import java.io.IOException;

/** Asks a registry, through one library; every request of it on the line. */
interface Connection extends AutoCloseable {

  /** The client library, with its version. */
  String library();

  /**
   * Asks for what stands under a path.
   *
   * @param repository whose images it is about, for the credentials; empty for none
   * @param accept the types that are understood; empty for any
   * @throws IOException where nobody answers; every answer is given as it is
   */
  Answer get(String path, String repository, String accept) throws IOException;

  /** Asks whether something stands under a path. */
  Answer head(String path, String repository, String accept) throws IOException;

  @Override
  void close();
}
