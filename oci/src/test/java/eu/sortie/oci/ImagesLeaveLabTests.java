package eu.sortie.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.drill.Outcome;
import eu.sortie.drill.Progress;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Stage;
import eu.sortie.measure.Traffic;
import eu.sortie.measure.Usage;
import eu.sortie.oci.Pusher.Pushed;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Leftover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whole drills from one real registry to another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImagesLeaveLabTests {

  @Order(1)
  @RegisterExtension
  static final RegistryServer SOURCE = RegistryServer.thatDeletes();

  @Order(2)
  @RegisterExtension
  static final RegistryServer DESTINATION = RegistryServer.thatDeletes();

  @Order(3)
  @RegisterExtension
  static final RegistryServer KEEPER = RegistryServer.thatDeletesNothing();

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LARGE = 200 * MEBIBYTE;

  @TempDir
  private Path folder;

  private ImageDrill drill;

  private Pushed base;
  private Pushed own;
  private Pushed amd64;
  private Pushed arm64;
  private Pushed index;
  private Pushed signature;
  private Pushed sbom;
  private Pushed untagged;
  private Pushed forArm;

  /** A shop as people push one: two platforms, a signature and an SBOM about them, an image without a tag, a layer that two repositories share. */
  @BeforeAll
  void plant() {
    var source = new Pusher(SOURCE.host());
    base = source.blob("shop/web", Pusher.LAYER, MEBIBYTE, () -> new Bytes(MEBIBYTE, 1));
    own = source.blob("shop/web", Pusher.LAYER, "only amd64 has it");
    var other = source.blob("shop/web", Pusher.LAYER, "only arm64 has it");
    amd64 = source.image(
        "shop/web", "", "amd64", "'org.opencontainers.image.version':'1.0'", base, own);
    arm64 = source.image("shop/web", "", "arm64", "", base, other);
    index = source.manifest("shop/web", "1.0", Pusher.INDEX, """
        {"schemaVersion":2,"mediaType":"%s","annotations":{"org.example.built-by":"Ægir"},"manifests":[%s,%s]}""".formatted(
            Pusher.INDEX,
            amd64.json("'platform':{'os':'linux','architecture':'amd64'}"),
            arm64.json("'platform':{'os':'linux','architecture':'arm64'}")));
    signature = source.artifact("shop/web", "application/vnd.example.signature", index, "signed");
    sbom = source.artifact(
        "shop/web", "application/spdx+json", index, "{\"spdxVersion\":\"SPDX-2.3\"}");
    source.manifest("shop/web", ReferrersTag.of(index.digest()), Pusher.INDEX, """
        {"schemaVersion":2,"mediaType":"%s","manifests":[%s,%s]}""".formatted(
            Pusher.INDEX,
            signature.json("'artifactType':'application/vnd.example.signature'"),
            sbom.json("'artifactType':'application/spdx+json'")));
    untagged = source.image("shop/web", "", "amd64", "'kept':'by digest'", own);
    source.blob("shop/api", Pusher.LAYER, MEBIBYTE, () -> new Bytes(MEBIBYTE, 1));
    forArm = source.image("shop/api", "2.0", "arm64", "", base);
    var large = source.blob("large/model", Pusher.LAYER, LARGE, () -> new Bytes(LARGE, 2));
    source.image("large/model", "1", "amd64", "", large);
  }

  private ImageSelection shop() {
    return Selection.images("shop/web", "shop/web@" + untagged.digest(), "shop/api");
  }

  @Test
  void everythingArrivesAsItWas() throws IOException {
    var outcome = drill(shop());
    assertThat(losses()).isEmpty();
    assertThat(outcome.verdict()).as(outcome.gates().toString()).isInstanceOf(Verdict.Passed.class);
    // Two platforms, their index, what refers to it, the image without a tag, and the one of the
    // other repository.
    assertThat(outcome.fidelity().items()).as("images, tags and blobs").isEqualTo(7 + 2 + 9);
    assertThat(outcome.leftovers())
        .hasSize(2)
        .allMatch(left ->
            left.what().matches("the name of repository sortie-drill-.*/shop/.*, which is empty"));
    var destination = new Pusher(DESTINATION.host());
    for (var left : outcome.leftovers()) {
      var name = left.what().replaceAll("the name of repository (.*), which is empty", "$1");
      assertThat(destination.text("/v2/%s/tags/list".formatted(name))).doesNotContain("1.0", "2.0");
      assertThat(destination.status("HEAD", "/v2/%s/blobs/%s".formatted(name, base.digest())))
          .isEqualTo(404);
      assertThat(destination.status("HEAD", "/v2/%s/manifests/%s".formatted(name, index.digest())))
          .isEqualTo(404);
    }
    assertThat(outcome.notCovered()).anyMatch(words -> words.contains("no manifest without one"));
  }

  @Test
  void aBlobOfSeveralImagesAndRepositoriesLeavesTheSourceOnce() throws IOException {
    var outcome = drill(shop());
    var blobs = all(outcome.ends().get(0).usage(), "GetBlob");
    assertThat(blobs.receivedBytes()).isBetween(MEBIBYTE, MEBIBYTE + 100_000);
    assertThat(all(outcome.ends().get(1).usage(), "PutUpload").sentBytes())
        .isBetween(MEBIBYTE, MEBIBYTE + 100_000);
  }

  @Test
  void theSourceIsOnlyReadAndNobodyAsksItAfterTheCut() {
    var outcome = drill(shop());
    assertThat(outcome.ends().get(0).usage().stages().keySet())
        .containsExactlyInAnyOrder(Stage.SURVEY, Stage.EXPORT);
    assertThat(outcome.ends().get(0).usage().stages().values())
        .allSatisfy(operations -> assertThat(operations.keySet())
            .allMatch(name -> name.startsWith("Get") || name.startsWith("Head")));
  }

  @Test
  void repositoriesOfAPrefixLeaveTogether() throws IOException {
    var outcome = drill(Selection.imagesUnder("shop/"));
    assertThat(losses()).isEmpty();
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
    // The image without a tag is what no listing leads to.
    assertThat(outcome.fidelity().items()).isEqualTo(6 + 2 + 9);
  }

  @Test
  void aLargeLayerPassesThroughASmallHeap() throws IOException {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(LARGE);
    var outcome = drill(Selection.images("large/model"));
    assertThat(losses()).isEmpty();
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(all(outcome.ends().get(0).usage(), "GetBlob").receivedBytes()).isGreaterThan(LARGE);
  }

  @Test
  void aLayerWhoseBytesChangedOnTheDiskIsNamedAndNothingElseIs() throws IOException {
    var data = DESTINATION
        .storage()
        .resolve("blobs/sha256/%s/%s/data".formatted(own.hex().substring(0, 2), own.hex()));
    try {
      drill(shop(), Progress.at(Stage.RESURVEY, () -> write(data, "ONLY amd64 has it")));
      assertNamed();
      // What is more: the registry keeps what it has under a digest, though it is sent the right
      // bytes and says 201.
      drill(shop());
      assertNamed();
    } finally {
      write(data, "only amd64 has it");
    }
  }

  private void assertNamed() throws IOException {
    assertThat(losses())
        .containsExactly("%s content altered %s -> %s"
            .formatted(
                own.digest(),
                own.hex(),
                Digest.of("ONLY amd64 has it".getBytes(UTF_8)).substring(7)));
  }

  @Test
  void aTagThatWasMovedIsNamedAndNothingElseIs() throws IOException {
    drill(
        shop(),
        Progress.at(
            Stage.RESURVEY,
            () -> write(
                arrived("shop/web").resolve("_manifests/tags/1.0/current/link"),
                untagged.digest())));
    assertThat(losses())
        .containsExactlyInAnyOrder(
            "shop/web:1.0 points-to altered %s -> %s".formatted(index.digest(), untagged.digest()),
            "shop/web:1.0 media-type altered %s -> %s".formatted(Pusher.INDEX, Pusher.MANIFEST));
  }

  @Test
  void aManifestThatIsGoneIsNamedAndNothingElseIs() throws IOException {
    drill(shop(), Progress.at(Stage.RESURVEY, () -> remove(arm64)));
    assertThat(losses()).containsExactly("shop/web@%s item missing  -> ".formatted(arm64.digest()));
  }

  @Test
  void aSignatureThatIsGoneIsNamedAndNothingElseIs() throws IOException {
    drill(shop(), Progress.at(Stage.RESURVEY, () -> remove(signature)));
    assertThat(losses())
        .containsExactly("shop/web@%s item missing  -> ".formatted(signature.digest()));
  }

  @Test
  void aSignatureThatNobodyListsAnyMoreIsALossOfWhatItIsAbout() throws IOException {
    drill(
        shop(),
        Progress.at(
            Stage.RESURVEY,
            () -> delete(arrived("shop/web")
                .resolve("_manifests/tags/%s/current/link"
                    .formatted(ReferrersTag.of(index.digest()))))));
    assertThat(losses())
        .containsExactlyInAnyOrder(
            "shop/web@%s referrers lost %s: \"application/spdx+json\" -> "
                .formatted(index.digest(), sbom.digest()),
            "shop/web@%s referrers lost %s: \"application/vnd.example.signature\" -> "
                .formatted(index.digest(), signature.digest()));
  }

  @Test
  void anImageThatRunsOnNoNodeOfTheDestinationIsNamedByItsTag() throws IOException {
    var outcome = drill(
        shop(), Progress.NONE, DESTINATION, Map.of("platforms", "linux/amd64, windows/amd64"));
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(losses())
        .containsExactly(
            "shop/api:2.0 foreign-platform added  -> runs on linux/arm64; the nodes are linux/amd64, windows/amd64");
    assertThat(forArm.digest()).isNotEmpty();
  }

  @Test
  void aRegistryThatDeletesNothingIsLeftWithWhatTheReportNames() {
    var outcome = drill(shop(), Progress.NONE, KEEPER, Map.of());
    assertThat(outcome.leftovers()).hasSize(2).allSatisfy(left -> {
      assertThat(left.because()).contains("UNSUPPORTED");
      assertThat(left.wayOut())
          .startsWith("oras manifest delete --force --plain-http " + KEEPER.host());
    });
  }

  @Test
  void repositoriesWithTagsAreRefusedBeforeAnythingMoves() {
    new Pusher(DESTINATION.host()).image("taken/shop/web", "0.9", "amd64", "");
    assertThatThrownBy(() -> drill(shop().into("taken")))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("repository 'taken/shop/web' has 1 tags already, the first: 0.9");
  }

  @Test
  void whatWasThereBeforeStays() throws IOException {
    var destination = new Pusher(DESTINATION.host());
    var theirs = destination.blob("kept/shop/web", Pusher.LAYER, "only amd64 has it");
    assertThat(theirs.digest()).isEqualTo(own.digest());
    var outcome = drill(shop().into("kept"));
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Passed.class);
    // The other repository is the drill's own, and its name stays.
    assertThat(outcome.leftovers())
        .extracting(Leftover::what)
        .containsExactly("the name of repository kept/shop/api, which is empty");
    assertThat(destination.status("HEAD", "/v2/kept/shop/web/blobs/" + own.digest()))
        .isEqualTo(200);
    assertThat(destination.status("HEAD", "/v2/kept/shop/web/blobs/" + base.digest()))
        .isEqualTo(404);
    assertThat(destination.status("HEAD", "/v2/kept/shop/web/manifests/1.0")).isEqualTo(404);
  }

  @Test
  void aRepositoryThatIsNotThereIsMisuse() {
    assertThatThrownBy(() -> drill(Selection.images("shop/wbe")))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("repository 'shop/wbe' is not there or has no tag");
  }

  private Outcome drill(ImageSelection selection) {
    return drill(selection, Progress.NONE);
  }

  private Outcome drill(ImageSelection selection, Progress progress) {
    return drill(selection, progress, DESTINATION, Map.of());
  }

  private Outcome drill(
      ImageSelection selection, Progress progress, RegistryServer to, Map<String, String> more) {
    drill = new ImageDrill(folder);
    return drill.run(
        ImageDrill.end("aws", SOURCE.host(), Map.of()),
        ImageDrill.end("europe", to.host(), more),
        selection,
        progress);
  }

  private List<String> losses() throws IOException {
    return drill.losses();
  }

  private static Traffic all(Usage usage, String operation) {
    long requests = 0;
    long sent = 0;
    long received = 0;
    for (var operations : usage.stages().values()) {
      var one = operations.get(operation);
      if (one != null) {
        requests += one.requests();
        sent += one.sentBytes();
        received += one.receivedBytes();
      }
    }
    return new Traffic(requests, sent, received);
  }

  /** Where a repository arrived in the drill that is under way. */
  private static Path arrived(String repository) {
    try (var all = Files.list(DESTINATION.storage().resolve("repositories"))) {
      return all.filter(one -> one.getFileName().toString().startsWith("sortie-drill-"))
          .map(one -> one.resolve(repository))
          .filter(one -> Files.exists(one.resolve("_manifests/tags/1.0/current/link")))
          .findFirst()
          .orElseThrow();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void remove(Pushed manifest) {
    delete(arrived("shop/web")
        .resolve("_manifests/revisions/sha256/%s/link".formatted(manifest.hex())));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path file, String content) {
    try {
      assertThat(file).exists();
      Files.writeString(file, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
