package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Objects in memory, as an end holds them. */
final class MemoryObjects {

  /** One of them: what headers would show, and its bytes. */
  static final class Held {

    private final Item item;
    private final byte[] bytes;

    private Held(Item item, byte[] bytes) {
      this.item = item;
      this.bytes = bytes.clone();
    }

    Item item() {
      return item;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  private final Map<String, Held> byKey = new TreeMap<>();

  static MemoryObjects of(String... keys) {
    var objects = new MemoryObjects();
    for (var key : keys) {
      objects.put(Sample.item(key), Sample.bytes(key));
    }
    return objects;
  }

  synchronized void put(Item item, byte[] bytes) {
    byKey.put(item.id().key(), new Held(shown(item), bytes));
  }

  synchronized void change(String key, Trait trait, Value value) {
    var held = byKey.get(key);
    put(held.item.with(trait, value), held.bytes);
  }

  synchronized Held get(String key) {
    return byKey.get(key);
  }

  synchronized Held remove(String key) {
    return byKey.remove(key);
  }

  synchronized Map<String, Held> all() {
    return new TreeMap<>(byKey);
  }

  /** Content and size need the bytes: no answer's headers show them. */
  private static Item shown(Item item) {
    var traits = new LinkedHashMap<>(item.traits());
    traits.remove(ObjectTraits.CONTENT);
    traits.remove(ObjectTraits.SIZE);
    return new Item(item.id(), traits);
  }
}
