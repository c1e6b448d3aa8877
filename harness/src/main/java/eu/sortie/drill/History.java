package eu.sortie.drill;

import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.LATEST;
import static eu.sortie.scenario.ObjectTraits.LISTED;
import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.POSITION;
import static eu.sortie.scenario.ObjectTraits.VERSION_ID;
import static eu.sortie.scenario.ObjectTraits.VERSION_TIME;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Listed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What one end lists under one key, oldest first, under the names both ends know it by.
 *
 * <p>Ends give versions names of their own, so a version is called by its place in the history at the source: 1 is the oldest. At the
 * destination it is found by what the destination answered when it was written, not by counting: if one version is lost, the ones
 * behind it are still themselves.
 */
final class History {

  private static final Value YES = Value.text("yes");

  private History() {}

  /** Names what the source lists under a key. */
  static List<Item> left(List<Listed> listed) {
    var sequence = Sequence.of(listed);
    var items = new ArrayList<Item>();
    int place = 0;
    for (var one : sequence.oldestFirst()) {
      if (one.item().id().version().isEmpty()) {
        items.add(current(one.item()));
      } else {
        place++;
        items.add(
            version(one.item(), String.valueOf(place), sequence.place(one, String.valueOf(place))));
      }
    }
    return latest(items);
  }

  /** Names what the destination lists under a key; a version that nobody wrote keeps the destination's name for it. */
  static List<Item> arrived(List<Listed> listed) {
    var sequence = Sequence.of(listed);
    var inOrder = places(listed).iterator();
    var items = new ArrayList<Item>();
    for (var one : sequence.oldestFirst()) {
      if (one.item().id().version().isEmpty()) {
        items.add(one.writtenFor()
            .filter(version -> !version.isEmpty())
            .map(version -> alone(one.item(), version))
            .orElseGet(() -> current(one.item())));
      } else {
        items.add(arrived(one, sequence, inOrder));
      }
    }
    return latest(items);
  }

  private static Item arrived(Listed one, Sequence sequence, Iterator<Integer> inOrder) {
    var known = known(one);
    return known.isEmpty()
        ? version(one.item(), one.item().id().version(), Value.absent())
        : version(
            one.item(),
            one.writtenFor().orElseThrow(),
            sequence.place(one, String.valueOf(inOrder.next())));
  }

  /** The places of the versions that arrived, in their order: the n-th of what is listed stands where the n-th of these was. */
  private static List<Integer> places(List<Listed> listed) {
    return listed.stream()
        .filter(one -> !one.item().id().version().isEmpty())
        .flatMap(one -> known(one).stream())
        .sorted()
        .toList();
  }

  private static Optional<Integer> known(Listed one) {
    return one.writtenFor().filter(version -> !version.isEmpty()).map(Integer::valueOf);
  }

  /** Where an end keeps one version of a key, it is the current one, and has no history. */
  private static Item current(Item item) {
    return item.with(LISTED, YES)
        .with(POSITION, Value.absent())
        .with(NULL_VERSION, Value.absent())
        .with(VERSION_TIME, Value.absent())
        .with(VERSION_ID, Value.absent());
  }

  /** The one version of a history that a destination without versions keeps. */
  private static Item alone(Item item, String version) {
    return current(item)
        .as(new ItemId(item.id().kind(), item.id().key(), version))
        .with(POSITION, Value.text(version))
        .with(VERSION_TIME, item.value(LAST_MODIFIED));
  }

  private static Item version(Item item, String version, Value position) {
    var id = item.id();
    return item.as(new ItemId(id.kind(), id.key(), version))
        .with(LISTED, YES)
        .with(POSITION, position)
        .with(NULL_VERSION, id.version().equals("null") ? YES : Value.absent())
        .with(VERSION_TIME, item.value(LAST_MODIFIED))
        .with(VERSION_ID, Value.text(id.version()));
  }

  private static List<Item> latest(List<Item> items) {
    var all = new ArrayList<Item>();
    for (int i = 0; i < items.size(); i++) {
      all.add(items.get(i).with(LATEST, i == items.size() - 1 ? YES : Value.absent()));
    }
    return all;
  }
}
