package eu.sortie.drill;

import static eu.sortie.scenario.ResourceTraits.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.ledger.Ledger;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Source;
import eu.sortie.spi.Written;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTests {

  @TempDir
  private Path folder;

  private Ledger ledger;
  private Export export;

  @BeforeEach
  void open() throws IOException {
    var kinds = Kinds.of(RESOURCE);
    ledger = Ledger.create(folder, kinds, kinds);
    export = new Export(folder, ledger, kinds, new ReferenceBook(reference -> {}));
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
  }

  private void take(String... keys) throws IOException {
    for (var key : keys) {
      export.take(new Echo(), new Item(ItemId.of(RESOURCE.name(), key), Map.of()));
    }
  }

  private Map<String, String> broughtBack() throws IOException {
    var destination = new Backwards();
    export.bringBack(destination);
    return destination.got;
  }

  @Test
  void isReadableByTheNameOfTheItem() throws IOException {
    take("deployment.apps/web");

    assertThat(folder.resolve("export/resource-deployment.apps%2Fweb.json"))
        .hasContent("deployment.apps/web");
  }

  @Test
  void givesEveryItemAFileOfItsOwn() throws IOException {
    take("a/b", "a%2Fb", "a b", "a+b", "a%20b", "../a", "..%2Fa", "ä", "a\u0308", "A/b*", "");

    assertThat(broughtBack())
        .hasSize(11)
        .allSatisfy((key, bytes) -> assertThat(bytes).isEqualTo(key));
    try (var files = Files.list(folder.resolve("export"))) {
      assertThat(files).hasSize(11);
    }
  }

  /** A resource may be called by 253 letters, and with its sort that is more than a disk takes. */
  @Test
  void takesNamesThatAreLongerThanAnyFiles() throws IOException {
    var sort = "horizontalpodautoscaler.autoscaling/";
    var name = "n".repeat(252);
    take(sort + name + 'a', sort + name + 'b', sort + "ä".repeat(253));

    assertThat(broughtBack())
        .hasSize(3)
        .allSatisfy((key, bytes) -> assertThat(bytes).isEqualTo(key));
  }

  @Test
  void isBroughtBackInTheOrderTheDestinationWants() throws IOException {
    take("a/1", "b/2", "c/3");

    assertThat(broughtBack().keySet()).containsExactly("c/3", "b/2", "a/1");
  }

  /** Hands over the key of an item as its bytes. */
  private static final class Echo implements Source {

    @Override
    public String library() {
      return "echo";
    }

    @Override
    public void preflight() {}

    @Override
    public List<String> notCovered() {
      return List.of();
    }

    @Override
    public void list(Consumer<Item> seen) {}

    @Override
    public Reading read(Item listed) {
      var bytes = listed.id().key().getBytes(StandardCharsets.UTF_8);
      return new Reading() {
        @Override
        public Item item() {
          return listed;
        }

        @Override
        public long announcedBytes() {
          return bytes.length;
        }

        @Override
        public InputStream bytes() {
          return new ByteArrayInputStream(bytes);
        }

        @Override
        public String library() {
          return "echo";
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {}
  }

  /** Wants the last first, and remembers what it got. */
  private static final class Backwards implements Destination {

    private final Map<String, String> got = new LinkedHashMap<>();

    @Override
    public String library() {
      return "backwards";
    }

    @Override
    public void preflight() {}

    @Override
    public void prepare(List<Item> exported, Consumer<Created> created) {}

    @Override
    public Receipt write(Item item, long announcedBytes, InputStream bytes) {
      throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public Receipt restore(Item item, InputStream exported) throws IOException {
      got.put(item.id().key(), new String(exported.readAllBytes(), StandardCharsets.UTF_8));
      return Receipt.with(List.of());
    }

    @Override
    public List<Item> inOrder(List<Item> exported) {
      var backwards = new ArrayList<>(exported);
      backwards.sort(Comparator.comparing((Item item) -> item.id().key()).reversed());
      return backwards;
    }

    @Override
    public Reader witness() {
      throw new UnsupportedOperationException("nothing is read back");
    }

    @Override
    public List<Leftover> clear(Written written) {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
