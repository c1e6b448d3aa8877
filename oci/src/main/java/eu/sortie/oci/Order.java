package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which images are brought back: what an index lists before the index, what is signed before the signature, tags last.
 *
 * <p>A registry refuses an index whose manifests it does not have; and a tag that is there shows an image that is whole.
 */
final class Order {

  private final Map<String, Item> images = new HashMap<>();
  private final Map<String, Integer> heights = new HashMap<>();

  private Order(List<Item> items) {
    items.stream().filter(Order::isImage).forEach(item -> images.put(item.id().key(), item));
  }

  static List<Item> of(List<Item> items) {
    var order = new Order(items);
    return items.stream()
        .sorted(Comparator.comparingInt(item ->
            isImage(item) ? order.height(item.id().key(), new HashSet<>()) : Integer.MAX_VALUE))
        .toList();
  }

  private static boolean isImage(Item item) {
    return item.id().kind().equals(ImageTraits.IMAGE.name());
  }

  private int height(String key, Set<String> above) {
    var known = heights.get(key);
    if (known != null) {
      return known;
    }
    var item = images.get(key);
    // A circle cannot be made of digests, but a document that came from elsewhere may claim one.
    if (item == null || !above.add(key)) {
      return 0;
    }
    var repository = ImageKey.ofImage(key).repository();
    int height = 0;
    if (item.value(ImageTraits.MANIFESTS) instanceof Value.Entries listed) {
      for (var child : listed.entries().values()) {
        var digest = child.substring(0, child.indexOf(' '));
        height = Math.max(height, 1 + height(ImageKey.image(repository, digest), above));
      }
    }
    if (item.value(ImageTraits.SUBJECT) instanceof Value.Text subject) {
      height = Math.max(height, 1 + height(ImageKey.image(repository, subject.text()), above));
    }
    above.remove(key);
    heights.put(key, height);
    return height;
  }
}
