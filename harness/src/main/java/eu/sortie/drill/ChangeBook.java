package eu.sortie.drill;

import eu.sortie.ledger.Changed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Names what changed at the source while its items left; each is handed on as it is found, and a few are kept. */
final class ChangeBook {

  private static final int SAMPLES = 5;

  private final Chronicle chronicle;
  private final Map<Changed.How, Long> counts = new EnumMap<>(Changed.How.class);
  private final List<String> samples = new ArrayList<>();

  ChangeBook(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void book(Changed change) {
    chronicle.change(change);
    counts.merge(change.how(), 1L, Long::sum);
    if (samples.size() < SAMPLES) {
      var what = change.what().isEmpty() ? "" : ": " + change.what();
      samples.add("%s was %s%s".formatted(change.id(), change.how(), what));
    }
  }

  Changes changes() {
    return new Changes(
        count(Changed.How.WRITTEN),
        count(Changed.How.OVERWRITTEN),
        count(Changed.How.DELETED),
        samples);
  }

  private long count(Changed.How how) {
    return counts.getOrDefault(how, 0L);
  }
}
