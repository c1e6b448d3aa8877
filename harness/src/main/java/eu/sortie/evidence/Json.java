package eu.sortie.evidence;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** How evidence spells JSON: instants and durations in ISO 8601, decimals as text, words in lower case; read back strictly. */
final class Json {

  static final JsonMapper MAPPER = mapper();

  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  private Json() {}

  /** Writes a value on one line. */
  static String line(Object value) {
    try {
      return escapeHalves(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record of texts can always be written", impossible);
    }
  }

  /** Writes a value for people, with the same line ends on every machine. */
  static String page(Object value) {
    var printer = new DefaultPrettyPrinter()
        .withObjectIndenter(INDENT)
        .withSeparators(Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
    try {
      return escapeHalves(MAPPER.writer(printer).writeValueAsString(value)) + '\n';
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record of texts can always be written", impossible);
    }
  }

  /** Half a surrogate pair has no UTF-8 form, so it would come back as a question mark; JSON can spell it by its number. */
  private static String escapeHalves(String json) {
    if (json.codePoints().noneMatch(Json::isHalf)) {
      return json;
    }
    var spelled = new StringBuilder(json.length() + 16);
    json.codePoints().forEach(character -> {
      if (isHalf(character)) {
        spelled.append("\\u%04x".formatted(character));
      } else {
        spelled.appendCodePoint(character);
      }
    });
    return spelled.toString();
  }

  private static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new SimpleModule()
            .addSerializer(Instant.class, ToStringSerializer.instance)
            .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
            .addSerializer(Duration.class, ToStringSerializer.instance)
            .addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse))
            .addSerializer(BigDecimal.class, new Decimal())
            .addDeserializer(BigDecimal.class, new FromText<>(BigDecimal.class, BigDecimal::new)))
        .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
        .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  /** Digits as text: a JSON number would pass through binary fractions in most readers. */
  private static final class Decimal extends JsonSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal decimal, JsonGenerator json, SerializerProvider any)
        throws IOException {
      // A negative scale has no plain form that reads back as the same decimal.
      json.writeString(decimal.scale() < 0 ? decimal.toString() : decimal.toPlainString());
    }
  }
}
