package eu.sortie.scenarios.estate;

import eu.sortie.spi.PlantedCase;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Plants histories in a bucket, moment by moment, and looks at what the source shows of them. */
final class Histories {

  private final RawS3 s3;
  private final String bucket;
  private final Map<String, String> refusals = new ConcurrentHashMap<>();

  Histories(RawS3 s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Does all there is to do at a moment, for all histories at the same time. */
  void act(Hands hands, List<PoisonHistory> histories, Moment moment) throws IOException {
    if (!moment.status().isEmpty()) {
      s3.version(bucket, moment.status());
    }
    hands.each(histories, history -> act(history, moment));
  }

  private boolean act(PoisonHistory history, Moment moment) throws IOException {
    var passing = new ArrayList<Shown>();
    for (var act : history.at(moment)) {
      if (refusals.containsKey(history.what())) {
        return false;
      }
      refusal(act, passing).ifPresent(words -> refusals.put(history.what(), words));
    }
    for (var version : passing) {
      s3.remove(bucket, version);
    }
    return true;
  }

  private Optional<String> refusal(Act act, List<Shown> passing) throws IOException {
    try {
      if (act.written() != null) {
        var version = s3.put(bucket, act.written());
        if (act.passes()) {
          passing.add(new Shown(act.key(), version, false));
        }
        return Optional.empty();
      }
      var answer = s3.delete(bucket, act.key());
      return answer.isOk() ? Optional.empty() : Optional.of(answer.words());
    } catch (RefusalException refused) {
      return Optional.of(refused.words());
    } catch (EOFException | SocketException silent) {
      return Optional.of("the source broke off without an answer");
    }
  }

  /** Looks at every history, and pulls out again what the source does not show as it was planted. */
  List<PlantedCase> look(Hands hands, List<PoisonHistory> histories) throws IOException {
    var shown = s3.versions(bucket).stream().collect(Collectors.groupingBy(Shown::key));
    return hands.each(histories, history -> {
      var because = Optional.ofNullable(refusals.get(history.what()));
      if (because.isEmpty()) {
        because = difference(history, shown);
      }
      return because.isEmpty() ? history.planted() : pulledOut(history, shown, because.get());
    });
  }

  private Optional<String> difference(PoisonHistory history, Map<String, List<Shown>> shown)
      throws IOException {
    for (var key : history.keys()) {
      var difference = difference(history.of(key), shown.getOrDefault(key, List.of()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(List<PoisonHistory.Planted> planted, List<Shown> newestFirst)
      throws IOException {
    var expected = planted.stream().map(PoisonHistory.Planted::words).toList();
    var seen = new ArrayList<>(newestFirst.stream().map(Shown::words).toList());
    Collections.reverse(seen);
    if (!seen.equals(expected)) {
      return Optional.of(
          "taken, but the listing shows another history: planted %s, the source shows %s"
              .formatted(words(expected), words(seen)));
    }
    var look = new Look(s3, bucket);
    for (int i = 0; i < planted.size(); i++) {
      var written = planted.get(i).act().written();
      if (written != null) {
        var version = newestFirst.get(planted.size() - 1 - i).version();
        var difference = look.differenceOf(written, version);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private static String words(List<String> history) {
    return history.isEmpty() ? "nothing" : "'" + String.join(", ", history) + "'";
  }

  private PlantedCase pulledOut(
      PoisonHistory history, Map<String, List<Shown>> shown, String because) throws IOException {
    for (var key : history.keys()) {
      for (var version : shown.getOrDefault(key, List.of())) {
        s3.remove(bucket, version);
      }
    }
    return history.notPlanted(because);
  }
}
