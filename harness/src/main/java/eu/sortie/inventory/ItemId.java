package eu.sortie.inventory;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Names one item: the pair of inventories meets on this.
 *
 * <p>Keys compare by the bytes of their UTF-8 form and are never folded or normalised: {@code é} in two spellings is two keys.
 *
 * @param kind what sort of thing it is, {@code object} for example
 * @param key its name at both ends, never cut or escaped
 * @param version which of several items under one key; empty where only the current one is looked at
 */
public record ItemId(String kind, String key, String version) implements Comparable<ItemId> {

  private static final Comparator<ItemId> ORDER = Comparator.comparing(
          ItemId::kind, ItemId::compareCodePoints)
      .thenComparing(ItemId::key, ItemId::compareCodePoints)
      .thenComparing(ItemId::version, ItemId::compareCodePoints);

  public ItemId {
    requireNonNull(kind, "kind");
    requireNonNull(key, "key");
    requireNonNull(version, "version");
  }

  /** Names the current item of a kind under a key. */
  public static ItemId of(String kind, String key) {
    return new ItemId(kind, key, "");
  }

  @Override
  public int compareTo(ItemId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return version.isEmpty() ? key : key + " @ " + version;
  }

  /** UTF-8 sorts by code point, {@link String#compareTo} by UTF-16 unit: the two differ beyond the basic plane. */
  private static int compareCodePoints(String left, String right) {
    var shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      if (left.charAt(i) != right.charAt(i)) {
        return Integer.compare(left.codePointAt(i), right.codePointAt(i));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
