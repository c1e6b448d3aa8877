package eu.sortie.ecs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is known of fields that are not translated ({@code fields.yaml}).
 *
 * @param lost those without a counterpart, with why
 * @param saysNothing those that say nothing of what a workload is, with why
 */
record Reasons(
    List<Reason> lost, @JsonProperty("says-nothing") List<Reason> saysNothing) {

  static final String UNKNOWN =
      "No rule of Sortie knows this field, so nobody can say what it did.";

  private static final Reasons SHIPPED = load();

  /**
   * What is known of a field, and of all that is in it.
   *
   * @param field without the names of elements
   * @param because why, in one sentence
   */
  record Reason(String field, String because) {

    boolean covers(String other) {
      return other.equals(field) || other.startsWith(field + '.');
    }

    boolean isInside(String other) {
      return field.startsWith(other + '.');
    }
  }

  /** Something that is lost. */
  record Lost(Facts.Unread what, String because) {}

  static Reasons shipped() {
    return SHIPPED;
  }

  private static Reasons load() {
    var file = "fields.yaml";
    try (var in = Objects.requireNonNull(Reasons.class.getResourceAsStream(file), file)) {
      var load = new Load(LoadSettings.builder().setLabel(file).build());
      return new ObjectMapper().convertValue(load.loadFromInputStream(in), Reasons.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What of that which nobody looked at is lost. */
  List<Lost> lost(List<Facts.Unread> unread) {
    var found = new ArrayList<Lost>();
    unread.forEach(one -> add(one, found));
    return found;
  }

  private void add(Facts.Unread one, List<Lost> found) {
    if (isKnownInside(lost, one) || isKnownInside(saysNothing, one)) {
      Facts.parts(one).forEach(part -> add(part, found));
      return;
    }
    var because = closest(lost, one);
    if (length(closest(saysNothing, one)) <= length(because)) {
      found.add(new Lost(one, because.map(Reason::because).orElse(UNKNOWN)));
    }
  }

  private static boolean isKnownInside(List<Reason> reasons, Facts.Unread one) {
    return one.value().isContainerNode()
        && reasons.stream().anyMatch(reason -> reason.isInside(one.field()));
  }

  private static int length(Optional<Reason> reason) {
    return reason.map(one -> one.field().length()).orElse(0);
  }

  private static Optional<Reason> closest(List<Reason> reasons, Facts.Unread one) {
    return reasons.stream()
        .filter(reason -> reason.covers(one.field()))
        .max(Comparator.comparingInt(reason -> reason.field().length()));
  }
}
