package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reading;
import eu.sortie.testbed.EmbeddedServers;
import eu.sortie.testbed.ThirdHand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the AWS SDK wrote to a server that keeps it, the second witness reads back. */
@ExtendWith(EmbeddedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class MinioWitnessTests {

  private static final String BUCKET = "witnessed";

  private S3Connection connection;
  private MinioWitness witness;

  @BeforeAll
  void open(EmbeddedServers.Pair servers) {
    new ThirdHand(servers.source()).createBucket(BUCKET);
    connection = new S3Connection(servers.keepingDestination(), Line.open("europe"));
    witness = new MinioWitness(connection, BUCKET, BUCKET, false);
  }

  @AfterAll
  void close() {
    witness.close();
    connection.close();
  }

  private static Item item(String key, Object... traits) {
    var seen = new LinkedHashMap<Trait, Value>();
    seen.put(CONTENT_TYPE, Value.text("text/plain"));
    // S3Mock's word for no tags at all is no word to the MinIO client.
    seen.put(TAGS, Value.entries(Map.of("a", "b")));
    for (int i = 0; i < traits.length; i += 2) {
      seen.put((Trait) traits[i], (Value) traits[i + 1]);
    }
    return new Item(ItemId.of("object", key), seen);
  }

  private void write(Item item, byte[] bytes) throws IOException {
    assertThat(new ObjectWriter(connection, BUCKET)
            .write(item, bytes.length, new ByteArrayInputStream(bytes))
            .concessions())
        .isEmpty();
  }

  private void comesBack(Item item, byte[] bytes, String library) throws IOException {
    write(item, bytes);
    try (Reading reading = witness.read(item)) {
      assertThat(reading.library()).startsWith(library);
      assertThat(reading.announcedBytes()).isEqualTo(bytes.length);
      assertThat(reading.bytes().readAllBytes()).isEqualTo(bytes);
      assertThat(reading.item().traits()).containsAllEntriesOf(item.traits());
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a b+c&d=e?f#g%h%2e%2F",
        "~*'()!@:,;$|^`{}[]<>\"",
        "é日本\ud83d\ude00",
        "e\u0301",
        "a\u0001\tb\u007f",
        " around ",
        "folder/",
        "...",
        "a/.b",
        "a/...",
      })
  void ordinaryAndOddKeysComeBackOverOkHttp(String key) throws IOException {
    comesBack(item(key), text("the bytes of " + key), "OkHttp 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a//b", "/a", "a//", "//", "/", "/../a", "a///é b"})
  void keysWithEmptySegmentsComeBackThroughTheSameReader(String key) throws IOException {
    comesBack(item(key), text("the bytes of " + key), "java.net.http");
  }

  @Test
  void theyAreNotMistakenForTheKeyWithoutEmptySegments() throws IOException {
    write(item("slash/b"), text("wrong"));
    comesBack(item("slash//b"), text("right"), "java.net.http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/../b", "./x", "a/./b", "../up", "a/..", "é/../ü b"})
  void keysWithDotSegmentsComeBackThroughTheReaderOfDotKeys(String key) throws IOException {
    comesBack(item(key), text("the bytes of " + key), "java.net.http");
  }

  @Test
  void theyAreNotMistakenForTheKeyADotSegmentWouldLeadTo() throws IOException {
    write(item("up/b"), text("wrong"));
    comesBack(item("up/a/../b"), text("right"), "java.net.http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ægir", "日本", "\ud83d\ude00", "a=b; c=\"d\""})
  void metadataComesBackAsTheTextItWas(String owner) throws IOException {
    var metadata = Value.entries(Map.of("owner", owner, "empty-not", "x"));
    comesBack(item("metadata", USER_METADATA, metadata), text("x"), "OkHttp");
    comesBack(item("metadata/../dots", USER_METADATA, metadata), text("x"), "java.net.http");
  }

  @Test
  void whatIsPackedIsNotUnpackedOnTheWay() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text("the same thing over and over, the same thing over and over"));
    }
    var gzip = Value.text("gzip");
    comesBack(item("packed", CONTENT_ENCODING, gzip), packed.toByteArray(), "OkHttp");
    comesBack(item("./packed", CONTENT_ENCODING, gzip), packed.toByteArray(), "java.net.http");
  }

  @Test
  void tagsComeBack() throws IOException {
    var tags = (Value.Entries) Value.entries(Map.of("team", "press", "year of", "2026"));
    for (var key : new String[] {"tagged", "./tagged"}) {
      write(item(key), text("x"));
      // By a request of their own: S3Mock takes the ones in the header of a PUT as they are
      // escaped.
      new ThirdHand(connection.end()).tag(BUCKET, key, tags.entries());
      try (Reading reading = witness.read(item(key))) {
        assertThat(reading.item().value(TAGS)).isEqualTo(tags);
      }
    }
  }

  @Test
  void anEmptyObjectComesBackEmpty() throws IOException {
    comesBack(item("empty"), new byte[0], "OkHttp");
    comesBack(item("./empty"), new byte[0], "java.net.http");
  }

  @Test
  void anObjectInPartsComesBackAsOne() throws IOException {
    var bytes = new byte[(5 << 20) + 7];
    new java.util.Random(3).nextBytes(bytes);
    comesBack(item("large"), bytes, "OkHttp");
  }

  @Test
  void whatIsGoneIsSaidToBeGone() {
    assertThatExceptionOfType(ChangedException.class)
        .isThrownBy(() -> witness.read(item("never written")))
        .withMessageStartingWith("404 NoSuchKey");
    assertThatExceptionOfType(ChangedException.class)
        .isThrownBy(() -> witness.read(item("./never written")))
        .withMessageStartingWith("404");
  }

  @Test
  void theListingNamesEachKeyAsItIs() throws IOException {
    var keys = new String[] {
      "list/a b+c&d", "list/%41", "list/a/../b", "list/./x", "list/é", "list/a//b", "list/\u0001"
    };
    for (var key : keys) {
      write(item(key), text(key));
    }
    var listed = new LinkedHashMap<String, Item>();
    witness.list(found -> listed.put(found.id().key(), found));

    assertThat(listed.keySet()).contains(keys);
    assertThat(listed.get("list/é").value(SIZE)).isEqualTo(Value.text("7"));
    assertThat(listed.get("list/é").value(ETAG)).isInstanceOf(Value.Text.class);
  }
}
