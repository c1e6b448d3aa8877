package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestTests {

  private static final String A = "sha256:" + "a".repeat(64);
  private static final String B = "sha256:" + "b".repeat(64);

  @Test
  void anImageIsItsConfigurationAndItsLayersInTheirOrder() {
    var manifest = manifest("""
        {'config': {'mediaType': 'c', 'digest': '%s', 'size': 7},
         'layers': [{'mediaType': 'l', 'digest': '%s', 'size': 9}, {'mediaType': 'l', 'digest': '%s', 'size': 7}]}""".formatted(A, B, A));
    assertThat(manifest.traits())
        .containsEntry(ImageTraits.CONFIG, Value.text(A + " c 7"))
        .containsEntry(
            ImageTraits.LAYERS, Value.entries(Map.of("001", B + " l 9", "002", A + " l 7")))
        .containsEntry(ImageTraits.MANIFESTS, Value.absent())
        .containsEntry(ImageTraits.SUBJECT, Value.absent());
    assertThat(manifest.blobs()).extracting(Descriptor::digest).containsExactly(B, A, A);
  }

  @Test
  void anIndexListsPlatformsAndAttestationsHaveNone() {
    var manifest = manifest("""
        {'annotations': {'k': 'v'},
         'manifests': [
          {'mediaType': 'm', 'digest': '%s', 'size': 1, 'platform': {'os': 'linux', 'architecture': 'arm64', 'variant': 'v8'}},
          {'mediaType': 'm', 'digest': '%s', 'size': 2, 'platform': {'os': 'unknown', 'architecture': 'unknown'}}]}""".formatted(A, B));
    assertThat(manifest.listedPlatforms()).containsExactly(Map.entry("linux/arm64/v8", A));
    assertThat(manifest.manifests()).hasSize(2);
    assertThat(manifest.traits())
        .containsEntry(ImageTraits.ANNOTATIONS, Value.entries(Map.of("k", "v")));
  }

  @Test
  void aSignatureSaysWhatItIsAndWhatItIsAbout() {
    var manifest = manifest("""
        {'artifactType': 'application/x', 'config': {'mediaType': 'c', 'digest': '%s'}, 'subject': {'digest': '%s'}}""".formatted(A, B));
    assertThat(manifest.subject()).contains(B);
    assertThat(manifest.artifactType()).isEqualTo("application/x");
  }

  @Test
  void anArtifactWithoutATypeIsWhatItsConfigurationIs() {
    assertThat(manifest("{'config': {'mediaType': 'c', 'digest': '%s'}}".formatted(A))
            .artifactType())
        .isEqualTo("c");
  }

  @Test
  void theOldSchemaHasLayersWithoutSizes() {
    var layers = manifest("{'schemaVersion': 1, 'fsLayers': [{'blobSum': '%s'}]}".formatted(A))
        .layers();
    assertThat(layers).singleElement().satisfies(layer -> {
      assertThat(layer.digest()).isEqualTo(A);
      assertThat(layer.size()).isEqualTo(-1);
    });
  }

  @Test
  void aLayerFromElsewhereIsKnownByItsAddresses() {
    var layers = manifest("""
        {'layers': [{'mediaType': 'l', 'digest': '%s', 'urls': ['https://elsewhere.example/l']}, {'mediaType': 'l', 'digest': '%s'}]}""".formatted(A, B)).layers();
    assertThat(layers)
        .extracting(Descriptor::words)
        .containsExactly(A + " l -1 from elsewhere", B + " l -1");
  }

  @Test
  void whatIsNoJsonSaysNothing() {
    var manifest = Manifest.of("not json".getBytes(StandardCharsets.UTF_8));
    assertThat(manifest.blobs()).isEmpty();
    assertThat(manifest.manifests()).isEmpty();
  }

  private static Manifest manifest(String json) {
    return Manifest.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
