package eu.sortie.scenario;

import eu.sortie.scenario.Capabilities.KeyRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a destination declares and what was observed there, side by side.
 *
 * @param name by which files and reports call it
 * @param survey how it was observed
 * @param declaredBy the name of the capabilities it declares; empty where nothing is stated
 * @param traits trait by trait
 * @param cases case by case
 * @param keys the keys on which something was lost, each with what
 */
public record Profile(
    String name,
    Survey survey,
    String declaredBy,
    List<Observation> traits,
    List<ObservedCase> cases,
    SortedMap<String, String> keys) {

  public Profile {
    traits = List.copyOf(traits);
    cases = List.copyOf(cases);
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
  }

  /** In what the declared and the observed differ, each in one line. */
  public List<String> differences() {
    return Stream.concat(
            traits.stream().map(Observation::difference),
            cases.stream().map(ObservedCase::difference))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether something is lost that the destination declares it keeps. */
  public boolean isBroken() {
    return traits.stream().anyMatch(Observation::isBroken);
  }

  /**
   * What may be foretold from now on: what was declared, corrected and extended by what was observed.
   *
   * @param file by which an environment asks for this profile
   * @param declared what {@link #declaredBy} names
   */
  public Capabilities capabilities(String file, Capabilities declared) {
    var of = "%s, surveyed %s".formatted(survey.of(), survey.date());
    var statements = new TreeMap<>(declared.statements());
    traits.forEach(
        trait -> trait.learnt(of).ifPresent(learnt -> statements.put(trait.subject(), learnt)));
    var rules = new ArrayList<>(declared.keysNot());
    keys.forEach((key, lost) -> rules.add(new KeyRule(
        "^%s$".formatted(Pattern.quote(key)), "observed: %s (%s)".formatted(lost, of))));
    return new Capabilities(file, of, statements, rules, declared.classes(), declared.limits());
  }
}
