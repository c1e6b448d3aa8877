package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import eu.sortie.spi.LineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must not cross the line is not sent. */
class LineTests {

  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  private final Line line = Line.readOnly("aws");

  @Test
  void nothingIsAskedAfterTheCut() throws IOException {
    try (var registry = new Front("127.0.0.1:1", LineTests::isThere)) {
      var source = new OciProtocol().source(end(registry), line, Selection.images("shop/web"));
      source.preflight();
      int before = registry.asked().size();
      source.close();
      assertThatThrownBy(
              () -> source.read(new Item(ItemId.of("image", "shop/web@" + DIGEST), Map.of())))
          .isInstanceOf(LineException.class)
          .hasMessageContaining("GetManifest was called after 'aws' was cut off");
      assertThat(registry.asked()).hasSize(before);
      assertThat(line.violations()).hasSize(1);
    }
  }

  @Test
  void aSourceIsOnlyRead() {
    try (var registry = new Front("127.0.0.1:1", LineTests::isThere);
        var connection =
            new OkHttpConnection(OciSettings.of(end(registry)), Optional.empty(), line)) {
      var upload = new Upload(connection);
      assertThatThrownBy(() -> upload.manifest("shop/web", "1", Pusher.MANIFEST, new byte[0]))
          .isInstanceOf(LineException.class)
          .hasMessageContaining("PutManifest would have changed 'aws'");
      assertThatThrownBy(() -> upload.remove("shop/web", "manifests", "1"))
          .isInstanceOf(LineException.class);
      assertThat(registry.asked()).isEmpty();
    }
  }

  private static boolean isThere(HttpExchange exchange, Front front) throws IOException {
    Front.say(
        exchange, 200, "application/json", "{\"tags\":[\"1\"]}".getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private static End end(Front registry) {
    return End.of(
        "aws",
        false,
        "oci",
        Map.of("registry", registry.host(), "plain-http", "true", "username", "a", "password", "b"),
        Capabilities.UNSTATED);
  }
}
