package eu.sortie.drill;

import static eu.sortie.drill.Sample.bytes;
import static eu.sortie.drill.Sample.item;
import static eu.sortie.drill.Sample.sha256;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.OBJECT;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Pair;
import eu.sortie.ledger.Transfer;
import eu.sortie.ledger.Transfer.Result;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.ExpiredException;
import eu.sortie.spi.Line;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarryingTests {

  private static final Kinds KINDS = Kinds.of(OBJECT);

  private final MemorySource source =
      new MemorySource(Line.readOnly("aws"), MemoryObjects.of("a", "b", "c", "d", "e", "f"));
  private final MemoryDestination destination = new MemoryDestination(Line.open("europe"));
  private final List<Integer> pauses = new ArrayList<>();
  private Ledger ledger;
  private Carrying carrying;

  @BeforeEach
  void lay(@TempDir Path folder) throws IOException {
    ledger = Ledger.create(folder, KINDS, KINDS);
    carrying = new Carrying(
        source,
        destination,
        ledger,
        KINDS,
        tries -> pauses.add(tries),
        new ReferenceBook(reference -> {})::look);
    destination.prepare(List.of(), created -> {});
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
  }

  /** As the survey lists it: name and size. */
  private long carry(String key) throws IOException {
    return carrying.carry(new Item(
        Sample.id(key), Map.of(SIZE, Value.text(String.valueOf(bytes(key).length)))));
  }

  private Pair only() throws IOException {
    ledger.settle();
    var pairs = new ArrayList<Pair>();
    ledger.eachDifferent(pairs::add);
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }

  private Transfer transfer() throws IOException {
    return only().transfer();
  }

  @Nested
  class AnItemThatGoes {

    @Test
    void arrivesByteForByte() throws IOException {
      assertThat(carry("a")).isEqualTo(bytes("a").length);

      assertThat(destination.objects.get("a").bytes()).isEqualTo(bytes("a"));
      assertThat(transfer().result()).isEqualTo(Result.WRITTEN);
      assertThat(transfer().bytes()).isEqualTo(bytes("a").length);
    }

    @Test
    void hasItsDigestFromTheOneReadThatCarriedIt() throws IOException {
      carry("a");

      assertThat(source.reads).hasValue(1);
      assertThat(only().before().value(CONTENT)).isEqualTo(Value.text(sha256("a")));
      assertThat(only().before().value(CONTENT_TYPE)).isEqualTo(Value.text("text/plain"));
    }

    @Test
    void mayBeEmpty() throws IOException {
      source.objects.put(item("empty"), new byte[0]);

      assertThat(carry("empty")).isZero();
      assertThat(transfer().result()).isEqualTo(Result.WRITTEN);
      assertThat(only().before().value(SIZE)).isEqualTo(Value.text("0"));
    }

    @Test
    void takesItsConcessionsAlong() throws IOException {
      var concession = new Concession(TAGS, Cause.DESTINATION, "501 NotImplemented");
      destination.conceding.put("a", concession);
      carry("a");

      assertThat(transfer().concessions()).containsExactly(concession);
    }

    @Test
    void isClosedBehindIt() throws IOException {
      carry("a");

      assertThat(source.open).hasValue(0);
    }
  }

  @Nested
  class AnItemTheDestinationRefuses {

    @BeforeEach
    void refuse() {
      destination.failing.put("a", new RefusedException("400 KeyTooLong", new IOException()));
    }

    @Test
    void isWrittenDownInTheDestinationsWords() throws IOException {
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.NOT_WRITTEN);
      assertThat(transfer().because()).isEqualTo("400 KeyTooLong");
    }

    @Test
    void isInTheFirstInventoryWithItsDigestAllTheSame() throws IOException {
      carry("a");

      assertThat(only().before().value(CONTENT)).isEqualTo(Value.text(sha256("a")));
      assertThat(source.open).hasValue(0);
    }

    @Test
    void isNotAmongWhatMayBeRemovedAgain() throws IOException {
      carry("a");
      carry("b");
      ledger.settle();
      var written = new ArrayList<String>();
      ledger.eachWritten((id, version) -> written.add(id.key()));

      assertThat(written).containsExactly("b");
    }
  }

  @Nested
  class AnItemTheSourceDoesNotGive {

    @Test
    void isWrittenDownInTheSourcesWordsAndUnknown() throws IOException {
      source.failing.put("a", new RefusedException("403 InvalidObjectState", new IOException()));
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.NOT_READ);
      assertThat(transfer().because()).isEqualTo("403 InvalidObjectState");
      assertThat(only().before().value(CONTENT)).isEqualTo(Value.unknown("403 InvalidObjectState"));
    }

    @Test
    void keepsWhatListingShowed() throws IOException {
      source.failing.put("a", new RefusedException("403", new IOException()));
      carry("a");

      assertThat(only().before().value(SIZE))
          .isEqualTo(Value.text(String.valueOf(bytes("a").length)));
    }

    @Test
    void isNotMixedInWhereItChanged() throws IOException {
      source.failing.put("a", new ChangedException("412", new IOException()));
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.CHANGED);
      assertThat(destination.writes).hasValue(0);
    }

    @Test
    void isNotReadWhereItsBytesStopComing() throws IOException {
      source.breaking.put("a", 3);
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.NOT_READ);
      assertThat(transfer().because()).isEqualTo("connection reset");
      assertThat(destination.objects.all()).isEmpty();
      assertThat(source.open).hasValue(0);
    }

    @Test
    void isReadOnceMoreFromItsBeginningWhereItBrokeOff() throws IOException {
      source.breaking.put("a", 3);
      source.breakingTimes.put("a", 2);
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.WRITTEN);
      assertThat(only().before().value(CONTENT)).isEqualTo(Value.text(sha256("a")));
      assertThat(destination.objects.get("a").bytes()).isEqualTo(bytes("a"));
      assertThat(source.reads).hasValue(3);
      assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void isReadOnceMoreWhereTheDestinationWantsIt() throws IOException {
      destination.wantingOnceMore.add("a");
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.WRITTEN);
      assertThat(destination.objects.get("a").bytes()).isEqualTo(bytes("a"));
      assertThat(source.reads).hasValue(2);
    }

    @Test
    void isBegunFourTimesAtMost() throws IOException {
      source.breaking.put("a", 3);
      carry("a");

      assertThat(source.reads).hasValue(Pause.MOST_TRIES);
      assertThat(pauses).containsExactly(1, 2, 3);
    }

    @Test
    void isNoLossWhereTheCredentialsExpired() {
      source.failing.put("a", new ExpiredException("400 ExpiredToken", new IOException()));

      assertThatIOException().isThrownBy(() -> carry("a")).withMessage("400 ExpiredToken");
    }

    @Test
    void isNoLossWhereTheCredentialsOfTheDestinationExpired() {
      destination.failing.put("a", new ExpiredException("400 ExpiredToken", new IOException()));

      assertThatIOException().isThrownBy(() -> carry("a")).withMessage("400 ExpiredToken");
    }

    @Test
    void isNotReadWhereFewerBytesComeThanWereAnnounced() throws IOException {
      source.announcing.put("a", 100L);
      destination.failing.put("a", new RefusedException("400 IncompleteBody", new IOException()));
      carry("a");

      assertThat(transfer().result()).isEqualTo(Result.NOT_READ);
      assertThat(transfer().because())
          .isEqualTo("%d of 100 bytes came".formatted(bytes("a").length));
    }
  }

  @Nested
  class AnEndThatIsGone {

    private void silent(Map<String, IOException> end, String... keys) {
      for (var key : keys) {
        end.put(key, new IOException("nobody answers"));
      }
    }

    private void endsTheStageAt(String end) {
      assertThatIOException()
          .isThrownBy(() -> carry("e"))
          .withMessage(
              "5 items in a row failed at the %s, the last with: nobody answers".formatted(end));
    }

    @Test
    void endsTheStageAtTheFifthItemInARowWhereItIsTheSource() throws IOException {
      silent(source.failing, "a", "b", "c", "d", "e");
      for (var key : new String[] {"a", "b", "c", "d"}) {
        carry(key);
      }

      endsTheStageAt("source");
    }

    @Test
    void endsTheStageAtTheFifthItemInARowWhereItIsTheDestination() throws IOException {
      silent(destination.failing, "a", "b", "c", "d", "e");
      for (var key : new String[] {"a", "b", "c", "d"}) {
        carry(key);
      }

      endsTheStageAt("destination");
    }

    @Test
    void isNotGoneWhereAnItemWentInBetween() throws IOException {
      silent(destination.failing, "a", "b", "c", "e", "f");
      for (var key : new String[] {"a", "b", "c", "d", "e", "f"}) {
        carry(key);
      }

      assertThat(destination.objects.all()).containsOnlyKeys("d");
    }

    @Test
    void isNotGoneWhereItSaidNoInBetween() throws IOException {
      silent(destination.failing, "a", "b", "c", "e", "f");
      destination.failing.put("d", new RefusedException("400", new IOException()));
      for (var key : new String[] {"a", "b", "c", "d", "e", "f"}) {
        carry(key);
      }

      assertThat(destination.writes).hasValue(6);
    }

    @Test
    void isNotBroughtBackByTheOtherEnd() throws IOException {
      silent(destination.failing, "a", "b", "c", "d", "e");
      source.failing.put("f", new RefusedException("403", new IOException()));
      for (var key : new String[] {"a", "b", "f", "c", "d"}) {
        carry(key);
      }

      endsTheStageAt("destination");
    }

    @Test
    void isNotGoneBecauseItRefusesALot() throws IOException {
      for (var key : new String[] {"a", "b", "c", "d", "e", "f"}) {
        destination.failing.put(key, new RefusedException("400", new IOException()));
        carry(key);
      }

      assertThat(destination.writes).hasValue(6);
    }
  }
}
