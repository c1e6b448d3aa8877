package eu.sortie.ledger;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Two made-up inventories of a photo archive, with the losses between them known beforehand.
 *
 * @param items how many there are, counting those that are at one end only
 * @param every one in so many differs
 */
record Planted(int items, int every) {

  /** What is planted on an item: each differing one in turn. */
  enum Difference {
    NONE,
    TYPE_ALTERED,
    OWNER_ALTERED,
    MISSING,
    UNEXPECTED
  }

  private static final String OWNER = "owner: \"Ægir\"";
  private static final String OTHER_OWNER = "owner: \"?gir\"";

  Difference difference(int i) {
    return i % every == 0 ? Difference.values()[1 + i / every % 4] : Difference.NONE;
  }

  long count(Difference difference) {
    long count = 0;
    for (int i = 0; i < items; i++) {
      count += difference(i) == difference ? 1 : 0;
    }
    return count;
  }

  Item source(int i) {
    var photo = photo(i);
    return new Item(
        id(i),
        Map.of(
            ObjectTraits.CONTENT, Value.text(digest(i, 32)),
            ObjectTraits.SIZE, Value.text(Integer.toString(1 + i % 9_999_991)),
            ObjectTraits.CONTENT_TYPE, Value.text("image/jpeg"),
            ObjectTraits.CACHE_CONTROL, Value.absent(),
            ObjectTraits.USER_METADATA, photo,
            ObjectTraits.TAGS, Value.absent(),
            ObjectTraits.STORAGE_CLASS, Value.text("STANDARD"),
            ObjectTraits.REDIRECT_LOCATION, Value.absent(),
            ObjectTraits.ETAG, Value.text('"' + digest(~i, 16) + '"'),
            ObjectTraits.LAST_MODIFIED, Value.text("2026-03-14T15:09:26Z")));
  }

  Item destination(int i) {
    var copied = source(i)
        .with(ObjectTraits.ETAG, Value.text('"' + digest(i, 16) + "-2\""))
        .with(ObjectTraits.LAST_MODIFIED, Value.text("2026-11-24T10:14:05Z"));
    return switch (difference(i)) {
      case TYPE_ALTERED ->
        copied.with(ObjectTraits.CONTENT_TYPE, Value.text("binary/octet-stream"));
      case OWNER_ALTERED ->
        copied.with(
            ObjectTraits.USER_METADATA,
            Value.entries(Map.of("owner", "?gir", "camera", "camera-" + i % 97)));
      default -> copied;
    };
  }

  /** What must be found on an item, and nothing else. */
  List<Loss> losses(int i) {
    return switch (difference(i)) {
      case NONE -> List.of();
      case TYPE_ALTERED ->
        List.of(new Loss.Altered(
            id(i), ObjectTraits.CONTENT_TYPE, Change.ALTERED, "image/jpeg", "binary/octet-stream"));
      case OWNER_ALTERED ->
        List.of(new Loss.Altered(
            id(i), ObjectTraits.USER_METADATA, Change.ALTERED, OWNER, OTHER_OWNER));
      case MISSING -> List.of(new Loss.Missing(id(i)));
      case UNEXPECTED -> List.of(new Loss.Unexpected(id(i)));
    };
  }

  /** Which item a key belongs to. */
  static int number(ItemId id) {
    return Integer.parseInt(id.key().substring(id.key().length() - 13, id.key().length() - 4));
  }

  private static ItemId id(int i) {
    return ItemId.of("object", "archive/2026/%02d/IMG_%09d.jpg".formatted(1 + i % 12, i));
  }

  private static Value photo(int i) {
    return Value.entries(Map.of("owner", "Ægir", "camera", "camera-" + i % 97));
  }

  private static String digest(int seed, int bytes) {
    var digest = new byte[bytes];
    new SplittableRandom(seed).nextBytes(digest);
    return HexFormat.of().formatHex(digest);
  }
}
