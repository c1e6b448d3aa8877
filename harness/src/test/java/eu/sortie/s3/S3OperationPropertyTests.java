package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class S3OperationPropertyTests {

  @Property(tries = 300)
  void everyRequestHasAName(
      @ForAll("methods") String method, @ForAll("targets") String target, @ForAll boolean inPath) {
    assertThat(S3Operation.name(method, URI.create("http://host" + target), inPath))
        .isNotBlank();
  }

  @Property(tries = 300)
  void whatIsInAKeyDoesNotChangeTheName(@ForAll("keys") List<String> pieces) {
    var uri = URI.create("http://host/photos/k" + String.join("", pieces));

    assertThat(S3Operation.name("GET", uri, true)).isEqualTo("GetObject");
    assertThat(S3Operation.name("PUT", uri, true)).isEqualTo("PutObject");
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.oneOf(
        Arbitraries.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "get", ""),
        Arbitraries.strings().ofMaxLength(5));
  }

  @Provide
  Arbitrary<List<String>> keys() {
    return Arbitraries.of(
            "/", "//", ".", "..", "%3F", "%26", "tagging", "uploadId=", "%00", "%F0%9F%98%80", "+")
        .list()
        .ofMaxSize(12);
  }

  /** Empty paths, bare question marks, empty names and values, and the words that name subresources. */
  @Provide
  Arbitrary<String> targets() {
    var path = Arbitraries.of("", "/", "//", "/photos", "/photos/", "/photos//", "/photos/a", "///")
        .list()
        .ofMaxSize(3)
        .map(some -> String.join("", some))
        .filter(text -> text.isEmpty() || text.startsWith("/"));
    var query = Arbitraries.of(
            "",
            "=",
            "&",
            "uploadId",
            "uploadId=",
            "tagging",
            "legal-hold",
            "versions",
            "delete",
            "list-type=2",
            "a=b=c",
            "%3D")
        .list()
        .ofMaxSize(4)
        .map(some -> String.join("&", some));
    return path.flatMap(
        some -> Arbitraries.oneOf(Arbitraries.just(some), query.map(more -> some + "?" + more)));
  }
}
