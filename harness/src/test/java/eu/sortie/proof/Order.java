package eu.sortie.proof;

import java.time.Instant;
import java.util.List;

/** How a server lists the history of a key, found out by giving it one and looking. */
enum Order {
  /** As S3 promises: the newest first, delete markers in their places. */
  AS_WRITTEN {
    @Override
    boolean isKnown(Version version, List<Version> history) {
      return true;
    }

    @Override
    boolean isBefore(Version first, Version second, List<Version> history) {
      return history.indexOf(first) < history.indexOf(second);
    }
  },

  /** All delete markers first and then all versions, so that between the two only times are left. */
  APART {
    @Override
    boolean isKnown(Version version, List<Version> history) {
      return history.stream()
          .filter(other -> !other.kind().equals(version.kind()))
          .allMatch(other -> Math.abs(seconds(other) - seconds(version)) > 1);
    }

    @Override
    boolean isBefore(Version first, Version second, List<Version> history) {
      return first.kind().equals(second.kind())
          ? history.indexOf(first) < history.indexOf(second)
          : seconds(first) < seconds(second);
    }
  };

  /** Whether anybody could tell where in its history a version stands. */
  abstract boolean isKnown(Version version, List<Version> history);

  /** Whether one was written before another; the history is as listed, with the last first. */
  abstract boolean isBefore(Version first, Version second, List<Version> history);

  private static long seconds(Version version) {
    return Instant.parse(version.sight().trait("version-time").orElseThrow().get(Sight.TEXT))
        .getEpochSecond();
  }

  /** Makes two keys, each written, deleted and written again, in a bucket of its own. */
  static Order at(BareHand hand, String bucket) {
    BareHand.must(hand.put(bucket, "", List.of(), new byte[0]));
    BareHand.must(hand.versioning(bucket, "Enabled"));
    for (var key : List.of("a", "b")) {
      BareHand.must(hand.put(bucket, key, List.of(), new byte[] {1}));
      BareHand.must(hand.delete(bucket, key, ""));
      BareHand.must(hand.put(bucket, key, List.of(), new byte[] {2}));
    }
    var entries = Document.of(BareHand.must(hand.get(bucket, "", "versions="))).children().stream()
        .filter(entry -> entry.name().equals("Version") || entry.name().equals("DeleteMarker"))
        .map(entry -> entry.name().charAt(0) + entry.text("Key"))
        .toList();
    if (entries.equals(List.of("Va", "Da", "Va", "Vb", "Db", "Vb"))) {
      return AS_WRITTEN;
    }
    if (entries.equals(List.of("Da", "Db", "Va", "Va", "Vb", "Vb"))) {
      return APART;
    }
    throw new IllegalStateException("an order that nobody knows: " + entries);
  }
}
