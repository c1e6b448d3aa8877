package eu.sortie.oci;

import eu.sortie.spi.Line;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import land.oras.ContainerRef;
import land.oras.auth.AuthProvider;
import land.oras.auth.HttpClient;
import land.oras.auth.NoAuthProvider;
import land.oras.auth.Scopes;
import land.oras.auth.UsernamePasswordProvider;
import land.oras.exception.OrasException;

/**
 * The second witness' way to a registry: ORAS Java over the HTTP client of the JDK.
 *
 * <p>Its HTTP layer is asked and not its {@code Registry}: that one reads which mirrors the machine has, and a mirror is no witness; and it
 * makes text of a manifest before anybody took its digest.
 *
 * <p>ORAS sends redirected requests, and those for a token, by itself. They cannot be asked about beforehand, so they are counted from its
 * own meter afterwards. At a destination everything may cross; at a source it would not do.
 */
final class OrasConnection implements Connection {

  static final String LIBRARY = "ORAS Java " + version();

  private static final String SENT = "land.oras.http.client.requests";
  private static final String FURTHER = "GetElsewhere";
  private static final String ANYTHING = "any";

  private final Line line;
  private final OciSettings settings;
  private final AuthProvider auth;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final HttpClient http;
  private long crossed;

  OrasConnection(OciSettings settings, Optional<Credentials> credentials, Line line) {
    this.line = line;
    this.settings = settings;
    this.auth = credentials
        .<AuthProvider>map(some -> new UsernamePasswordProvider(some.username(), some.password()))
        .orElseGet(NoAuthProvider::new);
    this.http = HttpClient.Builder.builder().withMeterRegistry(meters).build();
  }

  private static String version() {
    var version = HttpClient.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }

  @Override
  public String library() {
    return LIBRARY.strip();
  }

  @Override
  public Answer get(String path, String repository, String accept) throws IOException {
    return answer("GET", path, () -> {
      var got = http.download(uri(path), headers(accept), scopes(repository), auth);
      return new Answer(got.statusCode(), lower(got.headers()), got.response());
    });
  }

  @Override
  public Answer head(String path, String repository, String accept) throws IOException {
    return answer("HEAD", path, () -> {
      var got = http.head(uri(path), headers(accept), scopes(repository), auth);
      return new Answer(got.statusCode(), lower(got.headers()), InputStream.nullInputStream());
    });
  }

  private interface Asking {
    Answer ask();
  }

  private Answer answer(String method, String path, Asking asking) throws IOException {
    var operation = Operation.name(method, path);
    line.cross(operation, Operation.reads(method));
    countOne();
    var begun = System.nanoTime();
    try {
      var answer = asking.ask();
      return new Answer(
          answer.status(),
          answer.headers(),
          new CountedStream(answer.body(), line.meter(), operation));
    } catch (OrasException failed) {
      if (failed.getStatusCode() > 0) {
        return new Answer(
            failed.getStatusCode(),
            Map.of(),
            new ByteArrayInputStream(
                String.valueOf(failed.getMessage()).getBytes(StandardCharsets.UTF_8)));
      }
      throw new IOException("the registry does not answer: " + root(failed), failed);
    } finally {
      line.meter().waited(System.nanoTime() - begun);
      countFurther();
    }
  }

  private synchronized void countOne() {
    crossed++;
  }

  /** What is still under way was counted already, so this finds some of the others only later; once all is done, each of them. */
  private synchronized void countFurther() {
    var sent = meters.find(SENT).timers().stream().mapToLong(Timer::count).sum();
    for (; crossed < sent; crossed++) {
      line.cross(FURTHER, true);
    }
  }

  private URI uri(String path) {
    return path.contains("://") ? URI.create(path) : URI.create(settings.address() + path);
  }

  private Scopes scopes(String repository) {
    return Scopes.of(ContainerRef.parse(
        settings.registry() + '/' + (repository.isEmpty() ? ANYTHING : repository)));
  }

  private static Map<String, String> headers(String accept) {
    return accept.isEmpty() ? Map.of() : Map.of("Accept", accept);
  }

  private static Map<String, String> lower(Map<String, String> headers) {
    var lower = new LinkedHashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static String root(Throwable failed) {
    var cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    countFurther();
    meters.close();
  }
}
