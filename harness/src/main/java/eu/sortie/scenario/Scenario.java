package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What should be able to leave, from where, to where, under which gates; written once, run often.
 *
 * <p>It holds no endpoint and no credential: the same scenario runs in every {@link Environment}. Begin one with
 * {@link #scenario}; every clause gives a new value.
 *
 * @param name a sentence, as in {@code Photos leave S3}
 * @param from the name of the source's end
 * @param to the name of the destination's end
 * @param export what leaves; null until it is said
 * @param expect the gates, all of them judged
 * @param allow the losses that are accepted
 */
public record Scenario(
    String name,
    String from,
    String to,
    @Nullable Selection export,
    List<Gate> expect,
    List<Allowance> allow) {

  public Scenario {
    if (name.isBlank()) {
      throw new Misuse(
          "scenario: no name is given, expected a short sentence, as in 'Photos leave S3'");
    }
    expect = List.copyOf(expect);
    allow = List.copyOf(allow);
  }

  /** Begins a scenario. */
  public static Scenario scenario(String name) {
    return new Scenario(name, "", "", null, List.of(), List.of());
  }

  /** Names the end that is left. */
  public Scenario from(String end) {
    return new Scenario(name, end, to, export, expect, allow);
  }

  /** Names the end that is moved to. */
  public Scenario to(String end) {
    return new Scenario(name, from, end, export, expect, allow);
  }

  /** Says what leaves. */
  public Scenario export(Selection selection) {
    return new Scenario(name, from, to, selection, expect, allow);
  }

  /** Adds a gate. */
  public Scenario expect(Gate gate) {
    return new Scenario(name, from, to, export, and(expect, gate), allow);
  }

  /** Accepts a loss. */
  public Scenario allow(Allowance allowance) {
    return new Scenario(name, from, to, export, expect, and(allow, allowance));
  }

  /**
   * What leaves.
   *
   * @throws Misuse where the scenario does not say
   */
  public Selection selection() {
    return Objects.requireNonNullElseGet(export, () -> {
      throw new Misuse(
          "%s: nothing is selected, expected what leaves, as in export: {objects: {bucket: photos}}"
              .formatted(name));
    });
  }

  /**
   * Refuses a scenario that cannot be run: an end unnamed or named twice, nothing selected, no gate, a gate on a trait that what
   * leaves has not.
   *
   * @throws Misuse saying what is missing
   */
  public void requireComplete() {
    selection();
    if (from.isBlank() || to.isBlank()) {
      throw new Misuse("%s: expected the names of two ends, saw from '%s' and to '%s'"
          .formatted(name, from, to));
    }
    if (from.equals(to)) {
      throw new Misuse(
          "%s: it leaves '%s' for '%s'; name two different ends".formatted(name, from, to));
    }
    if (expect.isEmpty()) {
      throw new Misuse(
          "%s: there is no gate, so nothing could be judged; expect at least one, as in 'every item keeps'"
              .formatted(name));
    }
    gatedTraits().forEach(this::requireTraitOfKind);
  }

  private void requireTraitOfKind(Trait trait) {
    var kinds = selection().kinds();
    if (!kinds.traits().contains(trait)) {
      throw new Misuse("%s: every item keeps %s, but what leaves has no such trait; %s has %s"
          .formatted(
              name,
              trait,
              kinds.names(),
              kinds.traits().stream().map(Trait::name).collect(Collectors.joining(", "))));
    }
  }

  /** The kinds of what leaves, each with the traits a drill compares: its own, and those a gate asks for besides. */
  public Kinds compared() {
    var kinds = selection().kinds();
    return kinds.only(kinds.traits().stream()
        .filter(trait -> trait.comparedByDefault() || gatedTraits().anyMatch(trait::equals))
        .toList());
  }

  private Stream<Trait> gatedTraits() {
    return expect.stream()
        .flatMap(
            gate -> gate instanceof Gate.Keeps keeps ? keeps.traits().stream() : Stream.empty());
  }

  /** The name as a folder's: lower case, hyphens, ASCII. */
  public String slug() {
    var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "scenario" : slug;
  }

  private static <T> List<T> and(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }
}
