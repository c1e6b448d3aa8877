package eu.sortie.scenarios.estate;

import static org.awaitility.Awaitility.await;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3 server in a process of its own, gone with its data when it is closed. */
final class ServerProcess implements AutoCloseable {

  private static final String ACCESS_KEY = "estates";
  private static final String SECRET_KEY = "estates-secret";

  private static final Pattern HTTP_PORT =
      Pattern.compile("Tomcat started on ports .*?(\\d+) \\(http\\)");

  private final Process process;
  private final Path folder;
  private final int port;

  private ServerProcess(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  static ServerProcess s3Mock() throws IOException {
    var jar = Path.of(System.getProperty("sortie.emulators", "target/emulators"), "s3mock.jar");
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var folder = Files.createTempDirectory("s3mock");
    var log = Files.createTempFile("s3mock", ".log");
    var process = new ProcessBuilder(
            java.toString(),
            "-Xmx512m",
            "-jar",
            jar.toString(),
            "--http.port=0",
            "--server.port=0",
            "--com.adobe.testing.s3mock.store.root=" + folder)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      return awaited(new ServerProcess(process, folder, portSaidIn(log)));
    } finally {
      Files.delete(log);
    }
  }

  /** The port the system gave it: one that we chose could be somebody else's by the time it gets there. */
  private static int portSaidIn(Path log) {
    var said = await()
        .alias("S3Mock says which port it took")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> HTTP_PORT.matcher(Files.readString(log)).results().toList(),
            ports -> !ports.isEmpty());
    return Integer.parseInt(said.get(0).group(1));
  }

  /** Where the lab of this project keeps the MinIO server it builds. */
  static Path minioBinary() {
    return Path.of(System.getProperty("user.home"), ".cache", "sortie-lab", "bin", "minio");
  }

  static ServerProcess minio() throws IOException {
    int port = freePort();
    var folder = Files.createTempDirectory("minio");
    return start(
        folder,
        port,
        Map.of("MINIO_ROOT_USER", ACCESS_KEY, "MINIO_ROOT_PASSWORD", SECRET_KEY),
        List.of(
            minioBinary().toString(),
            "server",
            folder.toString(),
            "--address",
            "127.0.0.1:" + port));
  }

  private static ServerProcess start(
      Path folder, int port, Map<String, String> environment, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    return awaited(new ServerProcess(builder.start(), folder, port));
  }

  private static ServerProcess awaited(ServerProcess server) {
    try {
      await()
          .alias("a server answers on port " + server.port)
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .until(server::answers);
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended with " + process.exitValue());
    }
    try (var client = client()) {
      client.listBuckets();
      return true;
    } catch (SdkException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  End end() {
    return end(Map.of());
  }

  End end(Map<String, String> instead) {
    var settings = new HashMap<>(Map.of(
        "endpoint",
        "http://127.0.0.1:" + port,
        "region",
        "us-east-1",
        "path-style",
        "true",
        "access-key",
        ACCESS_KEY,
        "secret-key",
        SECRET_KEY));
    settings.putAll(instead);
    return End.of("aws", false, "s3", settings, Capabilities.UNSTATED);
  }

  /** The independent witness: another client library than the one that plants. */
  S3Client client() {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException leftToTheSystem) {
      // A temporary folder; the next start has one of its own.
    }
  }
}
