package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ARCHIVE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Line;
import eu.sortie.spi.RefusedException;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that does not give its bytes is named as what it is, by every library that reads. */
@Timeout(60)
class UnreadableTests {

  private static final Answer NEEDS_ITS_KEY = Answer.of(
          400,
          "<Error><Code>InvalidRequest</Code><Message>The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.</Message></Error>")
      .with("Content-Type", "application/xml");

  private Answer ofGet = Answer.of(200, "");
  private final TinyServer server = new TinyServer(request -> {
    if (request.target().contains("?")) {
      return Answer.error(501, "NotImplemented");
    }
    return request.method().equals("HEAD")
        ? Answer.of(200, "")
            .with("x-amz-storage-class", "GLACIER")
            .with("Content-Type", "image/jpeg")
        : ofGet;
  });
  private final S3Connection connection = new S3Connection(server.end("end"), Line.readOnly("end"));

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private RefusedException refused(String reader, Answer answer) {
    ofGet = answer;
    var listed = new Item(
        ItemId.of("object", reader.equals("dots") ? "./k" : "k"),
        Map.of(STORAGE_CLASS, Value.text("GLACIER")));
    return catchThrowableOfType(RefusedException.class, () -> {
      if (reader.equals("source")) {
        new S3Source(connection, objects("photos")).read(listed).close();
      } else {
        new MinioWitness(connection, "photos", "photos", false).read(listed).close();
      }
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "witness", "dots"})
  void whatIsArchivedShowsTheRestOfIt(String reader) {
    var refused = refused(reader, Answer.error(403, "InvalidObjectState"));

    assertThat(refused)
        .hasMessage(
            "archived: it has to be restored before it can be read (403 InvalidObjectState made up)");
    assertThat(refused.seen().orElseThrow().traits())
        .containsEntry(ARCHIVE, Value.text("archived"))
        .containsEntry(STORAGE_CLASS, Value.text("GLACIER"))
        .containsEntry(CONTENT_TYPE, Value.text("image/jpeg"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "witness", "dots"})
  void whatNeedsAKeyOfItsOwnIsNotExportable(String reader) {
    var refused = refused(reader, NEEDS_ITS_KEY);

    assertThat(refused).hasMessageStartingWith("not exportable: ");
    assertThat(refused.seen().orElseThrow().traits())
        .containsEntry(ENCRYPTION, Value.entries(Map.of("mode", "SSE-C")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "witness", "dots"})
  void anyOtherRefusalIsJustThat(String reader) {
    var refused = refused(reader, Answer.error(403, "AccessDenied"));

    assertThat(refused).hasMessage("403 AccessDenied made up");
    assertThat(refused.seen()).isEmpty();
  }
}
