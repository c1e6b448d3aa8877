package eu.sortie.drill;

import static eu.sortie.scenario.Gate.everyItem;
import static eu.sortie.scenario.Scenario.scenario;
import static eu.sortie.scenario.Selection.objects;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;

/** Items and scenarios that tests of a drill have in common. */
final class Sample {

  private Sample() {}

  static ItemId id(String key) {
    return ItemId.of("object", key);
  }

  /** An item on which every trait was seen; absent where a test does not care. */
  static Item item(String key) {
    var traits = new LinkedHashMap<Trait, Value>();
    ObjectTraits.OBJECT.traits().forEach(trait -> traits.put(trait, Value.absent()));
    traits.put(ObjectTraits.CONTENT, Value.text(sha256(key)));
    traits.put(ObjectTraits.SIZE, Value.text(String.valueOf(bytes(key).length)));
    traits.put(ObjectTraits.CONTENT_TYPE, Value.text("text/plain"));
    traits.put(ObjectTraits.STORAGE_CLASS, Value.text("STANDARD"));
    return new Item(id(key), traits);
  }

  /** What an object holds, where a test does not care. */
  static byte[] bytes(String key) {
    return ("the bytes of " + key).getBytes(StandardCharsets.UTF_8);
  }

  static String sha256(String key) {
    return sha256(bytes(key));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }

  static Scenario scenarioWith(Gate... gates) {
    return leavingFrom("samples", gates);
  }

  static Scenario leavingFrom(String bucket, Gate... gates) {
    var scenario = scenario("Samples leave").from("aws").to("europe").export(objects(bucket));
    for (var gate : gates) {
      scenario = scenario.expect(gate);
    }
    return scenario;
  }

  /** An end under the name it has in a scenario. */
  static End named(String name, End end) {
    var settings = new HashMap<String, String>();
    end.settings().forEach((key, setting) -> settings.put(key, setting.value()));
    return End.of(name, end.live(), end.protocol(), settings, end.capabilities());
  }

  static Gate keepsContent() {
    return everyItem().keeps(ObjectTraits.CONTENT);
  }
}
