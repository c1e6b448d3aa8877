package eu.sortie.drill;

import static eu.sortie.drill.Sample.bytes;
import static eu.sortie.drill.Sample.item;
import static eu.sortie.drill.Sample.sha256;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.OBJECT;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Pair;
import eu.sortie.ledger.Side;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResurveyTests {

  private static final Kinds KINDS = Kinds.of(OBJECT);

  private final MemoryDestination destination = new MemoryDestination(Line.open("europe"));
  private Ledger ledger;
  private final java.util.List<eu.sortie.inventory.Item> arrived = new java.util.ArrayList<>();
  private Resurvey resurvey;

  @BeforeEach
  void lay(@TempDir Path folder) throws IOException {
    destination.objects.put(item("a"), bytes("a"));
    ledger = Ledger.create(folder, KINDS, KINDS);
    resurvey = new Resurvey(destination.witness(), ledger, KINDS, tries -> {}, arrived::add);
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
  }

  private Pair only() throws IOException {
    ledger.settle();
    var pairs = new ArrayList<Pair>();
    ledger.eachDifferent(pairs::add);
    assertThat(pairs).hasSize(1);
    return pairs.get(0);
  }

  @Test
  void readsEveryByteBack() throws IOException {
    assertThat(resurvey.read(item("a"))).isEqualTo(bytes("a").length);

    assertThat(only().after().value(CONTENT)).isEqualTo(Value.text(sha256("a")));
    assertThat(only().after().value(SIZE)).isEqualTo(Value.text(String.valueOf(bytes("a").length)));
    assertThat(destination.open).hasValue(0);
  }

  @Test
  void countsWhichLibraryReadHowMany() throws IOException {
    destination.objects.put(item("a/../b"), bytes("b"));
    resurvey.read(item("a"));
    resurvey.read(item("a"));
    resurvey.read(item("a/../b"));

    ledger.settle();
    assertThat(ledger.libraries(Side.DESTINATION))
        .isEqualTo(Map.of("memory, witness", 2L, "memory, other witness", 1L));
  }

  @Test
  void doesNotCountAsThereWhatIsListedAndGone() throws IOException {
    ledger.saw(Side.SOURCE, item("a"));
    ledger.settle();
    destination.unreadable.put("a", new ChangedException("404", new IOException()));

    assertThat(resurvey.read(item("a"))).isZero();
    ledger.settle();
    assertThat(ledger.items(Side.DESTINATION)).isZero();
  }

  @Test
  void namesWhatIsListedAndGoneAndNeverWasAtTheSource() throws IOException {
    destination.unreadable.put("phantom", new ChangedException("404", new IOException()));
    resurvey.read(item("phantom"));
    ledger.settle();

    assertThat(ledger.holds(Side.DESTINATION, item("phantom").id())).isTrue();
  }

  @Test
  void knowsNothingAboutWhatItIsNotGiven() throws IOException {
    destination.unreadable.put("a", new RefusedException("403", new IOException()));
    resurvey.read(item("a"));

    assertThat(OBJECT.traits())
        .allSatisfy(
            trait -> assertThat(only().after().value(trait)).isEqualTo(Value.unknown("403")));
  }

  @Test
  void readsOnceMoreFromTheBeginningWhatBrokeOff() throws IOException {
    destination.breakingTimes.put("a", Pause.MOST_TRIES - 1);

    assertThat(resurvey.read(item("a"))).isEqualTo(bytes("a").length);
    assertThat(only().after().value(CONTENT)).isEqualTo(Value.text(sha256("a")));
    ledger.settle();
    assertThat(ledger.libraries(Side.DESTINATION)).isEqualTo(Map.of("memory, witness", 1L));
    assertThat(destination.open).hasValue(0);
  }

  @Test
  void endsWhereItsBytesAlwaysBreakOff() {
    destination.breakingTimes.put("a", Pause.MOST_TRIES);

    assertThatIOException()
        .isThrownBy(() -> resurvey.read(item("a")))
        .withMessage("connection reset");
  }

  @Test
  void endsWhereTheDestinationDoesNotAnswer() {
    destination.unreadable.put("a", new IOException("nobody answers"));

    assertThatIOException().isThrownBy(() -> resurvey.read(item("a")));
  }
}
