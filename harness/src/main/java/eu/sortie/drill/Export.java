package eu.sortie.drill;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Kinds;
import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.ledger.Transfer;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Destination;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import eu.sortie.spi.Translation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the source handed over to be brought back without it: one file an item, in the evidence, readable without the source's
 * software.
 *
 * <p>Items of such kinds are few, the bucket itself for one; they are held by name.
 */
final class Export {

  /** The folder in the evidence. */
  static final String FOLDER = "export";

  /** Most disks take 255 bytes, and the kind and the ending are to fit as well. */
  private static final int MOST_NAME = 200;

  private final Path folder;
  private final Ledger ledger;
  private final Kinds kinds;
  private final ReferenceBook references;
  private final List<Taken> taken = new ArrayList<>();
  private final Map<ItemId, List<Translation>> translations = new LinkedHashMap<>();
  private long frames;

  /**
   * An item that was taken.
   *
   * @param listed as it was listed, so that it can be asked for again
   * @param item as it was read
   */
  private record Taken(Item listed, Item item) {}

  Export(Path evidence, Ledger ledger, Kinds kinds, ReferenceBook references) {
    this.folder = evidence.resolve(FOLDER);
    this.ledger = ledger;
    this.kinds = kinds;
    this.references = references;
  }

  /** The items that were taken, as the source showed them. */
  List<Item> items() {
    return taken.stream().map(Taken::item).toList();
  }

  /** How many items the source was asked for that are only what others are in, whether it gave them or not. */
  long frames() {
    return frames;
  }

  /** Takes an item from the source; one that is refused is written down with the end's own words. */
  void take(Source source, Item one) throws IOException {
    count(one);
    try (var reading = source.read(one)) {
      Files.createDirectories(folder);
      Files.copy(reading.bytes(), file(one), StandardCopyOption.REPLACE_EXISTING);
      var item = one.with(reading.item().traits());
      taken.add(new Taken(one, item));
      ledger.saw(Side.SOURCE, item);
      references.look(item);
    } catch (ChangedException changed) {
      // When the source is listed again, it is found to be gone, and set apart.
      var words = String.valueOf(changed.getMessage());
      ledger.saw(Side.SOURCE, kinds.unread(one, words));
      ledger.carried(new Transfer(one.id(), Transfer.Result.CHANGED, 0, words, List.of()));
    } catch (RefusedException refused) {
      var words = String.valueOf(refused.getMessage());
      // What could be seen without its bytes is known all the same.
      ledger.saw(Side.SOURCE, kinds.unread(refused.seen().orElse(one), words));
      ledger.carried(new Transfer(one.id(), Transfer.Result.NOT_READ, 0, words, List.of()));
    }
  }

  /**
   * Takes up what a process that died took or tried to take: nothing is asked of the source.
   *
   * @param listed as the source listed it
   * @param seen as it was written down
   */
  void recall(Item listed, Item seen) {
    count(listed);
    if (Files.exists(file(listed))) {
      taken.add(new Taken(listed, seen));
      references.look(seen);
    }
  }

  /**
   * Looks once more at each item that was taken, when all has left, and names what changed in between.
   *
   * @param compared the kinds with the traits by which an item is the same
   */
  void lookAgain(Source source, Kinds compared, Consumer<Changed> changed) throws IOException {
    for (var one : taken) {
      var traits = compared.named(one.item().id().kind()).traits();
      SecondLook.at(source, one.listed(), one.item(), traits).ifPresent(changed);
    }
  }

  private void count(Item item) {
    if (kinds.named(item.id().kind()).leaves() == Kind.Leaves.AS_FRAME) {
      frames++;
    }
  }

  /** Brings every item back at the destination. */
  void bringBack(Destination destination) throws IOException {
    for (var item : destination.inOrder(items())) {
      ledger.carried(bringBack(destination, item));
    }
  }

  /** What the destination changed on purpose, by item. */
  Map<ItemId, List<Translation>> translations() {
    return translations;
  }

  private Transfer bringBack(Destination destination, Item item) throws IOException {
    long bytes = Files.size(file(item));
    try (var exported = Files.newInputStream(file(item))) {
      var receipt = destination.restore(item, exported);
      if (!receipt.translations().isEmpty()) {
        translations.put(item.id(), receipt.translations());
      }
      return new Transfer(
          item.id(),
          Transfer.Result.WRITTEN,
          bytes,
          "",
          receipt.concessions(),
          receipt.writtenAs());
    } catch (RefusedException refused) {
      return new Transfer(
          item.id(),
          Transfer.Result.NOT_WRITTEN,
          bytes,
          String.valueOf(refused.getMessage()),
          List.of());
    }
  }

  /** Names of items hold what no file's name may, and may be longer than any; two of them never share a file. */
  private Path file(Item item) {
    var name = URLEncoder.encode(item.id().key(), StandardCharsets.UTF_8);
    if (name.length() > MOST_NAME) {
      var digest =
          DigestingStream.sha256().digest(item.id().key().getBytes(StandardCharsets.UTF_8));
      name = name.substring(0, MOST_NAME - 64) + HexFormat.of().formatHex(digest);
    }
    return folder.resolve("%s-%s.json".formatted(item.id().kind(), name));
  }
}
