package eu.sortie.k8s;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the entries that a rule is about, between two namespaces. */
final class RulePattern {

  private static final Pattern ANYTHING = Pattern.compile("", Pattern.LITERAL);

  private final Pattern kind;
  private final List<Trait> traits;
  private final @Nullable Pattern entry;
  private final Pattern value;
  private final TranslationRule.@Nullable Where where;
  private final @Nullable String becomes;
  private final String takes;

  RulePattern(TranslationRule.At at, String from, String into) {
    UnaryOperator<String> quoted = text ->
        text.replace("${from}", Pattern.quote(from)).replace("${into}", Pattern.quote(into));
    this.kind = whole(at.kind());
    this.traits = at.in().stream().map(RulePattern::trait).toList();
    this.entry = at.entry() == null ? null : whole(quoted.apply(at.entry()));
    if (at.value() != null) {
      this.value = whole(quoted.apply(at.value()));
    } else {
      this.value = at.part() == null ? ANYTHING : Pattern.compile(quoted.apply(at.part()));
    }
    this.where = at.where();
    this.becomes = at.becomes() == null
        ? null
        : at.becomes()
            .replace("${from}", Matcher.quoteReplacement(from))
            .replace("${into}", Matcher.quoteReplacement(into));
    this.takes = at.takes() == null ? "$0" : at.takes();
  }

  private static Trait trait(String name) {
    return ResourceTraits.RESOURCE
        .trait(name)
        .orElseThrow(() -> new IllegalArgumentException("a resource has no trait " + name));
  }

  private static Pattern whole(String pattern) {
    return Pattern.compile("\\A(?:" + pattern + ")\\z", Pattern.DOTALL);
  }

  boolean isOfKind(String type) {
    return kind.matcher(type).find();
  }

  /** Whether it is about a resource as a whole, whatever is in it. */
  boolean isOfTheWhole() {
    return entry == null;
  }

  List<Trait> traits() {
    return traits;
  }

  /** Whether it is about an entry; the others are looked at where the rule says so. */
  boolean isAbout(String name, String text, Map<String, String> others) {
    return entry != null
        && entry.matcher(name).find()
        && value.matcher(text).find()
        && holds(entry, name, others);
  }

  private boolean holds(Pattern entry, String name, Map<String, String> others) {
    if (where == null) {
      return true;
    }
    var other = others.get(entry.matcher(name).replaceFirst(where.entry()));
    return other != null && whole(where.value()).matcher(other).find();
  }

  boolean isAboutAnyOf(Map<Trait, Value> seen) {
    return traits.stream()
        .map(seen::get)
        .filter(Value.Entries.class::isInstance)
        .map(found -> ((Value.Entries) found).entries())
        .anyMatch(some ->
            some.entrySet().stream().anyMatch(one -> isAbout(one.getKey(), one.getValue(), some)));
  }

  /** Whether what it is about gets another value; else it is taken out. */
  boolean changes() {
    return becomes != null;
  }

  String changed(String text) {
    return becomes == null ? text : value.matcher(text).replaceAll(becomes);
  }

  /** What is taken out for an entry. */
  String taken(String name) {
    return entry == null ? name : entry.matcher(name).replaceFirst(takes);
  }
}
