package eu.sortie.k8s;

/** A way to an API server over one library. */
interface Connection extends Asking, AutoCloseable {

  /** The library, with its version. */
  String library();

  @Override
  void close();
}
