package eu.sortie.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Traffic;
import eu.sortie.measure.Usage;
import eu.sortie.oci.Pusher.Pushed;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole drills from and to registries that do things otherwise than the lab's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRegistriesLabTests {

  @Order(1)
  @RegisterExtension
  static final RegistryServer SOURCE = RegistryServer.thatDeletes();

  @Order(2)
  @RegisterExtension
  static final RegistryServer DESTINATION = RegistryServer.thatDeletes();

  private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
  private static final ImageSelection SIGNED = Selection.images("signed");
  private static final Map<String, String> LOGIN =
      Map.of("username", "lab", "password", "lab-secret");

  @TempDir
  private Path folder;

  private ImageDrill drill;
  private Pushed image;
  private Pushed signature;

  @BeforeAll
  void plant() {
    var source = new Pusher(SOURCE.host());
    image = source.image("signed", "1", "amd64", "", source.blob("signed", Pusher.LAYER, "layer"));
    signature = source.artifact("signed", "application/vnd.example.signature", image, "signed");
    var config = source.blob(
        "docker",
        "application/vnd.docker.container.image.v1+json",
        "{\"os\":\"linux\",\"architecture\":\"amd64\"}");
    var layer =
        source.blob("docker", "application/vnd.docker.image.rootfs.diff.tar.gzip", "docker layer");
    source.manifest(
        "docker",
        "1",
        DOCKER,
        "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
            .formatted(DOCKER, config.json(), layer.json()));
    source.image(
        "zstd",
        "1",
        "amd64",
        "",
        source.blob("zstd", "application/vnd.oci.image.layer.v1.tar+zstd", "zstd layer"));
  }

  /** A registry that knows by its API what refers to what, as ECR does, and needs no tag for it. */
  private static Front.Manner withReferrers(String index) {
    return (exchange, front) -> {
      var path = exchange.getRequestURI().getPath();
      if (path.contains("/referrers/")) {
        Front.say(exchange, 200, Pusher.INDEX, index.getBytes(UTF_8));
        return true;
      }
      if (exchange.getRequestMethod().equals("PUT") && path.contains("/manifests/")) {
        var answer = front.behind(exchange);
        exchange.getResponseHeaders().set("OCI-Subject", "sha256:any");
        Front.say(exchange, answer.statusCode(), "", answer.body());
        return true;
      }
      return false;
    };
  }

  private Front.Manner listsTheSignature() {
    var listed = index(signature.json("'artifactType':'application/vnd.example.signature'"));
    var none = index("");
    return (exchange, front) -> withReferrers(
            exchange.getRequestURI().getPath().endsWith(image.digest()) ? listed : none)
        .answers(exchange, front);
  }

  private static String index(String manifests) {
    return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
        .formatted(Pusher.INDEX, manifests);
  }

  @Test
  void whatAnApiListsIsListedByATagWhereThereIsNoApi() throws IOException {
    try (var source = new Front(SOURCE.host(), listsTheSignature())) {
      var outcome = drill(source.host(), DESTINATION.host(), SIGNED, Map.of());
      assertThat(drill.losses()).isEmpty();
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
      assertThat(outcome.fidelity().items())
          .as("image, signature, tag, blobs")
          .isEqualTo(2 + 1 + 4);
      assertThat(outcome.leftovers()).allMatch(left -> left.what().endsWith("which is empty"));
    }
  }

  @Test
  void aRegistryThatTakesSignaturesAndListsNoneLosesThemByName() throws IOException {
    try (var source = new Front(SOURCE.host(), listsTheSignature());
        var destination = new Front(DESTINATION.host(), withReferrers(index("")))) {
      drill(source.host(), destination.host(), SIGNED, Map.of());
      assertThat(drill.losses())
          .containsExactly("signed@%s referrers lost %s: \"application/vnd.example.signature\" -> "
              .formatted(image.digest(), signature.digest()));
    }
  }

  @Test
  void aRegistryThatConvertsManifestsIsFoundOutByTheirBytes() throws IOException {
    try (var destination = new Front(DESTINATION.host(), OtherRegistriesLabTests::converts)) {
      drill(SOURCE.host(), destination.host(), Selection.images("docker"), Map.of());
      assertThat(drill.losses())
          .anyMatch(loss -> loss.matches("docker@.* content altered .*"))
          .anyMatch(loss -> loss.matches(
              "docker@.* media-type altered " + DOCKER.replace("+", "\\+") + " -> .*oci.*"))
          .anyMatch(loss -> loss.matches("docker:1 points-to altered .*"));
    }
  }

  private static boolean converts(HttpExchange exchange, Front front) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")
        || !exchange.getRequestURI().getPath().contains("/manifests/")) {
      return false;
    }
    var answer = front.behind(exchange);
    var converted = new String(answer.body(), UTF_8).replace(DOCKER, Pusher.MANIFEST);
    Front.say(exchange, answer.statusCode(), Pusher.MANIFEST, converted.getBytes(UTF_8));
    return true;
  }

  @Test
  void whatARegistryDoesNotTakeIsMissingInItsOwnWords() throws IOException {
    try (var destination = new Front(DESTINATION.host(), (exchange, front) -> {
      if (exchange.getRequestMethod().equals("PUT")
          && exchange.getRequestURI().getPath().contains("/manifests/")) {
        Front.say(
            exchange,
            400,
            "application/json",
            "{\"errors\":[{\"code\":\"MANIFEST_INVALID\",\"message\":\"zstd is not known here\"}]}"
                .getBytes(UTF_8));
        return true;
      }
      return false;
    })) {
      drill(SOURCE.host(), destination.host(), Selection.images("zstd"), Map.of());
      assertThat(drill.rows())
          .hasSize(2)
          .allMatch(row -> row.contains("item missing"))
          .allMatch(row -> row.contains("400 MANIFEST_INVALID: zstd is not known here"));
    }
  }

  /** Also those that were sent on elsewhere, and those for a token: at the one end OkHttp's, at the other ORAS's as well. */
  @Test
  void everyRequestThatReachesARegistryIsCounted() throws IOException {
    try (var storage = new Front(SOURCE.host(), (exchange, front) -> false);
        var source = new Front(SOURCE.host(), sendsOnTo(storage));
        var behind = new Front(DESTINATION.host(), (exchange, front) -> false);
        var destination = new Front(DESTINATION.host(), sendsOnTo(behind))) {
      var outcome = drill(source.host(), destination.host(), SIGNED, LOGIN);
      assertThat(drill.losses()).isEmpty();
      assertThat(outcome.verdict())
          .as(outcome.gates().toString())
          .isInstanceOf(Verdict.Passed.class);
      assertThat(requests(outcome.ends().get(0).usage()))
          .isEqualTo(source.asked().size() + storage.asked().size());
      assertThat(requests(outcome.ends().get(1).usage()))
          .isEqualTo(destination.asked().size() + behind.asked().size());
      assertThat(storage.asked()).isNotEmpty();
      assertThat(behind.asked()).isNotEmpty();
    }
  }

  /** Asks for a token, which it gives at an address of its own for the password, and keeps blobs elsewhere. */
  private static Front.Manner sendsOnTo(Front storage) {
    return (exchange, front) -> {
      var path = exchange.getRequestURI().getPath();
      var shown =
          Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
      if (path.equals("/token")) {
        boolean known = shown.equals(new Credentials("lab", "lab-secret").basic());
        Front.say(
            exchange,
            known ? 200 : 401,
            "application/json",
            "{\"token\":\"of-the-lab\",\"expires_in\":300}".getBytes(UTF_8));
        return true;
      }
      if (!shown.equals("Bearer of-the-lab")) {
        exchange
            .getResponseHeaders()
            .set(
                "WWW-Authenticate",
                "Bearer realm=\"http://%s/token\",service=\"lab\",scope=\"repository:signed:pull\""
                    .formatted(front.host()));
        exchange.getRequestBody().readAllBytes();
        Front.say(exchange, 401, "application/json", "{}".getBytes(UTF_8));
        return true;
      }
      if (exchange.getRequestMethod().equals("GET") && path.contains("/blobs/sha256:")) {
        exchange.getResponseHeaders().set("Location", "http://" + storage.host() + path);
        Front.say(exchange, 307, "", new byte[0]);
        return true;
      }
      return false;
    };
  }

  @Test
  void aPasswordThatIsWrongIsMisuse() {
    try (var source =
        new Front(SOURCE.host(), sendsOnTo(new Front(SOURCE.host(), (exchange, front) -> false)))) {
      assertThatThrownBy(() -> drill(
              source.host(),
              DESTINATION.host(),
              SIGNED,
              Map.of("username", "lab", "password", "guessed")))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("end 'aws': images of signed cannot be read")
          .hasMessageContaining("does not know these credentials")
          .hasMessageNotContaining("guessed");
    }
  }

  @Test
  void aRegistryThatIsBusyIsWaitedForWhereItSaysSo() throws IOException {
    var answers = new AtomicInteger();
    try (var source = new Front(SOURCE.host(), (exchange, front) -> {
      if (answers.incrementAndGet() % 3 != 0) {
        return false;
      }
      exchange.getResponseHeaders().set("Retry-After", "0");
      Front.say(exchange, 429, "", new byte[0]);
      return true;
    })) {
      var outcome = drill(source.host(), DESTINATION.host(), SIGNED, Map.of());
      assertThat(outcome.verdict())
          .as(outcome.gates().toString())
          .isInstanceOf(Verdict.Passed.class);
    }
  }

  @Test
  void aLayerThatTheSourceDoesNotHaveIsNamedWithWhatNeedsIt() throws IOException {
    try (var source = new Front(SOURCE.host(), (exchange, front) -> {
      if (exchange.getRequestURI().getPath().endsWith(Digest.of("zstd layer".getBytes(UTF_8)))) {
        Front.say(exchange, 404, "application/json", "{\"errors\":[]}".getBytes(UTF_8));
        return true;
      }
      return false;
    })) {
      var outcome = drill(source.host(), DESTINATION.host(), Selection.images("zstd"), Map.of());
      assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
      assertThat(drill.rows())
          .hasSize(3)
          .anyMatch(row -> row.startsWith(Digest.of("zstd layer".getBytes(UTF_8)) + " item missing")
              && row.contains("is in none of the repositories"))
          .anyMatch(row -> row.startsWith("zstd@") && row.contains("BLOB_UNKNOWN"))
          .anyMatch(row -> row.startsWith("zstd:1"));
    }
  }

  private Outcome drill(
      String from, String to, ImageSelection selection, Map<String, String> login) {
    drill = new ImageDrill(folder);
    return drill.run(
        ImageDrill.end("aws", from, login),
        ImageDrill.end("europe", to, login),
        selection,
        Progress.NONE);
  }

  private static long requests(Usage usage) {
    return usage.stages().values().stream()
        .flatMap(operations -> operations.values().stream())
        .mapToLong(Traffic::requests)
        .sum();
  }
}
