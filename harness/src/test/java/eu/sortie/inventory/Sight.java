package eu.sortie.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * One trait seen twice, with what must be said about it: known from how the two values were made, not from looking at them.
 *
 * @param was what the source shows
 * @param became what the destination shows
 * @param fate what must be said of the trait
 * @param losses what must be named, without item and trait: change, was, became
 * @param differs whether the two must be spelled differently
 */
record Sight(Value was, Value became, Fate fate, List<Named> losses, boolean differs) {

  record Named(Change change, String was, String became) {}

  /** What can happen to one entry on its way. */
  private enum Way {
    NEVER_THERE,
    KEPT,
    ALTERED,
    LOST,
    ADDED
  }

  static Arbitrary<Sight> any() {
    return Arbitraries.oneOf(texts(), entries(), unknowns(), turned());
  }

  private static Arbitrary<Sight> texts() {
    return Arbitraries.of("", "a", "é", "a\u0000")
        .flatMap(text -> Arbitraries.of(
            new Sight(Value.text(text), Value.text(text), Fate.KEPT, List.of(), false),
            new Sight(
                Value.text(text),
                Value.text(text + "!"),
                Fate.ALTERED,
                List.of(new Named(Change.ALTERED, text, text + "!")),
                true),
            new Sight(
                Value.text(text),
                Value.absent(),
                Fate.LOST,
                List.of(new Named(Change.LOST, text, "")),
                true),
            new Sight(
                Value.absent(),
                Value.text(text),
                Fate.ALTERED,
                List.of(new Named(Change.ADDED, "", text)),
                true)));
  }

  private static Arbitrary<Sight> entries() {
    return Arbitraries.maps(Arbitraries.of("a", "aa", "b", "c"), Arbitraries.of(Way.class))
        .map(Sight::sent);
  }

  private static Arbitrary<Sight> unknowns() {
    var known = Arbitraries.of(Value.text("a"), Value.absent(), Value.entries(Map.of("a", "1")));
    var unknown = Arbitraries.of("denied", "late").map(Value::unknown);
    return Arbitraries.oneOf(
        known.flatMap(value -> unknown.map(unseen -> unseen(value, unseen, true))),
        known.flatMap(value -> unknown.map(unseen -> unseen(unseen, value, true))),
        unknown.flatMap(one -> unknown.map(other -> unseen(one, other, false))));
  }

  private static Arbitrary<Sight> turned() {
    var some = Value.entries(Map.of("a", "1"));
    return Arbitraries.of(
        new Sight(
            some,
            Value.text("a"),
            Fate.ALTERED,
            List.of(new Named(Change.ALTERED, "{a=1}", "a")),
            true),
        new Sight(
            Value.text("a"),
            some,
            Fate.ALTERED,
            List.of(new Named(Change.ALTERED, "a", "{a=1}")),
            true));
  }

  private static Sight unseen(Value was, Value became, boolean differs) {
    return new Sight(was, became, Fate.UNKNOWN, List.of(), differs);
  }

  private static Sight sent(Map<String, Way> ways) {
    var before = new TreeMap<String, String>();
    var after = new TreeMap<String, String>();
    var losses = new ArrayList<Named>();
    new TreeMap<>(ways).forEach((name, way) -> {
      switch (way) {
        case NEVER_THERE -> {}
        case KEPT -> {
          before.put(name, "1");
          after.put(name, "1");
        }
        case ALTERED -> {
          before.put(name, "1");
          after.put(name, "2");
          losses.add(new Named(Change.ALTERED, name + ": \"1\"", name + ": \"2\""));
        }
        case LOST -> {
          before.put(name, "1");
          losses.add(new Named(Change.LOST, name + ": \"1\"", ""));
        }
        case ADDED -> {
          after.put(name, "2");
          losses.add(new Named(Change.ADDED, "", name + ": \"2\""));
        }
      }
    });
    return new Sight(
        Value.entries(before),
        Value.entries(after),
        fate(ways, losses.isEmpty()),
        losses,
        !losses.isEmpty());
  }

  private static Fate fate(Map<String, Way> ways, boolean nothingHappened) {
    var had = ways.containsValue(Way.KEPT)
        || ways.containsValue(Way.ALTERED)
        || ways.containsValue(Way.LOST);
    var has = ways.containsValue(Way.KEPT)
        || ways.containsValue(Way.ALTERED)
        || ways.containsValue(Way.ADDED);
    if (nothingHappened) {
      return had ? Fate.KEPT : Fate.ABSENT;
    }
    return has ? Fate.ALTERED : Fate.LOST;
  }
}
