package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What repositories, digests, tags and requests are called. */
class NamesTests {

  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  @Test
  void aDigestIsOfTheBytesThatCame() throws IOException {
    var bytes = "abc".getBytes(StandardCharsets.UTF_8);
    var sha256 = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Digest.of(bytes)).isEqualTo(sha256);
    assertThat(Digest.names(sha256, bytes)).isTrue();
    assertThat(Digest.names(sha256, new byte[] {1})).isFalse();
    assertThat(Digest.of(new ByteArrayInputStream(bytes), "sha512:"))
        .startsWith("sha512:ddaf35a193617aba");
  }

  @Test
  void whatIsNotAWholeDigestIsNone() {
    assertThat(Digest.isOne(DIGEST)).isTrue();
    assertThat(Digest.isOne(DIGEST.substring(1))).isFalse();
    assertThat(Digest.isOne("sha256:../../etc")).isFalse();
  }

  @Test
  void theTagThatStandsInIsNoTagOfCosign() {
    var tag = ReferrersTag.of(DIGEST);
    assertThat(tag).isEqualTo(DIGEST.replace(':', '-'));
    assertThat(ReferrersTag.isOne(tag)).isTrue();
    assertThat(ReferrersTag.isOne(tag + ".sig")).isFalse();
    assertThat(ReferrersTag.isOne("sha256-short")).isFalse();
  }

  @Test
  void theTagOfALongDigestIsCut() {
    assertThat(ReferrersTag.of("sha512:" + "b".repeat(128))).isEqualTo("sha512-" + "b".repeat(64));
  }

  @Test
  void aKeyIsWhatPeopleSay() {
    assertThat(ImageKey.ofImage(ImageKey.image("shop/web", DIGEST)))
        .isEqualTo(new ImageKey("shop/web", DIGEST));
    assertThat(ImageKey.ofTag(ImageKey.tag("shop/web", "1.0")))
        .isEqualTo(new ImageKey("shop/web", "1.0"));
  }

  @Test
  void aSelectionNamesRepositoriesAndSingleImages() {
    var wanted = Wanted.of(List.of("shop/web", "shop/api@" + DIGEST));
    assertThat(wanted.whole()).containsExactly("shop/web");
    assertThat(wanted.repositories()).containsExactly("shop/api", "shop/web");
    assertThat(wanted.names("shop/api", DIGEST)).isTrue();
    assertThat(wanted.names("shop/web", DIGEST)).isFalse();
  }

  @Test
  void repositoriesArriveWhereTheScenarioSays() {
    var selection = Selection.images("shop/web");
    assertThat(Place.of(selection, "1a2b").of("shop/web")).isEqualTo("sortie-drill-1a2b/shop/web");
    assertThat(Place.of(selection.into("exit/"), "1a2b").of("shop/web")).isEqualTo("exit/shop/web");
    assertThat(Place.of(selection.into(ImageSelection.SAME_NAMES), "1a2b").of("shop/web"))
        .isEqualTo("shop/web");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v2/,                              GetRegistry",
    "GET,    /v2/_catalog,                      GetCatalog",
    "GET,    /v2/shop/tags/list,                GetTags",
    "HEAD,   /v2/shop/blobs/sha256:0,           HeadBlob",
    "POST,   /v2/shop/blobs/uploads/,           PostUpload",
    "PUT,    /v2/shop/blobs/uploads/1-2,        PutUpload",
    "PUT,    /v2/shop/manifests/1,              PutManifest",
    "GET,    /v2/shop/blobs/web/manifests/1,    GetManifest",
    "GET,    /v2/shop/referrers/sha256:0,       GetReferrers",
    "DELETE, /v2/shop/manifests/sha256:0,       DeleteManifest",
    "GET,    /token,                            GetElsewhere"
  })
  void aRequestIsCountedByWhatItIsAbout(String method, String path, String name) {
    assertThat(Operation.name(method, path)).isEqualTo(name);
    assertThat(Operation.reads(method))
        .isEqualTo(name.startsWith("Get") || name.startsWith("Head"));
  }
}
