package eu.sortie.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server that answers every request with the same words: an S3 end that is wrong in one way. */
final class CannedServer implements AutoCloseable {

  private static final String EMPTY_BUCKET =
      "<ListBucketResult><Name>tiny</Name><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>";
  private static final String SKEWED =
      "<Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message></Error>";

  private final ServerSocket socket;
  private final String answer;

  private CannedServer(ServerSocket socket, String answer) {
    this.socket = socket;
    this.answer = answer;
    var thread = new Thread(this::serve, "canned-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its clock is off by so much, and it does not mind. */
  static CannedServer withClockOffBy(Duration skew) throws IOException {
    return new CannedServer(plainSocket(), answer("200 OK", skew, EMPTY_BUCKET));
  }

  /** Its clock is off, and it refuses our signature for it. */
  static CannedServer refusingOurClock() throws IOException {
    return new CannedServer(plainSocket(), answer("403 Forbidden", Duration.ZERO, SKEWED));
  }

  /** It speaks TLS with a certificate nobody knows. */
  static CannedServer selfSigned(Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    var keys = folder.resolve("self-signed.p12");
    var keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-storepass",
            "password",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("keytool hangs");
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    var password = "password".toCharArray();
    managers.init(KeyStore.getInstance(keys.toFile(), password), password);
    var tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return new CannedServer(
        tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        answer("200 OK", Duration.ZERO, EMPTY_BUCKET));
  }

  int port() {
    return socket.getLocalPort();
  }

  private static ServerSocket plainSocket() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static String answer(String status, Duration skew, String body) {
    return "HTTP/1.1 %s\r\nDate: %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(
            status,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(skew).atOffset(ZoneOffset.UTC)),
            body.length(),
            body);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (var client = socket.accept()) {
        answer(client);
      } catch (IOException | UncheckedIOException hungUp) {
        // A client that does not like our certificate, or the end of the test.
      }
    }
  }

  private void answer(Socket client) throws IOException {
    var request = new BufferedReader(
        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    var first = request.readLine();
    for (var line = first; line != null && !line.isEmpty(); line = request.readLine()) {
      // Nothing in it matters.
    }
    var words = first != null && first.startsWith("HEAD")
        ? answer.substring(0, answer.indexOf("\r\n\r\n") + 4)
        : answer;
    client.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
