package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.LATEST;
import static eu.sortie.scenario.ObjectTraits.LISTED;
import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.OWNER;
import static eu.sortie.scenario.ObjectTraits.POSITION;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.VERSION_ID;
import static eu.sortie.scenario.ObjectTraits.VERSION_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Line;
import eu.sortie.spi.Reader;
import eu.sortie.spi.RefusedException;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import eu.sortie.testbed.TinyServer.Seen;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which library reads what back, told by the name that each gives itself on the wire. */
@Timeout(60)
class WitnessLibraryTests {

  private static final String SDK = "AWS SDK";
  private static final String BY_HAND = "AWS SDK's HTTP client, by hand";
  private static final String MINIO = "MinIO client";
  private static final String OKHTTP = "OkHttp";
  private static final String JDK = "java.net.http, by hand";

  /** What a drill makes of the listing and of the bytes; what a witness reads is complete without. */
  private static final Set<Trait> OF_THE_DRILL = Set.of(
      CONTENT, SIZE, LISTED, POSITION, NULL_VERSION, VERSION_TIME, VERSION_ID, LATEST, OWNER);

  private final TinyServer server = new TinyServer(WitnessLibraryTests::answer);
  private final Line line = Line.open("europe");
  private final S3Connection connection = new S3Connection(server.end("europe"), line);

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private static String operation(Seen request) {
    return S3Operation.name(request.method(), URI.create("http://any" + request.target()), true);
  }

  private static String library(Seen request) {
    var agent = request.headers().getOrDefault("User-Agent", "");
    if (agent.startsWith("aws-sdk-java")) {
      return SDK;
    }
    if (agent.startsWith("Java-http-client/")) {
      return JDK;
    }
    if (agent.startsWith("MinIO")) {
      return MINIO;
    }
    if (agent.startsWith("okhttp/")) {
      return OKHTTP;
    }
    return agent.startsWith("Apache-HttpCore/") ? BY_HAND : "unknown: " + agent;
  }

