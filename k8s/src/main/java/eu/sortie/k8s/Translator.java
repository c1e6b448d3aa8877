package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceTraits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Gives a resource the form in which it works at the destination, by the rules that ship ({@code translations.yaml}).
 *
 * <p>What no rule is about is carried as it is. A secret is carried as it is, but for the texts that the scenario replaces.
 */
final class Translator {

  private static final TranslationRules SHIPPED = TranslationRules.shipped();

  private final String from;
  private final String into;
  private final Set<String> off;
  private final List<Applied> translations;
  private final List<Applied> warnings;
  private final List<Applied> neverRestored;
  private final List<Replacement> replacements;
  private final UnaryOperator<String> hiding;
  private final Set<Replacement> met = new HashSet<>();

  /** A rule between the two namespaces. */
  private record Applied(TranslationRule rule, List<RulePattern> patterns, NodeTerms terms) {

    static List<Applied> of(List<TranslationRule> rules, String from, String into) {
      return rules.stream()
          .map(rule -> new Applied(
              rule,
              rule.at().stream().map(at -> new RulePattern(at, from, into)).toList(),
              new NodeTerms(rule.terms())))
          .toList();
    }

    List<RulePattern> of(String type) {
      return patterns.stream().filter(pattern -> pattern.isOfKind(type)).toList();
    }
  }

  private Translator(
      String from,
      String into,
      Set<String> off,
      List<Replacement> replacements,
      UnaryOperator<String> hiding) {
    Predicate<Applied> on = applied -> !off.contains(applied.rule().name());
    this.from = from;
    this.into = into;
    this.off = off;
    this.translations =
        Applied.of(SHIPPED.translations(), from, into).stream().filter(on).toList();
    this.warnings =
        Applied.of(SHIPPED.warnings(), from, into).stream().filter(on).toList();
    this.neverRestored = Applied.of(SHIPPED.neverRestored(), from, into);
    this.replacements = List.copyOf(replacements);
    this.hiding = hiding;
  }

  /** With all the rules, from one namespace into one that may have another name. */
  static Translator of(String fromNamespace, String intoNamespace) {
    return new Translator(
        fromNamespace, intoNamespace, Set.of(), List.of(), UnaryOperator.identity());
  }

  /** Names of the rules that can be switched off. What is never restored is no such rule. */
  static List<String> names() {
    return SHIPPED.names();
  }

  /**
   * The same without some rules.
   *
   * @throws Misuse for a name of no rule, and of one that cannot be switched off
   */
  Translator without(Set<String> names) {
    var unknown = new TreeSet<>(names);
    unknown.removeAll(names());
    if (!unknown.isEmpty()) {
      throw new Misuse("no translation is called '%s', so it cannot be switched off; there are %s"
          .formatted(String.join("', '", unknown), String.join(", ", names())));
    }
    var all = new TreeSet<>(off);
    all.addAll(names);
    return new Translator(from, into, all, replacements, hiding);
  }

  /**
   * The same with texts that a scenario replaces, one after the other, once the rules are done.
   *
   * @param hidden how the value of a secret is shown
   */
  Translator replacing(List<Replacement> texts, UnaryOperator<String> hidden) {
    return new Translator(from, into, off, texts, hidden);
  }

  private void note(Replacement replacement, boolean found) {
    if (found) {
      met.add(replacement);
    }
  }

  /** Replacements that found nothing to replace, in anything that was translated so far. */
  List<Replacement> unmet() {
    return replacements.stream().filter(one -> !met.contains(one)).toList();
  }

  /**
   * Why a resource must not be active at the destination, whatever is in it.
   *
   * @param key as in {@code bucket.s3.aws.upbound.io/photos}
   */
  Optional<String> neverRestored(String key) {
    return neverRestored(key, Map.of());
  }

  /** Why a resource with these traits must not be active at the destination. */
  Optional<String> neverRestored(String key, Map<Trait, Value> traits) {
    var type = ResourceKey.of(key).type();
    return neverRestored.stream()
        .filter(applied -> applied.of(type).stream()
            .anyMatch(pattern -> pattern.isOfTheWhole() || pattern.isAboutAnyOf(traits)))
        .map(applied -> applied.rule().because())
        .findFirst();
  }

  /**
   * Translates a resource.
   *
   * @param key as in {@code deployment.apps/web}
   * @param document what was exported: the declared fields alone
   * @param traits as the source showed them
   */
  Translated translate(String key, JsonNode document, Map<Trait, Value> traits) {
    var item = new Translating(document, traits);
    var type = ResourceKey.of(key).type();
    if (type.equals("secret")) {
      replacements.forEach(one -> note(one, new Replacing(one, item).inSecret(hiding)));
      return item.done(List.of());
    }
    for (var applied : translations) {
      applied.of(type).forEach(pattern -> apply(applied.rule(), pattern, item));
      var next = applied.terms().next(item);
      while (next.isPresent() && item.take(applied.rule(), ResourceTraits.SPEC, next.get())) {
        next = applied.terms().next(item);
      }
    }
    replacements.forEach(one -> note(one, new Replacing(one, item).inClear()));
    return item.done(warnings(type, item));
  }

  private static void apply(TranslationRule rule, RulePattern pattern, Translating item) {
    for (var trait : pattern.traits()) {
      // Taking one out may rename those that are left.
      var tried = new TreeSet<String>();
      var next = next(pattern, item.entries(trait), tried);
      while (next.isPresent()) {
        var entry = next.get();
        if (pattern.changes()) {
          change(rule, pattern, item, trait, entry);
          tried.add(entry);
        } else if (!item.take(rule, trait, pattern.taken(entry))) {
          tried.add(entry);
        }
        next = next(pattern, item.entries(trait), tried);
      }
    }
  }

  private static Optional<String> next(
      RulePattern pattern, Map<String, String> entries, Set<String> tried) {
    return entries.entrySet().stream()
        .filter(one ->
            !tried.contains(one.getKey()) && pattern.isAbout(one.getKey(), one.getValue(), entries))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void change(
      TranslationRule rule, RulePattern pattern, Translating item, Trait trait, String entry) {
    item.value(trait, entry).filter(JsonNode::isTextual).ifPresent(before -> {
      var after = pattern.changed(before.textValue());
      if (!after.equals(before.textValue())) {
        item.change(rule, trait, entry, after);
      }
    });
  }

  private List<Translated.Warning> warnings(String type, Translating item) {
    var found = new ArrayList<Translated.Warning>();
    for (var applied : warnings) {
      for (var pattern : applied.of(type)) {
        for (var trait : pattern.traits()) {
          var entries = item.entries(trait);
          entries.forEach((entry, text) -> {
            if (pattern.isAbout(entry, text, entries)) {
              var rule = applied.rule();
              found.add(new Translated.Warning(trait, entry, text, rule.name(), rule.because()));
            }
          });
        }
      }
    }
    return List.copyOf(found);
  }
}
