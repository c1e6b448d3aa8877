package eu.sortie.evidence;

import eu.sortie.drill.GateResult;
import java.util.List;

/** One gate in the report: result by word and by shape. */
record GateView(
    String gate, String result, String wanted, List<String> seen, List<String> examples) {

  static GateView of(GateResult gate) {
    return new GateView(
        gate.gate(),
        Words.word(gate.result()),
        gate.wanted(),
        gate.seen().lines().toList(),
        gate.examples().stream().map(Cut::text).toList());
  }
}
