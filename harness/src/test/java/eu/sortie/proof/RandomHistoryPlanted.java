package eu.sortie.proof;

import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Histories made by chance, and what a hand of its own sees of them. */
record RandomHistoryPlanted(End from, Copy bucket, Map<String, List<Version>> source)
    implements Seeds.Planted {

  static Seeds.Planted at(End from, long seed) {
    var bucket = Copy.at(from);
    try (var hand = new BareHand(Spot.of(from))) {
      RandomHistory.of(seed).plant(hand, bucket.bucket());
      return new RandomHistoryPlanted(
          from, bucket, new Observation(hand, bucket.bucket()).histories());
    }
  }

  @Override
  public Score leaveFor(Destinations.One place) throws IOException {
    try (var proxy = new LossyProxy(Spot.of(place.end()), new Fault.None());
        var copy = Copy.at(place.end());
        var sample = Copy.at(place.end());
        var there = new BareHand(Spot.of(from));
        var hand = new BareHand(Spot.of(place.end()))) {
      var journey = Journey.of(
          from, Spot.end("europe", place.end(), proxy.port()), bucket.bucket(), copy.bucket());
      var oracle = HistoryOracle.of(source, hand, copy, sample, proxy);
      int versions = source.values().stream().mapToInt(List::size).sum();
      var differences = oracle.differences();
      differences.addAll(
          new BucketOracle(there, bucket.bucket(), hand, copy.bucket()).differences());
      return Score.of(versions, differences, said(journey));
    }
  }

  /** What Sortie names, and of how many places it says that nobody knows them. */
  static List<Difference> said(Journey journey) {
    var said = new ArrayList<>(journey.lossesOfItems());
    journey.heard().losses().stream()
        .filter(loss -> loss.kind().equals("bucket"))
        .map(loss -> BucketOracle.differs(loss.trait()))
        .distinct()
        .forEach(said::add);
    long unknown = journey.outcome().fidelity().tally(ObjectTraits.POSITION).unknown();
    if (unknown > 0) {
      said.add(HistoryOracle.unknownPlaces(unknown));
    }
    return said;
  }

  @Override
  public void close() {
    bucket.close();
  }
}
