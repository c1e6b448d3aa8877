package eu.sortie.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bucket that was filled through the end's own destination, to be read as a source and by a second witness.
 *
 * @param writing through which it was filled
 * @param specimens by key
 * @param receipts what had to be left out of each, by key
 */
record Planted(Writing writing, Map<String, Specimen> specimens, Map<String, Receipt> receipts) {

  /** S3, and whoever copied it, lists a thousand a page. */
  private static final int MORE_THAN_A_PAGE = 1001;

  static final String RICH = "rich/object.txt";
  static final String ENCODED = "rich/page.html";
  static final String MANY = "many/";

  static Planted at(Writing writing) throws IOException {
    var specimens = new TreeMap<String, Specimen>();
    Stream.concat(
            Stream.of(
                rich(),
                encoded(),
                Specimen.of("empty", new byte[0]),
                Specimen.noise("noise", 70_000)),
            IntStream.range(0, MORE_THAN_A_PAGE)
                .mapToObj(number -> Specimen.of(MANY + number, new byte[0])))
        .forEach(one -> specimens.put(one.key(), one));
    var receipts = AtOnce.each(List.copyOf(specimens.values()), writing::write);
    var byKey = new TreeMap<String, Receipt>();
    receipts.forEach((specimen, receipt) -> byKey.put(specimen.key(), receipt));
    return new Planted(writing, specimens, byKey);
  }

  /** All of it. */
  ObjectSelection selection() {
    return writing.selection();
  }

  /** A second witness of it. */
  Reader witness() {
    return writing.destination().witness();
  }

  /** Fails where a reader does not list each item, or lists one twice. */
  void assertListedOnceBy(Reader reader) throws IOException {
    var keys = Sight.keys(Sight.listing(reader), ObjectTraits.OBJECT.name());
    assertEquals(new TreeSet<>(specimens.keySet()), new TreeSet<>(keys));
    assertEquals(specimens.size(), keys.size(), "some items are listed twice");
  }

  Specimen specimen(String key) {
    return Objects.requireNonNull(specimens.get(key), key);
  }

  /** What had to be left out of an item. */
  Receipt receipt(String key) {
    return Objects.requireNonNull(receipts.get(key), key);
  }

  /** One with all that ends keep as a rule. */
  static Specimen rich() {
    return Specimen.of(RICH)
        .with(ObjectTraits.CONTENT_TYPE, Value.text("text/plain; charset=utf-8"))
        .with(ObjectTraits.CONTENT_LANGUAGE, Value.text("fr"))
        .with(ObjectTraits.CONTENT_DISPOSITION, Value.text("attachment; filename=\"exit.txt\""))
        .with(ObjectTraits.CACHE_CONTROL, Value.text("max-age=60"))
        .with(
            ObjectTraits.USER_METADATA,
            Value.entries(Map.of("origin", "contract", "case", "Mixed")));
  }

  /** One that says that it is compressed, and is not: whoever decodes it fails, or changes it. */
  static Specimen encoded() {
    return Specimen.noise(ENCODED, 3_000)
        .with(ObjectTraits.CONTENT_TYPE, Value.text("text/html"))
        .with(ObjectTraits.CONTENT_ENCODING, Value.text("gzip"));
  }
}
