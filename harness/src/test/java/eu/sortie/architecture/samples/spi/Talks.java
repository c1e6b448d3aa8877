package eu.sortie.architecture.samples.spi;

final class Talks {

  private Talks() {}

  static void talk() {
    System.out.println("hello");
  }
}
