package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Translation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A resource while it is being translated: its document and its entries, which change together. */
final class Translating {

  /** Where nothing in it means the same as not being there; {@code podSelector: {}} means every pod. */
  private static final Set<String> NOTHING_WHEN_EMPTY =
      Set.of("nodeSelector", "nodeAffinity", "affinity", "labels", "annotations", "finalizers");

  private final JsonNode document;
  private final EntryPath paths;
  private final Map<Trait, Value> traits;
  private final Map<Trait, SortedMap<String, String>> entries = new LinkedHashMap<>();
  private final List<Translation> translations = new ArrayList<>();

  Translating(JsonNode document, Map<Trait, Value> traits) {
    this.document = document.deepCopy();
    this.paths = new EntryPath(document.path("apiVersion").asText());
    this.traits = traits;
    traits.forEach((trait, value) -> {
      if (value instanceof Value.Entries some) {
        entries.put(trait, new TreeMap<>(some.entries()));
      }
    });
  }

  /** Entries of a trait as they are by now. */
  Map<String, String> entries(Trait trait) {
    return entries.getOrDefault(trait, new TreeMap<>());
  }

  Optional<JsonNode> value(Trait trait, String entry) {
    return find(trait, entry).map(DocumentPath::value);
  }

  /** Gives a text another one. */
  void change(TranslationRule rule, Trait trait, String entry, String text) {
    change(rule, trait, entry, text, UnaryOperator.identity());
  }

  /**
   * Gives a text another one.
   *
   * @param shown how it is shown
   * @return the entry it is now
   */
  String change(
      TranslationRule rule, Trait trait, String entry, String text, UnaryOperator<String> shown) {
    var place = find(trait, entry).orElseThrow();
    var some = entries(trait);
    var before = some.getOrDefault(entry, "");
    some.remove(entry);
    var node = TextNode.valueOf(text);
    var renamed = renamed(place, entry, node);
    place.set(node);
    var after = shown.apply(paths.isTree(trait) ? Meaning.of(renamed, node) : text);
    some.put(renamed, after);
    translations.add(new Translation(trait, entry, before, after, rule.name(), rule.because()));
    return renamed;
  }

  /** The element of a set is named by what it is. */
  private static String renamed(DocumentPath place, String entry, JsonNode node) {
    var label = "[=" + place.value() + ']';
    return place.index() >= 0 && entry.endsWith(label)
        ? entry.substring(0, entry.length() - label.length()) + "[=" + node + ']'
        : entry;
  }

  /** Takes an entry out, or everything below it. Whether there was any such thing. */
  boolean take(TranslationRule rule, Trait trait, String what) {
    var found = find(trait, what);
    found.ifPresent(place -> {
      var some = entries(trait);
      new TreeMap<>(some).forEach((entry, before) -> {
        if (entry.equals(what) || (paths.isTree(trait) && isBelow(entry, what))) {
          some.remove(entry);
          translations.add(new Translation(trait, entry, before, "", rule.name(), rule.because()));
        }
      });
      place.remove();
      if (paths.isTree(trait)) {
        closeRanks(trait, place);
      }
      tidy(trait, place);
    });
    return found.isPresent();
  }

  private static boolean isBelow(String entry, String what) {
    return entry.startsWith(what + '.') || entry.startsWith(what + '[');
  }

  /** Elements that are named by their place move up when one before them goes. */
  private void closeRanks(Trait trait, DocumentPath taken) {
    var list = taken.above().filter(above -> taken.index() >= 0);
    list.ifPresent(above -> {
      for (int i = taken.index(); i < above.value().size(); i++) {
        rename(trait, above.toString() + '[' + (i + 1) + ']', above.toString() + '[' + i + ']');
      }
    });
  }

  private void rename(Trait trait, String from, String into) {
    var old = paths.entry(trait, from);
    var some = entries(trait);
    new TreeMap<>(some).forEach((entry, text) -> {
      if (entry.equals(old) || isBelow(entry, old)) {
        some.remove(entry);
        some.put(paths.entry(trait, into) + entry.substring(old.length()), text);
      }
    });
  }

  /** Takes along what held it, as long as that is empty and means nothing; anything else stays, and is an entry now. */
  private void tidy(Trait trait, DocumentPath taken) {
    var above = taken.above();
    while (above.isPresent() && above.get().value().isEmpty()) {
      var empty = above.get();
      if (!NOTHING_WHEN_EMPTY.contains(empty.field())) {
        if (paths.isTree(trait)) {
          entries(trait).put(paths.entry(trait, empty.toString()), Meaning.text(empty.value()));
        }
        return;
      }
      empty.remove();
      above = empty.above();
    }
  }

  private Optional<DocumentPath> find(Trait trait, String entry) {
    return paths.of(trait, entry).flatMap(path -> DocumentPath.find(document, path));
  }

  Translated done(List<Translated.Warning> warnings) {
    var expected = new LinkedHashMap<>(traits);
    entries.forEach((trait, some) -> expected.put(trait, Value.entries(some)));
    return new Translated(document, List.copyOf(translations), expected, warnings);
  }
}
