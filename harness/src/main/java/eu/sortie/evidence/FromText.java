package eu.sortie.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value that JSON holds as text. */
final class FromText<T> extends JsonDeserializer<T> {

  private final Class<T> type;
  private final Function<String, T> parse;

  FromText(Class<T> type, Function<String, T> parse) {
    this.type = type;
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw context.wrongTokenException(
          parser, type, JsonToken.VALUE_STRING, "it is written as text");
    }
    try {
      return parse.apply(parser.getText());
    } catch (IllegalArgumentException | DateTimeException damaged) {
      throw context.weirdStringException(
          parser.getText(), type, String.valueOf(damaged.getMessage()));
    }
  }
}
