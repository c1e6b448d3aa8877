package eu.sortie.k8s;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The rules that ship.
 *
 * @param translations in the order in which they are applied
 * @param warnings of what is carried as it is and means nothing at the destination
 * @param neverRestored what may not be active anywhere but at the source
 */
record TranslationRules(
    List<TranslationRule> translations,
    List<TranslationRule> warnings,
    @JsonProperty("never-restored") List<TranslationRule> neverRestored) {

  static TranslationRules shipped() {
    var file = "translations.yaml";
    try (var in = Objects.requireNonNull(TranslationRules.class.getResourceAsStream(file), file)) {
      var load = new Load(LoadSettings.builder().setLabel(file).build());
      return new ObjectMapper().convertValue(load.loadFromInputStream(in), TranslationRules.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Names of those that can be switched off. */
  List<String> names() {
    return Stream.concat(translations.stream(), warnings.stream())
        .map(TranslationRule::name)
        .toList();
  }
}
