package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The poison estate: known-hard items in the bucket {@code poison}, among plain ones that should come through anywhere.
 *
 * <p>What the failure catalogue numbers and no bucket can hold comes back as a case that was not planted, with the reason.
 */
public final class PoisonEstate implements Estate {

  private static final String BUCKET = "poison";
  private static final int CONTROLS = 10;

  /** Plants nothing yet. */
  public PoisonEstate() {}

  @Override
  public String name() {
    return BUCKET;
  }

  /** Plants every case, looks at each, and pulls out again what the source does not show as it was planted. */
  @Override
  public List<PlantedCase> plant(End source) throws IOException {
    var s3 = RawS3.at(source);
    s3.prepare(BUCKET, keys());
    try (var hands = new Hands()) {
      hands.each(controls(), control -> {
        s3.put(BUCKET, control);
        return control.key();
      });
      var attempts = hands.each(byId(), kin -> attemptInTurn(s3, kin)).stream()
          .flatMap(List::stream)
          .toList();
      var listed = s3.keys(BUCKET);
      var look = new Look(s3, BUCKET);
      var planted = hands.each(attempts, attempt -> {
        var because = attempt.refusal().or(() -> unlisted(attempt.poison(), listed));
        if (because.isEmpty()) {
          because = look.firstDifferenceOf(attempt.poison().specimens());
        }
        return because.isEmpty()
            ? attempt.poison().planted()
            : pulledOut(s3, attempt.poison(), because.get());
      });
      return Stream.concat(planted.stream(), NotHeld.all().stream()).toList();
    }
  }

  /**
   * Cases of one number are planted in their order, one after the other: their keys stand in each other's way where keys are paths, and
   * which of them is then refused must not depend on who came first.
   */
  private static List<List<PoisonCase>> byId() {
    return List.copyOf(cases().stream()
        .collect(Collectors.groupingBy(PoisonCase::id, TreeMap::new, Collectors.toList()))
        .values());
  }

  private static List<Attempt> attemptInTurn(RawS3 s3, List<PoisonCase> kin) throws IOException {
    var attempts = new ArrayList<Attempt>();
    for (var poison : kin) {
      attempts.add(attempt(s3, poison));
    }
    return attempts;
  }

  private static Attempt attempt(RawS3 s3, PoisonCase poison) throws IOException {
    try {
      for (var specimen : poison.specimens()) {
        s3.put(BUCKET, specimen);
      }
      return new Attempt(poison, Optional.empty());
    } catch (RefusalException refused) {
      return new Attempt(poison, Optional.of(refused.words()));
    } catch (EOFException | SocketException silent) {
      // Should the source be gone altogether, then the listing that follows says so.
      return new Attempt(poison, Optional.of("the source broke off without an answer"));
    }
  }

  /** A drill surveys by listing, so what a listing does not show could not leave. */
  private static Optional<String> unlisted(PoisonCase poison, Set<String> listed) {
    return poison.keys().stream()
        .filter(key -> !listed.contains(key))
        .findFirst()
        .map(key -> "taken, but the listing does not show the key '%s'".formatted(key));
  }

  /** Half a case would leave as an item that no case speaks for. */
  private static PlantedCase pulledOut(RawS3 s3, PoisonCase poison, String because)
      throws IOException {
    for (var key : poison.keys()) {
      s3.delete(BUCKET, key);
    }
    return poison.notPlanted(because);
  }

  static List<PoisonCase> cases() {
    return Stream.of(KeyCases.all(), PayloadCases.all(), MetadataCases.all(), ProtectionCases.all())
        .flatMap(List::stream)
        .sorted(Comparator.comparing(PoisonCase::id))
        .toList();
  }

  private static List<String> keys() {
    return Stream.concat(
            cases().stream().flatMap(poison -> poison.keys().stream()),
            controls().stream().map(Specimen::key))
        .toList();
  }

  /** Plain items: a drill that loses one of these is itself at fault. */
  static List<Specimen> controls() {
    return IntStream.range(0, CONTROLS)
        .mapToObj(
            i -> PoisonCase.plain("control/plain-%d.txt".formatted(i)).metadata("owner", "Anna"))
        .toList();
  }

  private record Attempt(PoisonCase poison, Optional<String> refusal) {}
}
