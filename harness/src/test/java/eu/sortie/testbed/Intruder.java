package eu.sortie.testbed;

/** Somebody outside the adapters, whom a refusal has to name. */
public final class Intruder {

  /** What it does. */
  public interface Deed {
    void run() throws Exception;
  }

  private Intruder() {}

  public static void calls(Deed deed) throws Exception {
    deed.run();
  }
}
