package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Answers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** How often an object is asked for, and when. */
@Timeout(60)
class ObjectCallsTests {

  private TinyServer server;
  private S3Connection connection;

  private ObjectCalls serve(Answers answers) {
    server = new TinyServer(answers);
    connection = new S3Connection(server.end("europe"), Line.open("europe"));
    return new ObjectCalls(connection, "photos");
  }

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private static String put(ObjectCalls calls, String key) {
    return calls.put(key, Map.of(), Spelling.TEXT, new byte[10]);
  }

  @Test
  void isTriedFourTimesAndThenRefusedInTheWordsOfTheEnd() {
    var calls = serve(request -> Answer.error(500, "InternalError"));

    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> put(calls, "k"))
        .satisfies(
            answer -> assertThat(S3Fault.words(answer)).isEqualTo("500 InternalError made up"));
    assertThat(server.seen()).hasSize(4);
  }

  @Test
  void isNotTriedAgainWhereTheAnswerIsNo() {
    var calls = serve(request -> Answer.error(403, "AccessDenied"));

    assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> put(calls, "k"));
    assertThat(server.seen()).hasSize(1);
  }

  /** What is tried again is paid from a purse of the SDK's, which is filled by what succeeds. */
  @Test
  void anEndThatFailsEachObjectOnceUsesUpNoPatience() throws Exception {
    Set<String> asked = ConcurrentHashMap.newKeySet();
    var calls = serve(request ->
        asked.add(request.target()) ? Answer.error(500, "InternalError") : Answer.of(200, ""));
    int objects = 200;
    var threads = Executors.newFixedThreadPool(32);
    try {
      var written = threads.invokeAll(IntStream.range(0, objects)
          .<Callable<String>>mapToObj(number -> () -> put(calls, "k" + number))
          .toList());
      for (var one : written) {
        assertThat(one.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.seen()).hasSize(2 * objects);
  }

  @Test
  void isAskedAgainNoSoonerThanABusyEndWants() {
    var calls = serve(request -> server.seen().size() < 2
        ? Answer.error(503, "SlowDown").with("Retry-After", "2")
        : Answer.of(200, ""));

    long begun = System.nanoTime();
    put(calls, "k");

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    assertThat(server.seen()).hasSize(2);
  }

  @Test
  void doesNotWaitForAnEndThatIsClosedMeanwhile() throws Exception {
    var calls = serve(request -> Answer.error(503, "SlowDown").with("Retry-After", "60"));
    var threads = Executors.newSingleThreadExecutor();
    try {
      var writing = threads.submit(() -> put(calls, "k"));
      await().until(() -> !server.seen().isEmpty());
      connection.close();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(writing::get)
          .withCauseInstanceOf(S3Exception.class);
    } finally {
      threads.shutdownNow();
    }
    assertThat(server.seen()).hasSize(1);
  }
}
