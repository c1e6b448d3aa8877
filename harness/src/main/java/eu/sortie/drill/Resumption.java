package eu.sortie.drill;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.scenario.Misuse;

/** What has to hold for a drill to be gone on with. */
final class Resumption {

  private Resumption() {}

  static Drill of(DrillSetup setup, Checkpoint last) {
    var begun = last.begun();
    if (begun.goes() || !(setup.place() instanceof Place.There)) {
      throw new Misuse(
          "drill %s cannot be resumed: its ends were started for it and went with it. Run it anew; 'sortie doctor' lists what is left of it"
              .formatted(begun.drill()));
    }
    if (!begun.sortie().equals(Versions.sortie())) {
      throw new Misuse(
          "drill %s cannot be resumed: expected Sortie %s, which began it, saw %s. Resume it with that one, or run it anew"
              .formatted(begun.drill(), begun.sortie(), Versions.sortie()));
    }
    var interruption =
        new Interruption(last.during(), last.noted(), setup.clock().instant());
    return new DrillRun(setup.keeping(begun.keep()), last.with(begun.after(interruption)));
  }
}
