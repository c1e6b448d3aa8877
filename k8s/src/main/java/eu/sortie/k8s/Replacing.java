package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceTraits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One replacement of a scenario, done to one resource wherever its text stands in a field that was declared. */
record Replacing(Replacement replacement, Translating item) {

  /** Roles say what they allow in words of the API, and finalizers name who waits: neither is a text of the user's. */
  private static final List<Trait> TRAITS = List.of(
      ResourceTraits.SPEC,
      ResourceTraits.DATA,
      ResourceTraits.LABELS,
      ResourceTraits.ANNOTATIONS,
      ResourceTraits.OTHER_FIELDS);

  /** Whether there was anything to replace. */
  boolean inClear() {
    boolean found = false;
    for (var trait : TRAITS) {
      for (var entry : List.copyOf(item.entries(trait).keySet())) {
        found |= replace(trait, entry);
      }
    }
    return found;
  }

  /**
   * The same in a secret, whose data are base64.
   *
   * @param hidden how its values are shown
   */
  boolean inSecret(UnaryOperator<String> hidden) {
    boolean found = false;
    for (var entry : List.copyOf(item.entries(ResourceTraits.LABELS).keySet())) {
      found |= replace(ResourceTraits.LABELS, entry);
    }
    for (var entry : List.copyOf(item.entries(ResourceTraits.ANNOTATIONS).keySet())) {
      found |= changed(ResourceTraits.ANNOTATIONS, entry)
          .map(after -> item.change(rule(), ResourceTraits.ANNOTATIONS, entry, after, hidden))
          .isPresent();
    }
    for (var entry : List.copyOf(item.entries(ResourceTraits.DATA).keySet())) {
      found |= text(ResourceTraits.DATA, entry)
          .flatMap(Replacing::decoded)
          .filter(before -> before.contains(replacement.text()))
          .map(before -> Base64.getEncoder()
              .encodeToString(replacement.in(before).getBytes(StandardCharsets.UTF_8)))
          .map(after -> item.change(rule(), ResourceTraits.DATA, entry, after, hidden))
          .isPresent();
    }
    return found;
  }

  private boolean replace(Trait trait, String entry) {
    return changed(trait, entry)
        .filter(after -> !isKey(entry))
        .map(after -> item.change(rule(), trait, entry, after, UnaryOperator.identity()))
        .isPresent();
  }

  private Optional<String> changed(Trait trait, String entry) {
    return text(trait, entry)
        .filter(before -> before.contains(replacement.text()))
        .map(replacement::in);
  }

  private Optional<String> text(Trait trait, String entry) {
    return item.value(trait, entry).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** By its key an element is told from others, and references to it go by that; it stays, and where it names the source it is a residue. */
  private static boolean isKey(String entry) {
    var dot = entry.lastIndexOf("].");
    var bracket = dot < 0 ? -1 : entry.lastIndexOf('[', dot);
    if (bracket < 0) {
      return false;
    }
    var label = ',' + entry.substring(bracket + 1, dot);
    return label.contains(',' + entry.substring(dot + 2) + '=');
  }

  private TranslationRule rule() {
    return new TranslationRule(
        "replace '%s'".formatted(replacement.text()), "", replacement.because(), "", null, null);
  }

  private static Optional<String> decoded(String base64) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(
          decoder.decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64))).toString());
    } catch (IllegalArgumentException | CharacterCodingException noText) {
      return Optional.empty();
    }
  }
}
