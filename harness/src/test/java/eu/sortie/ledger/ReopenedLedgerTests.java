package eu.sortie.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.measure.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger whose process died, opened once more. */
class ReopenedLedgerTests {

  private static final Trait CONTENT = Trait.compared("content");
  private static final Kind OBJECT = new Kind("object", List.of(CONTENT));
  private static final Kind BUCKET = new Kind("bucket", List.of(CONTENT), Kind.Leaves.AS_EXPORT);
  private static final Kinds KINDS = Kinds.of(OBJECT, BUCKET);

  @TempDir
  Path folder;

  private Ledger ledger;

  @BeforeEach
  void begin() throws IOException {
    ledger = Ledger.create(folder, KINDS, KINDS);
    for (var key : List.of("a", "b", "c", "d")) {
      ledger.listed(Side.SOURCE, object(key, ""));
    }
    ledger.listed(Side.SOURCE, bucket());
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
  }

  private static Item object(String key, String version) {
    return item("object", key, version);
  }

  private static Item bucket() {
    return item("bucket", "photos", "");
  }

  private static Item item(String kind, String key, String version) {
    return new Item(new ItemId(kind, key, version), Map.of(CONTENT, Value.text("of " + key)));
  }

  private void carry(Item item, Transfer.Result result, String writtenAs) {
    ledger.saw(Side.SOURCE, item);
    ledger.carried(new Transfer(item.id(), result, 4, "", List.of(), writtenAs));
  }

  private void dieIn(Stage stage, boolean listed) throws IOException {
    ledger.settle();
    ledger.close();
    ledger = Ledger.reopen(folder, KINDS, KINDS);
    ledger.rewind(stage, listed);
  }

  private List<String> leftToDo(Side side) throws IOException {
    var left = new ArrayList<String>();
    ledger.eachHistory(
        side,
        (history, read) -> history.stream()
            .map(listed -> listed.item().id())
            .filter(id -> !read.contains(id))
            .forEach(id -> left.add(id.toString())));
    return left;
  }

  private List<Item> seen(Side side) throws IOException {
    var seen = new ArrayList<Item>();
    ledger.eachSeen(side, seen::add);
    return seen;
  }

  @Test
  void whatWasListedByHalfIsListedAnew() throws IOException {
    dieIn(Stage.SURVEY, false);

    assertThat(ledger.listedItems(Side.SOURCE)).isZero();
  }

  @Test
  void whatWasCarriedIsNotCarriedAgain() throws IOException {
    carry(object("a", ""), Transfer.Result.WRITTEN, "");
    carry(object("c", ""), Transfer.Result.NOT_WRITTEN, "");
    dieIn(Stage.EXPORT, false);

    assertThat(leftToDo(Side.SOURCE)).containsExactly("b", "d", "photos");
    assertThat(ledger.unfinishedKeys(9)).containsExactly("b", "d");
    assertThat(ledger.unfinishedKeys(1)).containsExactly("b");
    assertThat(seen(Side.SOURCE)).containsExactly(object("a", ""), object("c", ""));
  }

  @Test
  void whatStandsInOneOfTwoTablesIsCarriedAnew() throws IOException {
    carry(object("a", ""), Transfer.Result.WRITTEN, "");
    ledger.saw(Side.SOURCE, object("b", ""));
    ledger.carried(new Transfer(object("c", "").id(), Transfer.Result.WRITTEN, 4, "", List.of()));
    dieIn(Stage.EXPORT, false);

    assertThat(ledger.unfinishedKeys(9)).containsExactly("b", "c", "d");
    assertThat(ledger.carried(Transfer.Result.WRITTEN)).isEqualTo(1);
    assertThat(ledger.items(Side.SOURCE)).isEqualTo(1);
  }

  @Test
  void whatLeavesAsAnExportIsTakenAnewWhileItemsLeaveAndKeptOnceTheyHaveLeft() throws IOException {
    carry(bucket(), Transfer.Result.WRITTEN, "");
    dieIn(Stage.RESTORE, false);
    assertThat(seen(Side.SOURCE)).containsExactly(bucket());
    assertThat(ledger.carried(Transfer.Result.WRITTEN)).as("brought back anew").isZero();

    dieIn(Stage.EXPORT, false);
    assertThat(seen(Side.SOURCE)).isEmpty();
  }

