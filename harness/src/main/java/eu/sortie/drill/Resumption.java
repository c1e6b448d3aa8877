package eu.sortie.drill;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Misuse;

/** What has to hold for a drill to be gone on with. */
final class Resumption {

  private Resumption() {}

  static Drill of(DrillSetup setup, Checkpoint last) {
    var begun = last.begun();
    begun.requireResumable();
    if (!(setup.place() instanceof Place.There)) {
      throw new Misuse(
          "drill %s cannot be resumed at ends that would be started anew; name the environment it began in"
              .formatted(begun.drill()));
    }
    var interruption =
        new Interruption(last.during(), last.noted(), setup.clock().instant());
    return new DrillRun(setup.keeping(begun.keep()), last.with(begun.after(interruption)));
  }
}
