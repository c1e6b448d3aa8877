package eu.sortie.yaml;

import eu.sortie.measure.Durations;
import eu.sortie.measure.Price;
import eu.sortie.measure.Retrieval;
import eu.sortie.measure.Tier;
import eu.sortie.scenario.Misuse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One price as a file says it: what it counts, its tiers, and how well it is known. */
final class PriceForm {

  private static final String ID = "id";
  private static final String COUNTS = "counts";
  private static final String OPERATIONS = "operations";
  private static final String STORAGE_CLASSES = "storage-classes";
  private static final String RETRIEVAL = "retrieval";
  private static final String TIERS = "tiers";
  private static final String GRADE = "grade";
  private static final String VERIFIED = "verified";
  private static final String SOURCE = "source";
  private static final List<String> GRADES = List.of("A", "B", "C");
  private static final Pattern STORAGE_CLASS = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern OPERATION = Pattern.compile("[A-Z][A-Za-z0-9]*");

  private PriceForm() {}

  static Price read(Part item) {
    var fields = item.fields()
        .only(ID, COUNTS, OPERATIONS, STORAGE_CLASSES, RETRIEVAL, TIERS, GRADE, VERIFIED, SOURCE);
    var id = fields.required(ID, "expected a name, as in egress").words();
    var counts = counts(fields.required(COUNTS, "expected what one pays for, as in gib-out"));
    var tiers = tiers(
        fields.required(TIERS, "expected at least one, as in {from: \"0\", price: \"0.09\"}"));
    var grade = grade(fields.required(GRADE, "expected A, B or C"));
    var verified = fields.required(VERIFIED, "expected true or false");
    if (verified.flag() && !grade.equals("A")) {
      throw verified.wrong(
          "a price of grade %s counts as verified; only grade A, the vendor's own list, may"
              .formatted(grade));
    }
    return new Price(
        id,
        counts,
        covered(fields, counts),
        tiers,
        verified.flag(),
        source(fields.required(SOURCE, "expected where it was found")) + ", grade " + grade,
        retrieval(fields, counts));
  }

  private static @Nullable Retrieval retrieval(Fields fields, Price.Counts counts) {
    if (counts != Price.Counts.GIB_RESTORED) {
      fields.find(RETRIEVAL).ifPresent(PriceForm::refuseRetrieval);
      return null;
    }
    var how = fields
        .required(RETRIEVAL, "expected how it is restored, as in {tier: standard, wait: 12 h}")
        .fields()
        .only("tier", "wait");
    return new Retrieval(
        how.required("tier", "expected the vendor's word, as in standard").words(),
        how.find("wait").map(wait -> wait.as(Durations::parse)).orElse(null));
  }

  private static void refuseRetrieval(Part part) {
    throw part.wrong("how one restores goes with gib-restored, and with nothing else");
  }

  private static Set<String> covered(Fields fields, Price.Counts counts) {
    if (!counts.isOfArchives()) {
      fields.find(STORAGE_CLASSES).ifPresent(PriceForm::refuseClasses);
      return fields
          .find(OPERATIONS)
          .map(list -> names(list, OPERATION, "the name of an operation, once, as in GetObject"))
          .orElse(Set.of());
    }
    fields.find(OPERATIONS).ifPresent(PriceForm::refuseOperations);
    return names(
        fields.required(STORAGE_CLASSES, "expected which are restored at this price"),
        STORAGE_CLASS,
        "the name of a storage class, once, as in DEEP_ARCHIVE");
  }

  private static void refuseClasses(Part part) {
    throw part.wrong("storage classes go with what is restored; name operations here");
  }

  private static void refuseOperations(Part part) {
    throw part.wrong("operations go with what crosses the line; name storage classes here");
  }

  private static Price.Counts counts(Part part) {
    var name = part.words();
    return Arrays.stream(Price.Counts.values())
        .filter(counts -> name(counts).equals(name))
        .findFirst()
        .orElseThrow(() -> unknownCounts(part, name));
  }

  private static Misuse unknownCounts(Part part, String name) {
    var known = Arrays.stream(Price.Counts.values()).map(PriceForm::name).toList();
    return part.wrong("%s is nothing we count; known are %s%s"
        .formatted(Fields.shown(name), String.join(", ", known), Nearest.question(name, known)));
  }

  private static String name(Price.Counts counts) {
    return counts.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<String> names(Part list, Pattern form, String expected) {
    var names = new HashSet<String>();
    for (var item : list.items()) {
      var name = item.words();
      if (!form.matcher(name).matches() || !names.add(name)) {
        throw item.wrong("expected %s, saw %s".formatted(expected, Fields.shown(name)));
      }
    }
    if (names.isEmpty()) {
      throw list.wrong(
          "no operation is named, expected at least one; leave the key out for all of them");
    }
    return names;
  }

  /** What a tier leaves out would be free, so the first begins at nothing, and the last does not end. */
  private static List<Tier> tiers(Part list) {
    var tiers = new ArrayList<Tier>();
    var items = list.items();
    for (var item : items) {
      var isLast = tiers.size() == items.size() - 1;
      tiers.add(TierForm.read(item, tiers, isLast));
    }
    if (tiers.isEmpty()) {
      throw list.wrong("there is no tier, expected at least one");
    }
    return tiers;
  }

  private static String grade(Part part) {
    var grade = part.words();
    if (!GRADES.contains(grade)) {
      throw part.wrong(
          "expected A (the vendor's own list), B (somebody who quotes it) or C (memory), saw %s"
              .formatted(Fields.shown(grade)));
    }
    return grade;
  }

  private static String source(Part part) {
    var fields = part.fields().only("title", "date");
    return fields.required("title", "expected what was read").words()
        + ", "
        + fields.required("date", "expected its date, or 'unknown'").words();
  }
}
