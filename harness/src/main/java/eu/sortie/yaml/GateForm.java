package eu.sortie.yaml;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** A gate as a file says it: {@code time to exit: at most 30 min}. */
final class GateForm {

  private static final String KEEPS = "every item keeps";
  private static final String TIME = "time to exit";
  private static final String COST = "cost to exit";
  private static final String READY = "workloads ready";
  private static final String ANSWERS = "answers";
  private static final String NO_RESIDUE = "no residue of the source";
  private static final String AT_MOST = "at most ";
  private static final String WITHIN = "within ";
  private static final String SERVICE = "service";
  private static final String PATH = "path";
  private static final String STATUS = "status";
  private static final String CONTAINS = "body contains";

  private GateForm() {}

  static Gate read(Part item, Kinds kinds) {
    if (!item.isMap() && item.seen().equals("text")) {
      return inOneSentence(item);
    }
    var fields = item.fields().only(KEEPS, TIME, COST, READY, ANSWERS);
    if (fields.names().size() != 1) {
      throw item.wrong("expected one gate an item, saw %d; begin each gate with '- '"
          .formatted(fields.names().size()));
    }
    var name = fields.names().iterator().next();
    var bar = fields.value(name);
    return switch (name) {
      case KEEPS -> keeps(bar, kinds);
      case TIME -> Gate.timeToExit().atMost(bar(bar, AT_MOST, Durations::parse, "at most 30 min"));
      case COST -> Gate.costToExit().atMost(bar(bar, AT_MOST, Money::parse, "at most 5.00 EUR"));
      case READY ->
        Gate.workloadsReady().within(bar(bar, WITHIN, Durations::parse, "within 5 min"));
      default -> answers(bar);
    };
  }

  private static Gate inOneSentence(Part item) {
    if (!item.words().equals(NO_RESIDUE)) {
      throw item.wrong("expected a gate, as in '%s' or '%s: [spec]', saw '%s'%s"
          .formatted(
              NO_RESIDUE,
              KEEPS,
              item.words(),
              Nearest.question(item.words(), List.of(NO_RESIDUE, KEEPS, TIME, COST, READY))));
    }
    return Gate.noResidueOfTheSource();
  }

  private static Gate answers(Part part) {
    var fields = part.fields().only(SERVICE, PATH, STATUS, CONTAINS);
    var service = fields.required(SERVICE, "expected the name of a service that arrives");
    var path = fields.required(PATH, "expected what it is asked for, as in '/health'");
    int status = fields.find(STATUS).map(GateForm::status).orElse(200);
    var contains = fields.find(CONTAINS).map(Part::text).orElse("");
    try {
      return new Gate.Answers(service.words(), path.words(), status, contains);
    } catch (Misuse wrong) {
      // A gate made in Java says what it is; here the part does.
      throw part.wrong(String.valueOf(wrong.getMessage()).replaceFirst("^answers: ", ""));
    }
  }

  private static int status(Part status) {
    if (!status.seen().equals("a number")) {
      throw status.wrong("expected a status of HTTP, as in 200, saw " + status.seen());
    }
    try {
      return status.decimal().intValueExact();
    } catch (ArithmeticException fraction) {
      throw status.wrong(
          "expected a status of HTTP, as in 200, saw '%s'".formatted(status.scalar()));
    }
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
    if (gate instanceof Gate.WorkloadsReady ready) {
      return Pen.lines(Map.of(READY, Pen.text(WITHIN + Durations.print(ready.within()))));
    }
    if (gate instanceof Gate.Answers answers) {
      return Pen.lines(Map.of(ANSWERS, write(answers)));
    }
    if (gate instanceof Gate.NoResidue) {
      return Pen.text(NO_RESIDUE);
    }
    return Pen.lines(Map.of(COST, Pen.text(AT_MOST + exact(((Gate.CostToExit) gate).most()))));
  }

  private static Node write(Gate.Answers answers) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(SERVICE, Pen.text(answers.service()));
    fields.put(PATH, Pen.text(answers.path()));
    fields.put(STATUS, Pen.number(answers.status()));
    if (!answers.contains().isEmpty()) {
      fields.put(CONTAINS, Pen.text(answers.contains()));
    }
    return Pen.line(fields);
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

  private static <T> T bar(Part bar, String begins, Function<String, T> quantity, String example) {
    return bar.as(text -> {
      if (!text.startsWith(begins)) {
        throw new IllegalArgumentException(
            "expected a bar, as in '%s', saw '%s'".formatted(example, text));
      }
      return quantity.apply(text.substring(begins.length()));
    });
  }

  /** Money prints itself to the cent, and a bar may be finer than that. */
  private static String exact(Money money) {
    BigDecimal amount = money.amount();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString() + " " + money.currency();
  }
}
