package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawHttpTests {

  private ServerSocket server;
  private CompletableFuture<String> request;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0);
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private void answer(String answer, int readBytes) {
    request = CompletableFuture.supplyAsync(() -> {
      try (var socket = server.accept()) {
        var read = socket.getInputStream().readNBytes(readBytes);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        return new String(read, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private Answer send(String target, Map<String, List<String>> headers, Body body)
      throws IOException {
    return new RawHttp(URI.create("http://127.0.0.1:" + server.getLocalPort()))
        .exchange("PUT", target, headers, body, 0, body.size());
  }

  @Nested
  class Requests {

    @Test
    void areSentAsTheyAreWritten() throws IOException {
      var expected =
          "PUT /b/../a//b HTTP/1.0\r\nx-amz-meta-owner: Ægir 😀\r\nContent-Length: 2\r\n\r\nhi";
      answer("HTTP/1.0 200 OK\r\n\r\n", expected.getBytes(StandardCharsets.UTF_8).length);

      send("/b/../a//b", Map.of("x-amz-meta-owner", List.of("Ægir 😀")), Body.text("hi"));

      assertThat(request.join()).isEqualTo(expected);
    }

    @Test
    void neverHoldALineEndInAHeader() {
      answer("HTTP/1.0 200 OK\r\n\r\n", 0);

      assertThatThrownBy(() -> send("/", Map.of("a", List.of("b\r\nc: d")), Body.EMPTY))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failWhereAFileBecameShorterOrLonger(@TempDir Path folder) throws IOException {
      var file = Files.writeString(folder.resolve("file"), "four");

      for (long announced : new long[] {3, 5}) {
        answer("HTTP/1.0 200 OK\r\n\r\n", 0);
        assertThatThrownBy(() -> send("/", Map.of(), new Body.FileBody(file, announced)))
            .hasMessageContaining("it changed while it was planted");
      }
    }
  }

  @Nested
  class Answers {

    @Test
    void areReadAsUtf8() throws IOException {
      answer("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nx-amz-meta-Owner:  Ægir \r\n\r\nbytes", 1);

      var answer = send("/", Map.of(), Body.EMPTY);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("x-amz-meta-owner")).isEqualTo("Ægir");
      assertThat(answer.text()).isEqualTo("bytes");
      assertThat(answer.sha256()).isEqualTo(Digests.of(Body.text("bytes")));
    }

    @Test
    void mustBeWhole() {
      answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", 1);

      assertThatThrownBy(() -> send("/", Map.of(), Body.EMPTY))
          .isInstanceOf(EOFException.class)
          .hasMessage("the answer broke off: 9 bytes were announced, 5 came");
    }

    @Test
    void mustCome() {
      answer("", 1);

      assertThatThrownBy(() -> send("/", Map.of(), Body.EMPTY))
          .hasMessage("the server closed the connection without an answer");
    }

    @Test
    void sayWhyInTheServersWords() throws IOException {
      answer(
          "HTTP/1.1 400 Bad\r\n\r\n<Error><Code>NoSuch</Code><Message>It is &lt;not&gt;\n there</Message></Error>",
          1);

      assertThat(send("/", Map.of(), Body.EMPTY).words())
          .isEqualTo("400 NoSuch: It is <not> there");
    }
  }
}