  @Test
  void aDestinationThatWasListedByHalfIsListedAndReadAnew() throws IOException {
    ledger.listed(Side.DESTINATION, object("a", ""));
    ledger.saw(Side.DESTINATION, object("a", ""), "a library");
    dieIn(Stage.RESURVEY, false);

    assertThat(ledger.listedItems(Side.DESTINATION)).isZero();
    assertThat(ledger.items(Side.DESTINATION)).isZero();
  }

  @Test
  void whatWasReadBackIsNotReadAgain() throws IOException {
    for (var key : List.of("a", "b")) {
      carry(object(key, ""), Transfer.Result.WRITTEN, "");
      ledger.listed(Side.DESTINATION, object(key, ""));
    }
    ledger.saw(Side.DESTINATION, object("b", ""), "a library");
    dieIn(Stage.RESURVEY, true);

    assertThat(leftToDo(Side.DESTINATION)).containsExactly("a");
    assertThat(ledger.libraries(Side.DESTINATION)).isEqualTo(Map.of("a library", 1L));
  }

  @Test
  void whatWasHiddenIsLookedForAnew() throws IOException {
    carry(object("a", ""), Transfer.Result.WRITTEN, "");
    carry(object("b", ""), Transfer.Result.WRITTEN, "");
    ledger.listed(Side.DESTINATION, object("a", ""));
    ledger.saw(Side.DESTINATION, object("a", ""));
    ledger.saw(Side.DESTINATION, object("b", ""));
    dieIn(Stage.RESURVEY, true);

    assertThat(seen(Side.DESTINATION)).containsExactly(object("a", ""));
  }

  @Test
  void whatNoBookKnowsAtTheDestinationIsAStray() throws IOException {
    carry(object("a", "1"), Transfer.Result.WRITTEN, "v7");
    dieIn(Stage.EXPORT, false);
    for (var version : List.of("v7", "v8")) {
      ledger.listed(Side.DESTINATION, object("a", version));
    }
    ledger.settle();

    var strays = new ArrayList<ItemId>();
    ledger.eachStray(strays::add);

    assertThat(strays).containsExactly(object("a", "v8").id());
    ledger.forgetListing(Side.DESTINATION);
    assertThat(ledger.listedItems(Side.DESTINATION)).isZero();
  }

  @Test
  void whatWasSetApartIsCountedOnceMoreTheSame() throws IOException {
    carry(object("a", ""), Transfer.Result.WRITTEN, "");
    carry(object("b", ""), Transfer.Result.WRITTEN, "");
    for (var key : List.of("b", "c", "d")) {
      ledger.listedLater(object(key, ""));
    }
    ledger.settle();
    ledger.eachChange(change -> {});
    assertThat(ledger.setChangedApart()).isEqualTo(1);
    dieIn(Stage.RESURVEY, true);
    ledger.saw(Side.DESTINATION, object("a", ""), "a library");
    ledger.settle();

    assertThat(ledger.setChangedApart()).isEqualTo(1);
    assertThat(seen(Side.SOURCE)).containsExactly(object("b", ""));
    assertThat(seen(Side.DESTINATION)).isEmpty();
    assertThat(ledger.libraries(Side.DESTINATION)).isEqualTo(Map.of("a library", 1L));
  }

  @Test
  void oneThatIsStillOpenCannotBeOpenedByAnother() throws Exception {
    ledger.settle();
    var other = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Opens.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .start();

    assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("the ledger in " + folder + " cannot be opened")
        .contains("lock");
  }

  /** Opens a ledger in a process of its own. */
  static final class Opens {
    public static void main(String... arguments) throws IOException {
      Ledger.reopen(Path.of(arguments[0]), KINDS, KINDS).close();
    }
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Ledger.reopen(folder.resolve("nowhere"), KINDS, KINDS))
        .withMessageContaining("cannot be opened: there is none");
  }

  @Test
  void whatIsRemovedLeavesNothing() throws IOException {
    ledger.settle();
    ledger.close();
    Ledger.remove(folder);
    Ledger.remove(folder);

    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
