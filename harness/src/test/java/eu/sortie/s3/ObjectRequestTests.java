package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever way a whole object is written, it has the same traits. */
@Timeout(60)
class ObjectRequestTests {

  private static final Item RICH = new Item(
      ItemId.of("object", "k"),
      Map.of(
          ObjectTraits.CONTENT_TYPE, Value.text("text/plain; charset=utf-8"),
          ObjectTraits.CONTENT_ENCODING, Value.text("gzip"),
          ObjectTraits.CONTENT_LANGUAGE, Value.text("fr"),
          ObjectTraits.CONTENT_DISPOSITION, Value.text("attachment"),
          ObjectTraits.CACHE_CONTROL, Value.text("no-cache"),
          ObjectTraits.REDIRECT_LOCATION, Value.text("/there"),
          ObjectTraits.STORAGE_CLASS, Value.text("STANDARD_IA"),
          ObjectTraits.USER_METADATA, Value.entries(Map.of("camera", "Leica")),
          ObjectTraits.TAGS, Value.entries(Map.of("a b", "c&d=e/\u00c6"))));

  private static final Map<String, String> AS_HEADERS = Map.of(
      "content-type", "text/plain; charset=utf-8",
      "content-encoding", "gzip",
      "content-language", "fr",
      "content-disposition", "attachment",
      "cache-control", "no-cache",
      "x-amz-website-redirect-location", "/there",
      "x-amz-storage-class", "STANDARD_IA",
      "x-amz-meta-camera", "Leica",
      "x-amz-tagging", "a%20b=c%26d%3De%2F%C3%86");

  private final TinyServer server = new TinyServer(request -> Answer.of(200, ""));

  @AfterEach
  void close() {
    server.close();
  }

  private Map<String, String> written(Item item, Tuning.Payload payload) throws IOException {
    var end = server.end("europe");
    var settings = S3Settings.of(end);
    var tuned = settings.with(settings.tuning().with(payload));
    try (var connection = new S3Connection(end, Line.open("europe"), tuned)) {
      new ObjectWriter(connection, "photos")
          .write(item, 4, new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(server.seen().get(0).headers());
    return headers;
  }

  @ParameterizedTest(name = "payload signed: {0}")
  @EnumSource
  void everyTraitGoesAlong(Tuning.Payload payload) throws IOException {
    assertThat(written(RICH, payload)).containsAllEntriesOf(AS_HEADERS);
  }

  @ParameterizedTest(name = "payload signed: {0}")
  @EnumSource
  void whatHasNoTypeIsCalledBytes(Tuning.Payload payload) throws IOException {
    var plain = new Item(ItemId.of("object", "k"), Map.of());

    assertThat(written(plain, payload))
        .containsEntry("content-type", "application/octet-stream")
        .doesNotContainKey("x-amz-tagging");
  }

  @ParameterizedTest(name = "payload signed: {0}")
  @EnumSource
  void theBodyIsSignedWhereThatIsAskedFor(Tuning.Payload payload) throws IOException {
    assertThat(written(RICH, payload).get("x-amz-content-sha256").equals("UNSIGNED-PAYLOAD"))
        .isEqualTo(payload == Tuning.Payload.AUTO);
  }
}
