package eu.sortie.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Says what the histories of a bucket lost on their way.
 *
 * <p>An object is found by its bytes: under one key no two are alike, so whatever else became of it, it is itself. Delete markers are
 * all alike: each is the one that the server said it made when its turn came to delete the key.
 *
 * @param source the versions of each key, oldest first, from a server that lists them as they were written
 * @param arrived the same at the destination, as listed with the last first
 * @param hidden what else of a key the destination shows to whoever asks for it, but does not list
 * @param marked what the destination called the marker that each deletion of a key made, in their order; empty where it named none:
 *     then it made none, or the null one
 * @param order how the destination lists
 */
record HistoryOracle(
    Map<String, List<Version>> source,
    Map<String, List<Version>> arrived,
    Function<String, List<Version>> hidden,
    Function<String, List<String>> marked,
    Order order) {

  static HistoryOracle of(
      Map<String, List<Version>> source, BareHand hand, Copy copy, Copy sample, LossyProxy proxy) {
    var observation = new Observation(hand, copy.bucket());
    var arrived = observation.histories();
    return new HistoryOracle(
        source,
        arrived,
        key -> {
          var listed =
              arrived.getOrDefault(key, List.of()).stream().map(Version::id).toList();
          return proxy.made(key).stream()
              .filter(id -> !listed.contains(id))
              .flatMap(id -> observation.unlisted(key, id).stream())
              .toList();
        },
        proxy::marked,
        Order.at(hand, sample.bucket()));
  }

  private static final String POSITION = "position";

  /** All differences; the number of places that nobody can know is one more. */
  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    int unknown = 0;
    for (var key : keys()) {
      unknown += new OfKey(
              key,
              source.getOrDefault(key, List.of()),
              arrived.getOrDefault(key, List.of()),
              hidden.apply(key),
              marked.apply(key),
              order)
          .add(differences);
    }
    if (unknown > 0) {
      differences.add(unknownPlaces(unknown));
    }
    return differences;
  }

  /** That so many places are not known. */
  static Difference unknownPlaces(long number) {
    return new Difference("object", "", "", POSITION, "unknown", "", String.valueOf(number));
  }

  private SortedSet<String> keys() {
    var keys = new TreeSet<>(source.keySet());
    keys.addAll(arrived.keySet());
    return keys;
  }

  /** The two histories of one key. */
  private record OfKey(
      String key,
      List<Version> before,
      List<Version> after,
      List<Version> hidden,
      List<String> marked,
      Order order) {

    /** Adds its differences; gives how many places are not known. */
    int add(List<Difference> differences) {
      var partners = partners();
      int unknown = 0;
      for (int i = 0; i < before.size(); i++) {
        var was = before.get(i);
        var became = partners.get(was);
        var place = String.valueOf(i + 1);
        var unlisted = hidden.stream().filter(one -> one.isLike(was)).findFirst();
        if (became == null && unlisted.isPresent()) {
          differences.add(new Difference(was.kind(), key, place, "listed", "lost", "yes", ""));
          Oracle.compare(was.kind(), key, place, was.sight(), unlisted.get().sight(), differences);
          unknown++;
        } else if (became == null) {
          differences.add(new Difference(was.kind(), key, place, "item", "missing", "", ""));
        } else {
          Oracle.compare(was.kind(), key, place, was.sight(), became.sight(), differences);
          if (!order.isKnown(became, after)) {
            unknown++;
          } else if (!place(became, partners).equals(place)) {
            differences.add(new Difference(
                was.kind(), key, place, POSITION, "altered", place, place(became, partners)));
          }
        }
      }
      after.stream()
          .filter(one -> !partners.containsValue(one))
          .map(one -> new Difference(one.kind(), key, one.id(), "item", "unexpected", "", ""))
          .forEach(differences::add);
      return unknown;
    }

    /** Which of those that arrived is which. */
    private Map<Version, Version> partners() {
      var partners = new LinkedHashMap<Version, Version>();
      for (var was : before) {
        if (!was.isMarker()) {
          pair(partners, was, one -> !one.isMarker() && one.isLike(was));
        }
      }
      var markers = before.stream().filter(Version::isMarker).toList();
      assertThat(marked).as("deletions of '%s'", key).hasSameSizeAs(markers);
      for (int i = 0; i < markers.size(); i++) {
        var was = markers.get(i);
        var name = marked.get(i).isEmpty() && was.isNull() ? "null" : marked.get(i);
        pair(partners, was, one -> one.isMarker() && one.id().equals(name));
      }
      return partners;
    }

    private void pair(Map<Version, Version> partners, Version was, Predicate<Version> belongsToIt) {
      after.stream()
          .filter(one -> !partners.containsValue(one) && belongsToIt.test(one))
          .findFirst()
          .ifPresent(one -> partners.put(was, one));
    }

    /** As many of its own stand before it as stood before the one that had this place. */
    private String place(Version one, Map<Version, Version> partners) {
      var places = new ArrayList<Integer>();
      for (int i = 0; i < before.size(); i++) {
        if (partners.containsKey(before.get(i))) {
          places.add(i + 1);
        }
      }
      int ahead = (int) partners.values().stream()
          .filter(rival -> !rival.equals(one) && order.isBefore(rival, one, after))
          .count();
      return String.valueOf(places.get(ahead));
    }
  }
}
