package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** A document in which every field that the SDK knows of something is set. */
final class Filled {

  private final Map<String, List<String>> special;
  private final List<String> leaves = new ArrayList<>();

  /**
   * Begins.
   *
   * @param special what stands in a field, and what it may be changed into, where any word would not do
   */
  Filled(Map<String, List<String>> special) {
    this.special = special;
  }

  /** JSON pointers of all fields that hold a value. */
  List<String> leaves() {
    return leaves;
  }

  JsonNode of(SdkPojo pojo) {
    return of(pojo, "", "");
  }

  private JsonNode of(SdkPojo pojo, String field, String pointer) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var one : pojo.sdkFields()) {
      var name = one.locationName();
      var inside = field.isEmpty() ? name : field + '.' + name;
      object.set(name, of(one, inside, pointer + '/' + name));
    }
    return object;
  }

  private JsonNode of(SdkField<?> field, String name, String pointer) {
    var type = field.marshallingType();
    if (type.equals(MarshallingType.SDK_POJO)) {
      return of(field.constructor().get(), name, pointer);
    }
    if (type.equals(MarshallingType.LIST)) {
      var of = field.getTrait(ListTrait.class).memberFieldInfo();
      var list = JsonNodeFactory.instance.arrayNode();
      list.add(of(of, name, pointer + "/0"));
      if (special.getOrDefault(name, List.of()).size() > 2) {
        list.add(special.get(name).get(2));
      }
      return list;
    }
    if (type.equals(MarshallingType.MAP)) {
      var of = field.getTrait(MapTrait.class).valueFieldInfo();
      var map = JsonNodeFactory.instance.objectNode();
      map.set("probe", of(of, name, pointer + "/probe"));
      return map;
    }
    leaves.add(pointer);
    return value(type, special.getOrDefault(name, List.of("probe", "other")).get(0));
  }

  private static JsonNode value(MarshallingType<?> type, String word) {
    if (type.equals(MarshallingType.STRING)) {
      return TextNode.valueOf(word);
    }
    return type.equals(MarshallingType.BOOLEAN) ? BooleanNode.TRUE : IntNode.valueOf(7);
  }

  /** Another value for a field. */
  JsonNode other(JsonNode value, String pointer) {
    var name = pointer.substring(1).replaceAll("/[0-9]+", "").replace('/', '.');
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.booleanValue());
    }
    return value.isNumber()
        ? IntNode.valueOf(value.intValue() + 2)
        : TextNode.valueOf(special.getOrDefault(name, List.of("probe", "other")).get(1));
  }
}
