package eu.sortie.drill;

import eu.sortie.scenario.End;
import eu.sortie.spi.Manners;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** How the clients of both ends speak to them, as entries of the journal. */
record MannersOfEnds(Ends ends, Consumer<String> journal) {

  /** When a drill begins: how they are set. */
  void sayHowTheyAreSet() {
    each((end, manners) -> {
      if (!manners.settings().isEmpty()) {
        journal.accept("client settings of '%s': %s"
            .formatted(end.name(), String.join(", ", manners.settings())));
      }
    });
  }

  /** When a drill is over: what was found out on the way. */
  void sayWhatWasFound() {
    each((end, manners) -> manners
        .found()
        .forEach(what -> journal.accept("found out about '%s': %s".formatted(end.name(), what))));
  }

  private void each(BiConsumer<End, Manners> say) {
    say.accept(ends.from(), ends.source().manners());
    say.accept(ends.to(), ends.destination().manners());
  }
}
