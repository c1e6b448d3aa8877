package eu.sortie.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.junit.NeedsFaultyLine;
import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.testbed.NeedsLab;
import eu.sortie.testbed.TinyServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FaultyLineTests {

  private record Told(Optional<String> version, List<String> missing) implements Engine {
    @Override
    public List<String> missing(List<String> images) {
      return missing;
    }
  }

  @Test
  void isMisuseWithoutAnEngine() {
    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> FaultyLine.to("europe", new Told(Optional.empty(), List.of())))
        .withMessageContainingAll(
            "a faulty line to 'europe': no Docker engine answers",
            "systemctl start docker",
            "@NeedsFaultyLine");
  }

  @Test
  void isMisuseWithoutTheImage() {
    var engine = new Told(Optional.of("28.0"), List.of("shopify/toxiproxy:2.1.4"));

    assertThatExceptionOfType(Misuse.class)
        .isThrownBy(() -> FaultyLine.to("europe", engine))
        .withMessageContainingAll(
            "a faulty line to 'europe': the Docker engine has no image shopify/toxiproxy:2.1.4",
            "docker pull shopify/toxiproxy:2.1.4");
  }

  @Nested
  @NeedsFaultyLine(because = "a line breaks between two programs, not inside one")
  @NeedsLab(because = "faults are made by a program of its own")
  @Timeout(120)
  class ALineThatIsLaid {

    private final HttpClient http = HttpClient.newHttpClient();

    private int get(End end) throws IOException, InterruptedException {
      var uri = URI.create(end.settings().get("endpoint").value() + "/");
      var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void leadsToItsEndUntilItIsCutAndGoesWhenItIsClosed() throws Exception {
      try (var server = new TinyServer(request -> TinyServer.Answer.of(204, ""))) {
        End over;
        try (var line = FaultyLine.to("europe")) {
          var end = server.end("europe");
          var there = Environment.of("there", List.of(server.end("aws"), end), Map.of());

          over = line.over(there).end("europe");

          assertThat(get(over)).isEqualTo(204);
          assertThat(server.seen()).hasSize(1);
          assertThat(line.over(there).end("aws")).isEqualTo(there.end("aws"));
          assertThat(over.settings().get("secret-key")).isEqualTo(end.settings().get("secret-key"));

          line.cut();
          assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(over(line, end)));
        }
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(over));
      }
    }

    /** Leading it once more does not mend it. */
    private End over(FaultyLine line, End end) {
      return line.over(end);
    }

    @Test
    void keepsTheFaultsThatItHadBeforeItLedAnywhere() throws Exception {
      try (var server = new TinyServer(request -> TinyServer.Answer.of(204, ""));
          var line = FaultyLine.to("europe")) {
        line.fallSilent();

        var over = line.over(server.end("europe"));

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> get(over));
      }
    }

    @Test
    void isMisuseForAnotherEndAndForAnEncryptedOne() {
      try (var line = FaultyLine.to("europe")) {
        assertThatExceptionOfType(Misuse.class)
            .isThrownBy(() -> line.over(end("aws", "http://127.0.0.1:1")))
            .withMessageContainingAll("a faulty line to 'europe'", "saw 'aws'");
        assertThatExceptionOfType(Misuse.class)
            .isThrownBy(() -> line.over(end("europe", "https://s3.fr-par.scw.cloud")))
            .withMessageContainingAll("begins with http://", "https://s3.fr-par.scw.cloud");
      }
    }

    private static End end(String name, String endpoint) {
      return End.of(name, false, "s3", Map.of("endpoint", endpoint), Capabilities.UNSTATED);
    }
  }
}
