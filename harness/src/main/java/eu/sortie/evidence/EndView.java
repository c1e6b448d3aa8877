package eu.sortie.evidence;

import eu.sortie.drill.EndFacts;
import eu.sortie.measure.Bytes;
import eu.sortie.measure.Traffic;
import java.util.List;

/** One end in the report, with what crossed its line. */
record EndView(
    String role,
    String name,
    String emulatedOrLive,
    String address,
    List<String> libraries,
    String capabilities,
    boolean used,
    List<Operation> operations,
    Operation total) {

  /** What crossed in one operation, all stages together. */
  record Operation(String name, String requests, String sent, String received) {
    static Operation of(String name, Traffic traffic) {
      return new Operation(
          name,
          Numbers.grouped(traffic.requests()),
          Bytes.print(traffic.sentBytes()),
          Bytes.print(traffic.receivedBytes()));
    }
  }

  static EndView of(EndFacts end) {
    var operations = end.usage().operations(any -> true).entrySet().stream()
        .map(entry -> Operation.of(entry.getKey(), entry.getValue()))
        .toList();
    return new EndView(
        end.role(),
        end.name(),
        Words.emulatedOrLive(end),
        end.address(),
        end.libraries(),
        end.capabilities(),
        !operations.isEmpty(),
        operations,
        Operation.of("all", end.usage().total(any -> true)));
  }
}
