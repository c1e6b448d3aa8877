package eu.sortie.architecture.samples.spi;

final class Sleeps {

  private Sleeps() {}

  static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
