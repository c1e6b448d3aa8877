package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.regex.Pattern;

/** What a single field means, as text: two spellings of one quantity are one text, and so are a number and its digits where either may stand. */
final class Meaning {

  /** Where Kubernetes has quantities; anywhere else {@code 1000m} is a word. */
  private static final Pattern QUANTITY = Pattern.compile(
      "(^|.*\\.)((resources\\.(requests|limits)|hard|capacity)(\\.[A-Za-z0-9_-]+|\\[\"[^\"]+\"])|sizeLimit|averageValue|divisor)");

  /** Where Kubernetes takes a number or a text. */
  private static final Pattern NUMBER_OR_TEXT =
      Pattern.compile("(^|.*\\.)(targetPort|port|maxUnavailable|maxSurge|minAvailable)");

  private static final Pattern DIGITS = Pattern.compile("0|-?[1-9][0-9]*");

  /** Texts that would read as something else without their quotes. */
  private static final Pattern QUOTED = Pattern.compile(
      "|true|false|null|-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|[\\[{\"].*", Pattern.DOTALL);

  private Meaning() {}

  static String of(String path, JsonNode value) {
    if (QUANTITY.matcher(path).matches() && (value.isTextual() || value.isNumber())) {
      return quantity(value);
    }
    if (value.isTextual()
        && NUMBER_OR_TEXT.matcher(path).matches()
        && DIGITS.matcher(value.textValue()).matches()) {
      return value.textValue();
    }
    return text(value);
  }

  /** As YAML would have it: a text has quotes only where it needs them. */
  static String text(JsonNode value) {
    if (value instanceof TextNode text && !QUOTED.matcher(text.textValue()).matches()) {
      return text.textValue();
    }
    return value.toString();
  }

  private static String quantity(JsonNode value) {
    try {
      var amount = Quantity.getAmountInBytes(Quantity.parse(value.asText()));
      return amount.stripTrailingZeros().toPlainString();
    } catch (IllegalArgumentException | ArithmeticException noQuantity) {
      return text(value);
    }
  }
}
