package eu.sortie.yaml;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.measure.Durations;
import eu.sortie.measure.Money;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import java.math.BigDecimal;
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
  private static final String ALIKE = "answers alike";
  private static final String PROBES = "probes equal";
  private static final String JOB = "job completes";
  private static final String NO_DRIFT = "no drift";
  private static final String NO_RESIDUE = "no residue of the source";
  private static final String AT_MOST = "at most ";
  private static final String WITHIN = "within ";
  private static final String AFTER = "after ";

  private GateForm() {}

  static Gate read(Part item, Kinds kinds) {
    if (!item.isMap() && item.seen().equals("text")) {
      return inOneSentence(item);
    }
    var fields =
        item.fields().only(KEEPS, TIME, COST, READY, ANSWERS, ALIKE, PROBES, JOB, NO_DRIFT);
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
      case PROBES -> Gate.probesEqual().within(bar(bar, WITHIN, Durations::parse, "within 5 min"));
      case NO_DRIFT -> Gate.noDrift().after(bar(bar, AFTER, Durations::parse, "after 30 s"));
      case ANSWERS -> AliveForm.answers(bar);
      case ALIKE -> AliveForm.alike(bar);
      default -> AliveForm.job(bar);
    };
  }

  private static Gate inOneSentence(Part item) {
    if (!item.words().equals(NO_RESIDUE)) {
      throw item.wrong("expected a gate, as in '%s' or '%s: [spec]', saw '%s'%s"
          .formatted(
              NO_RESIDUE,
              KEEPS,
              item.words(),
              Nearest.question(
                  item.words(), List.of(NO_RESIDUE, KEEPS, TIME, COST, READY, PROBES, NO_DRIFT))));
    }
    return Gate.noResidueOfTheSource();
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
      return Pen.lines(Map.of(ANSWERS, AliveForm.write(answers)));
    }
    if (gate instanceof Gate.AnswersAlike alike) {
      return Pen.lines(Map.of(ALIKE, AliveForm.write(alike)));
    }
    if (gate instanceof Gate.JobCompletes job) {
      return Pen.lines(Map.of(JOB, AliveForm.write(job)));
    }
    if (gate instanceof Gate.ProbesEqual probes) {
      return Pen.lines(Map.of(PROBES, Pen.text(WITHIN + Durations.print(probes.within()))));
    }
    if (gate instanceof Gate.NoDrift drift) {
      return Pen.lines(Map.of(NO_DRIFT, Pen.text(AFTER + Durations.print(drift.after()))));
    }
    if (gate instanceof Gate.NoResidue) {
      return Pen.text(NO_RESIDUE);
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

  static <T> T bar(Part bar, String begins, Function<String, T> quantity, String example) {
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
