package eu.sortie.architecture.samples.spi;

final class Throws {

  private Throws() {}

  static void refuse(boolean unhappy) {
    if (unhappy) {
      throw new RuntimeException("something");
    }
  }
}
