package eu.sortie.k8s;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written down in {@code translations.yaml}.
 *
 * @param name by which it is switched off, and by which reports call it
 * @param what it does, in a few words
 * @param because why, in one sentence
 * @param source where that can be read
 * @param at the entries it is about
 * @param terms requirements on nodes that only the source can meet; none for most rules
 */
record TranslationRule(
    String name, String what, String because, String source, List<At> at, List<Term> terms) {

  // Jackson leaves a list out as null.
  TranslationRule(
      String name,
      String what,
      String because,
      String source,
      @Nullable List<At> at,
      @Nullable List<Term> terms) {
    this.name = name;
    this.what = what;
    this.because = because;
    this.source = source;
    this.at = at == null ? List.of() : List.copyOf(at);
    this.terms = terms == null ? List.of() : List.copyOf(terms);
  }

  /**
   * Entries a rule is about; all patterns are of the whole, and know the namespaces as {@code ${from}} and {@code ${into}}.
   *
   * @param kind pattern of what stands before the name in the key
   * @param in the traits
   * @param entry pattern of the entry; none for the resource as a whole
   * @param value pattern of what it is; none for anything
   * @param part pattern of a part of a text, which alone is changed
   * @param becomes what is put in its place; none to take the entry out
   * @param takes what is taken out, from the groups of the entry; none for the entry itself
   * @param where another entry, from the groups of the entry, with a pattern of what it has to be
   */
  record At(
      String kind,
      List<String> in,
      @Nullable String entry,
      @Nullable String value,
      @Nullable String part,
      @Nullable String becomes,
      @Nullable String takes,
      @Nullable Where where) {

    At(
        String kind,
        @Nullable List<String> in,
        @Nullable String entry,
        @Nullable String value,
        @Nullable String part,
        @Nullable String becomes,
        @Nullable String takes,
        @Nullable Where where) {
      this.kind = kind;
      this.in = in == null ? List.of() : List.copyOf(in);
      this.entry = entry;
      this.value = value;
      this.part = part;
      this.becomes = becomes;
      this.takes = takes;
      this.where = where;
    }
  }

  /**
   * Another entry that says whether a rule applies.
   *
   * @param entry from the groups of the entry
   * @param value pattern of what it has to be
   */
  record Where(String entry, String value) {}

  /**
   * A requirement on a node.
   *
   * @param key pattern of the label
   * @param values pattern of each value
   */
  record Term(String key, String values) {}
}
