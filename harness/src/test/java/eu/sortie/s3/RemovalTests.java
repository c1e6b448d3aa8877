package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Answers;
import eu.sortie.testbed.TinyServer.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RemovalTests {

  private static final Answer GONE = Answer.of(200, "<DeleteResult></DeleteResult>");

  private TinyServer server;
  private S3Connection connection;

  private void serve(Map<String, String> more, Answers answers) {
    server = new TinyServer(answers);
    var settings = new HashMap<String, String>();
    server.end("europe").settings().forEach((key, set) -> settings.put(key, set.value()));
    settings.putAll(more);
    connection = new S3Connection(
        End.of("europe", false, "s3", settings, Capabilities.UNSTATED), Line.open("europe"));
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private void remove(int pages) {
    var removal = new Removal(connection, "b", false);
    for (int i = 0; i < pages; i++) {
      removal.remove("one", "");
      removal.remove("two", "v2");
      removal.finish();
    }
  }

  private List<String> requests() {
    return server.seen().stream()
        .map(seen -> seen.method() + " " + seen.target())
        .toList();
  }

  private static Answer demandingMd5(Seen request) {
    return request.method().equals("POST") && !request.headers().containsKey("Content-MD5")
        ? Answer.error(400, "InvalidRequest")
        : GONE;
  }

  @Test
  void isOneRequestAPage() {
    serve(Map.of(), request -> GONE);
    remove(1);

    assertThat(requests()).containsExactly("POST /b?delete");
    assertThat(connection.manners().found()).isEmpty();
  }

  @Test
  void carriesAContentMd5WhereTheEndTakesNoOtherChecksumAndRemembersThat() {
    serve(Map.of(), RemovalTests::demandingMd5);
    remove(2);

    assertThat(requests()).containsExactly("POST /b?delete", "POST /b?delete", "POST /b?delete");
    assertThat(connection.manners().found())
        .containsExactly(
            "page deletes carry a Content-MD5, for without one it said: 400 InvalidRequest made up");
  }

  @Test
  void isOneByOneWhereTheEndTakesNoPageEitherWay() {
    serve(
        Map.of(),
        request -> request.method().equals("POST")
            ? Answer.error(501, "NotImplemented")
            : Answer.of(204, ""));
    remove(1);

    assertThat(requests())
        .endsWith("DELETE /b/one", "DELETE /b/two?versionId=v2")
        .filteredOn(request -> request.startsWith("DELETE"))
        .hasSize(2);
    assertThat(connection.manners().found())
        .containsExactly(
            "objects are deleted one by one, for to a page it said: 501 NotImplemented made up");
  }

  @Test
  void isOneByOneWhereThatIsSet() {
    serve(Map.of("deletes", "one-by-one"), request -> Answer.of(204, ""));
    remove(1);

    assertThat(requests()).containsExactly("DELETE /b/one", "DELETE /b/two?versionId=v2");
  }
}
