package eu.sortie.yaml;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** A gate as a file says it: {@code time to exit: at most 30 min}. */
final class GateForm {

  private static final String KEEPS = "every item keeps";
  private static final String TIME = "time to exit";
  private static final String COST = "cost to exit";
  private static final String AT_MOST = "at most ";

  private GateForm() {}

  static Gate read(Part item, Kinds kinds) {
    var fields = item.fields().only(KEEPS, TIME, COST);
    if (fields.names().size() != 1) {
      throw item.wrong("expected one gate an item, saw %d; begin each gate with '- '"
          .formatted(fields.names().size()));
    }
    var name = fields.names().iterator().next();
    var bar = fields.value(name);
    return switch (name) {
      case KEEPS -> keeps(bar, kinds);
      case TIME -> Gate.timeToExit().atMost(atMost(bar, Durations::parse, "at most 30 min"));
      default -> Gate.costToExit().atMost(atMost(bar, Money::parse, "at most 5.00 EUR"));
    };
  }

  /** The trait a part names. */
  static Trait trait(Part part, Kinds kinds) {
    var name = part.words();
    return kinds.trait(name).orElseThrow(() -> unknownTrait(part, name, kinds));
  }

  static Node write(Gate gate) {
    if (gate instanceof Gate.Keeps keeps) {
      return Pen.lines(
          Map.of(KEEPS, Pen.words(keeps.traits().stream().map(Trait::name).toList())));
    }
    if (gate instanceof Gate.TimeToExit time) {
      return Pen.lines(Map.of(TIME, Pen.text(AT_MOST + Durations.print(time.most()))));
    }
    return Pen.lines(Map.of(COST, Pen.text(AT_MOST + exact(((Gate.CostToExit) gate).most()))));
  }

  private static Gate keeps(Part list, Kinds kinds) {
    var traits = list.items().stream().map(item -> trait(item, kinds)).toArray(Trait[]::new);
    if (traits.length == 0) {
      throw list.wrong("no trait is named, expected at least one, as in [content]");
    }
    return Gate.everyItem().keeps(traits);
  }

  private static Misuse unknownTrait(Part part, String name, Kinds kinds) {
    var known = kinds.traits().stream().map(Trait::name).toList();
    return part.wrong("%s is not a trait of what leaves (%s); known are %s%s"
        .formatted(
            Fields.shown(name),
            kinds.names(),
            String.join(", ", known),
            Nearest.question(name, known)));
  }

  private static <T> T atMost(Part bar, Function<String, T> quantity, String example) {
    return bar.as(text -> {
      if (!text.startsWith(AT_MOST)) {
        throw new IllegalArgumentException(
            "expected a bar, as in '%s', saw '%s'".formatted(example, text));
      }
      return quantity.apply(text.substring(AT_MOST.length()));
    });
  }

  /** Money prints itself to the cent, and a bar may be finer than that. */
  private static String exact(Money money) {
    BigDecimal amount = money.amount();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString() + " " + money.currency();
  }
}
