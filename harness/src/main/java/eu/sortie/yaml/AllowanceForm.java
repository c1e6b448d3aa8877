package eu.sortie.yaml;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Misuse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** An allowance as a file says it: {@code loss of}, perhaps {@code under}, and {@code because}. */
final class AllowanceForm {

  private static final String LOSS_OF = "loss of";
  private static final String UNDER = "under";
  private static final String BECAUSE = "because";

  private AllowanceForm() {}

  static Allowance read(Part item, Kinds kinds) {
    var fields = item.fields().only(LOSS_OF, UNDER, BECAUSE);
    var of =
        of(fields.required(LOSS_OF, "expected what may be lost, as in 'loss of: tags'"), kinds);
    var because = fields.required(
        BECAUSE, "expected why the loss is accepted: an allowance without a because is none");
    return new Allowance(of, fields.find(UNDER).map(Part::text).orElse(""), because.words());
  }

  static Node write(Allowance allowance) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(LOSS_OF, Pen.text(allowance.of()));
    if (!allowance.under().isEmpty()) {
      fields.put(UNDER, Pen.text(allowance.under()));
    }
    fields.put(BECAUSE, Pen.text(allowance.because()));
    return Pen.lines(fields);
  }

  private static String of(Part part, Kinds kinds) {
    var name = part.words();
    if (name.equals(Allowance.ITEM)
        || name.equals(Allowance.CHANGES)
        || kinds.trait(name).isPresent()) {
      return name;
    }
    throw unknown(part, name, kinds);
  }

  private static Misuse unknown(Part part, String name, Kinds kinds) {
    var known = new ArrayList<>(kinds.traits().stream().map(Trait::name).toList());
    known.add(Allowance.ITEM);
    known.add(Allowance.CHANGES);
    return part.wrong("%s is nothing that could be lost; known are %s%s"
        .formatted(Fields.shown(name), String.join(", ", known), Nearest.question(name, known)));
  }
}
