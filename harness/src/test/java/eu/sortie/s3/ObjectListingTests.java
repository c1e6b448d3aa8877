package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.scenario.ObjectSelection;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;

/** Every object once, whatever becomes of a page. */
@Timeout(60)
class ObjectListingTests {

  private TinyServer server;
  private S3Connection connection;

  private List<String> listed(Answers answers) {
    server = new TinyServer(answers);
    connection = new S3Connection(server.end("aws"), Line.readOnly("aws"));
    var keys = new ArrayList<String>();
    new ObjectListing(connection, new ObjectSelection("photos", "", ""))
        .each(object -> keys.add(object.key()));
    return keys;
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private static Answer page(boolean more, String... keys) {
    return Answer.of(
        200,
        Stream.of(keys)
            .map(key -> "<Contents><Key>%s</Key><Size>1</Size></Contents>".formatted(key))
            .collect(Collectors.joining(
                "",
                "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s"
                    .formatted(
                        more, more ? "<NextContinuationToken>more</NextContinuationToken>" : ""),
                "</ListBucketResult>")));
  }

  private List<String> asked() {
    return server.seen().stream().map(TinyServer.Seen::target).toList();
  }

  @Test
  void pagesFollowTheTokenOfTheEnd() {
    assertThat(listed(request -> request.target().contains("continuation-token=more")
            ? page(false, "c")
            : page(true, "a", "b%2Fx")))
        .containsExactly("a", "b/x", "c");
    assertThat(asked()).hasSize(2);
  }

  @Test
  void aTokenThatLeadsNowhereIsLeftForTheLastKey() {
    assertThat(listed(request -> {
          if (request.target().contains("continuation-token")) {
            return Answer.error(503, "SlowDown");
          }
          return request.target().contains("start-after=b")
              ? page(false, "c")
              : page(true, "a", "b");
        }))
        .containsExactly("a", "b", "c");
    assertThat(asked()).hasSize(3);
  }

  @Test
  void whereKeysComeInAnOrderOfTheirOwnTheTokenIsAllThereIs() {
    assertThatExceptionOfType(SdkException.class)
        .isThrownBy(() -> listed(request -> request.target().contains("continuation-token")
            ? Answer.error(503, "SlowDown")
            : page(true, "b", "a")));
    assertThat(asked()).hasSize(1 + Retries.ATTEMPTS).noneMatch(target -> target.contains("start"));
  }
}
