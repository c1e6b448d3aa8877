package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import eu.sortie.inventory.Item;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** A key's versions, written one after the other and looked at. */
final class KeyHistory {

  private KeyHistory() {}

  /** Three versions, the oldest first. */
  static List<Specimen> threeOf(String key) {
    return List.of(
        Specimen.noise(key, 11).version(1, false),
        Specimen.noise(key, 12).version(2, false),
        Specimen.noise(key, 13).version(3, true));
  }

  /** Receipts in the order of the versions; none where the end keeps one version of a key, said so to the others, and took the newest. */
  static List<Receipt> write(Writing writing, List<Specimen> versions) throws IOException {
    var receipts = new ArrayList<Receipt>();
    var refused = new ArrayList<Specimen>();
    for (var version : versions) {
      try {
        receipts.add(writing.write(version));
      } catch (RefusedException oneVersion) {
        refused.add(version);
      }
    }
    if (refused.isEmpty()) {
      return receipts;
    }
    assertEquals(
        versions.subList(0, versions.size() - 1),
        refused,
        "an end that keeps one version of a key takes the newest, and refuses each of the others");
    return List.of();
  }

  /** Each stands where it was written, newest first, under the name its receipt says, with its own bytes. */
  static void assertSeen(Reader reader, List<Specimen> versions, List<Receipt> receipts)
      throws IOException {
    var names = new ArrayList<>(receipts.stream().map(Receipt::writtenAs).toList());
    names.forEach(name -> assertFalse(name.isEmpty(), "a version has no name in its receipt"));
    assertEquals(
        names.size(), new HashSet<>(names).size(), () -> "two versions share a name: " + names);
    var listed = Sight.listing(reader).stream()
        .filter(item -> item.id().key().equals(versions.get(0).key()))
        .toList();
    Collections.reverse(names);
    assertEquals(
        names,
        listed.stream().map(item -> item.id().version()).toList(),
        "versions listed, newest first");
    for (int i = 0; i < versions.size(); i++) {
      assertBytes(reader, versions.get(i), listed.get(listed.size() - 1 - i));
    }
  }

  private static void assertBytes(Reader reader, Specimen version, Item listed) throws IOException {
    assertEquals(
        version.sha256(),
        Sight.of(reader, listed).content().hex(),
        () -> "the bytes of " + version.item().id());
  }
}