  private static Answer answer(Seen request) {
    return switch (operation(request)) {
      case "ListObjectVersions" ->
        Answer.of(
            200,
            "<ListVersionsResult><IsTruncated>false</IsTruncated>"
                + version("plain") + version("a/../dots") + version("cold")
                + "<DeleteMarker><Key>gone</Key><VersionId>4</VersionId><IsLatest>true</IsLatest>"
                + "<LastModified>2026-11-25T00:00:00.000Z</LastModified></DeleteMarker></ListVersionsResult>");
      case "ListObjectsV2" ->
        Answer.of(
            200,
            "<ListBucketResult><Name>photos</Name><IsTruncated>false</IsTruncated><Contents><Key>plain</Key>"
                + "<LastModified>2026-11-25T00:00:00.000Z</LastModified><ETag>\"e\"</ETag><Size>5</Size></Contents></ListBucketResult>");
      case "GetBucketVersioning" ->
        Answer.of(
            200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
      case "GetBucketObjectLock" ->
        Answer.of(
            200,
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>");
      case "GetObjectTagging" ->
        Answer.of(
            200,
            "<Tagging><TagSet><Tag><Key> a </Key><Value>" + library(request)
                + "</Value></Tag></TagSet></Tagging>");
      case "GetObjectAcl" ->
        Answer.of(
            200,
            "<AccessControlPolicy><Owner><ID>o</ID></Owner><AccessControlList/></AccessControlPolicy>");
      case "GetObjectRetention" ->
        Answer.of(
            200,
            "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate></Retention>");
      case "GetObjectLegalHold" -> Answer.of(200, "<LegalHold><Status>ON</Status></LegalHold>");
      case "GetObject", "HeadObject" ->
        request.target().contains("/cold") && request.method().equals("GET")
            ? Answer.error(403, "InvalidObjectState")
            : Answer.of(200, "bytes").with("Content-Language", "fr").with("ETag", "\"e\"");
      default -> Answer.error(501, "NotImplemented");
    };
  }

  private static String version(String key) {
    return "<Version><Key>%s</Key><VersionId>1</VersionId><IsLatest>true</IsLatest><Size>5</Size><ETag>\"e\"</ETag>"
            .formatted(key)
        + "<LastModified>2026-11-25T00:00:00.000Z</LastModified></Version>";
  }

  private MinioWitness witness(boolean versions) {
    return new MinioWitness(connection, "photos", "photos", versions);
  }

  /** Everything that is listed, read to its last byte. */
  private static List<Item> readAll(Reader reader) throws IOException {
    var listed = new ArrayList<Item>();
    reader.list(listed::add);
    var seen = new ArrayList<Item>();
    for (var item : listed) {
      try (var reading = reader.read(item)) {
        reading.bytes().readAllBytes();
        seen.add(reading.item());
      } catch (RefusedException archived) {
        archived.seen().ifPresent(seen::add);
      }
    }
    return seen;
  }

  private Map<String, Set<String>> byLibrary() {
    var operations = new TreeMap<String, Set<String>>();
    server
        .seen()
        .forEach(request -> operations
            .computeIfAbsent(library(request), any -> new TreeSet<>())
            .add(operation(request)));
    return operations;
  }

  @Test
  void nothingIsReadBackThroughTheOneThatWrote() throws IOException {
    for (var versions : List.of(true, false)) {
      try (var witness = witness(versions)) {
        readAll(witness);
      }
    }

    assertThat(byLibrary()).containsOnlyKeys(OKHTTP, MINIO, JDK);
    assertThat(byLibrary().get(OKHTTP)).containsExactly("GetObject");
    assertThat(byLibrary().get(MINIO))
        .containsExactlyInAnyOrder("GetObjectTagging", "ListObjectsV2");
  }

  @Test
  void everyTraitOfEveryKindIsReadBackSo() throws IOException {
    List<Item> seen;
    try (var witness = witness(true)) {
      seen = readAll(witness);
    }

    for (var kind : kinds()) {
      assertThat(seen)
          .filteredOn(item -> item.id().kind().equals(kind.name()))
          .as(kind.name())
          .isNotEmpty()
          .allSatisfy(item -> {
            var missing = new HashSet<>(kind.traits());
            missing.removeAll(item.traits().keySet());
            missing.removeAll(OF_THE_DRILL);
            assertThat(missing).as("traits nobody read of %s", item.id()).isEmpty();
            assertThat(item.traits().values())
                .as("%s", item.id())
                .noneMatch(Value.Unknown.class::isInstance);
          });
    }
  }

  @Test
  void theTagsOfEachKeyNameWhoRead() throws IOException {
    try (var witness = witness(true)) {
      assertThat(readAll(witness))
          .filteredOn(item -> item.traits().containsKey(ObjectTraits.TAGS))
          .extracting(item -> item.id().key(), item -> item.value(ObjectTraits.TAGS))
          .containsExactlyInAnyOrder(
              tuple("plain", Value.entries(Map.of(" a ", MINIO))),
              tuple("a/../dots", Value.entries(Map.of(" a ", JDK))),
              tuple("cold", Value.entries(Map.of(" a ", JDK))));
    }
  }

  /** What is asked by hand at both ends is understood by our own code alone: that has to be named. */
  @Test
  void whatOneReaderOfOursReadsAtBothEndsIsNamed() throws IOException {
    var left = new S3Connection(server.end("aws"), Line.readOnly("aws"));
    try (var source = new S3Source(left, Selection.objects("photos"))) {
      readAll(source);
      assertThat(source.notCovered()).contains(OneReader.WORDS);
    }
    var atTheSource = byLibrary();
    try (var witness = witness(true)) {
      readAll(witness);
    }
    var byHandAtBoth = new TreeSet<>(byLibrary().get(JDK));
    byHandAtBoth.retainAll(atTheSource.get(BY_HAND));

    assertThat(atTheSource).containsOnlyKeys(SDK, BY_HAND);
    assertThat(byHandAtBoth)
        .as("asked by hand at both ends, and not named in '%s'", OneReader.WORDS)
        .contains("ListObjectVersions", "GetBucketPolicy")
        .allMatch(operation ->
            operation.equals("ListObjectVersions") || operation.startsWith("GetBucket"));
  }

  private static List<Kind> kinds() {
    return Selection.objects("photos").kinds().all();
  }
}
