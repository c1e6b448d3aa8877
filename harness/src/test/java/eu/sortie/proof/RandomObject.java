package eu.sortie.proof;

import java.util.List;
import java.util.Map;

/**
 * An object as chance would have it.
 *
 * @param parts its bytes; several where it is written in parts
 * @param tags set once it is there
 */
record RandomObject(String key, List<byte[]> parts, List<Field> fields, Map<String, String> tags) {

  /** Writes it, if the server takes it. */
  void plant(BareHand hand, String bucket) {
    var answer = parts.size() == 1
        ? hand.put(bucket, key, known(fields, parts.get(0)), parts.get(0))
        : hand.putInParts(bucket, key, fields, parts);
    if (answer.isGood() && !tags.isEmpty()) {
      hand.tag(bucket, key, tags);
    }
  }

  /** Whoever locks has to say what. */
  private static List<Field> known(List<Field> fields, byte[] bytes) {
    if (fields.stream().noneMatch(field -> field.name().startsWith("x-amz-object-lock-"))) {
      return fields;
    }
    return new Fields(fields).and(BareHand.md5(bytes)).all();
  }
}
