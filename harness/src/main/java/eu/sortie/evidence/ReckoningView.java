package eu.sortie.evidence;

import eu.sortie.drill.Outcome;
import eu.sortie.drill.Reckoning;
import java.util.ArrayList;
import java.util.List;

/** The items counted at every turn, as the report shows them: what is listed, read, written and read back has to add up. */
record ReckoningView(List<Turn> turns, List<String> remarks) {

  /** One turn with its count. */
  record Turn(String name, String items) {}

  static ReckoningView of(Outcome outcome) {
    var counted = outcome.reckoning();
    if (counted.equals(Reckoning.NONE)) {
      return new ReckoningView(List.of(), List.of());
    }
    var turns = new ArrayList<Turn>();
    turn(turns, "listed at the source", counted.listed());
    turn(turns, "read there", counted.read());
    some(turns, "not given by the source", counted.notRead());
    some(turns, "changed before they were read", counted.changed());
    turn(turns, "written at the destination", counted.written());
    some(turns, "refused by the destination", counted.notWritten());
    turn(turns, "listed at the destination", counted.listedBack());
    some(turns, "there and not listed", counted.hidden());
    turn(turns, "read back", counted.readBack());
    some(turns, "set apart, changed meanwhile", counted.setApart());
    var remarks = new ArrayList<>(counted.gaps());
    remarks.addAll(counted.remarks());
    return new ReckoningView(turns, remarks);
  }

  private static void turn(List<Turn> turns, String name, long items) {
    turns.add(new Turn(name, Numbers.grouped(items)));
  }

  private static void some(List<Turn> turns, String name, long items) {
    if (items > 0) {
      turn(turns, name, items);
    }
  }

  boolean any() {
    return !turns.isEmpty();
  }

  /** In one line, for a terminal. */
  String inWords() {
    return String.join(
        ", ", turns.stream().map(turn -> turn.items() + " " + turn.name()).toList());
  }
}
