package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.EXPOSURE;
import static eu.sortie.scenario.ObjectTraits.LEGAL_HOLD;
import static eu.sortie.scenario.ObjectTraits.RETENTION;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import eu.sortie.testbed.TinyServer.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both libraries ask the same questions, and no more of them than they have to. */
@Timeout(60)
class SideTraitsTests {

  private static final String PUBLIC = """
      <AccessControlPolicy><Owner><ID>me</ID></Owner><AccessControlList>
      <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>me</ID></Grantee>
      <Permission>FULL_CONTROL</Permission></Grant>
      <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group">
      <URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>
      </AccessControlList></AccessControlPolicy>""";
  private static final String LOCKABLE =
      "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>";
  private static final String RETAINED =
      "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2026-11-24T21:56:05Z</RetainUntilDate></Retention>";
  private static final String ENFORCED =
      "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>";

  private final Map<String, Answer> answers = new HashMap<>();
  private final List<String> found = new ArrayList<>();
  private final TinyServer server = new TinyServer(request -> answers.entrySet().stream()
      .filter(entry -> request.target().endsWith(entry.getKey()))
      .map(Map.Entry::getValue)
      .findFirst()
      .orElse(Answer.error(404, "NotFound")));
  private final S3Connection connection =
      new S3Connection(server.end("europe"), Line.readOnly("europe"));

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  private SideTraits side(String library) {
    return new SideTraits(
        library.equals("sdk")
            ? new SdkAsking(connection, "b")
            : new HttpAsking(new SignedGet(connection, "b")),
        found::add);
  }

  private static Map<Trait, Value> complete(SideTraits side, String key) {
    var traits = new LinkedHashMap<>(new ObjectHeaders(Map.of()).traits());
    side.complete(
        new Item(ItemId.of("object", key), Map.of()), new ObjectHeaders(Map.of()), traits);
    return traits;
  }

  private List<String> asked() {
    return server.seen().stream().map(TinyServer.Seen::target).toList();
  }

  private Stream<String> askedOf(String key) {
    return asked().stream().filter(target -> target.startsWith("/b/" + key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void aPublicObjectIsShownAsThat(String library) {
    answers.put("acl", Answer.of(200, PUBLIC));

    assertThat(complete(side(library), "k"))
        .containsEntry(ACL, Value.entries(Map.of("AllUsers", "READ")))
        .containsEntry(EXPOSURE, Value.text("public-read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void noObjectIsAskedAboutWhereTheOwnerOwnsAll(String library) {
    answers.put("ownershipControls", Answer.of(200, ENFORCED));

    assertThat(complete(side(library), "k"))
        .containsEntry(ACL, Value.absent())
        .containsEntry(EXPOSURE, Value.absent());
    assertThat(askedOf("k")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void anEndWithoutAccessListsIsAskedOnce(String library) {
    answers.put("acl", Answer.error(501, "NotImplemented"));
    var side = side(library);

    assertThat(complete(side, "k")).containsEntry(ACL, Value.absent());
    int before = asked().size();
    assertThat(complete(side, "l")).containsEntry(EXPOSURE, Value.absent());
    assertThat(asked()).hasSize(before);
    assertThat(found)
        .containsExactly(
            "objects are not asked for access lists: asked for one, it said: 501 NotImplemented made up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void aServerKnownToHaveNoAccessListsIsNotAskedWhateverItWouldAnswer(String library) {
    answers.put("acl", Answer.error(404, "NoSuchVersion"));
    var traits = new LinkedHashMap<Trait, Value>();
    side(library)
        .complete(
            new Item(ItemId.of("object", "k"), Map.of()),
            new ObjectHeaders(Map.of("Server", List.of("MinIO"))),
            traits);

    assertThat(traits).containsEntry(ACL, Value.absent()).containsEntry(EXPOSURE, Value.absent());
    assertThat(asked()).noneMatch(target -> target.endsWith("acl"));
    assertThat(found)
        .containsExactly(
            "objects are not asked for access lists: it names itself MinIO, which has none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void whatMayNotBeSeenIsUnknown(String library) {
    answers.put("acl", Answer.error(403, "AccessDenied"));

    assertThat(complete(side(library), "k"))
        .containsEntry(ACL, Value.unknown("403 AccessDenied made up"))
        .containsEntry(EXPOSURE, Value.unknown("403 AccessDenied made up"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void locksThatAGetDoesNotShowAreAskedFor(String library) {
    answers.put("object-lock", Answer.of(200, LOCKABLE));
    answers.put("retention", Answer.of(200, RETAINED));
    answers.put("legal-hold", Answer.of(200, "<LegalHold><Status>ON</Status></LegalHold>"));

    assertThat(complete(side(library), "k"))
        .containsEntry(
            RETENTION, Value.entries(Map.of("mode", "GOVERNANCE", "until", "2026-11-24T21:56:05Z")))
        .containsEntry(LEGAL_HOLD, Value.text("ON"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void noObjectIsAskedForLocksWhereTheBucketHasNone(String library) {
    answers.put("acl", Answer.of(200, PUBLIC));
    var side = side(library);
    complete(side, "k");
    complete(side, "l");

    assertThat(asked()).filteredOn(target -> target.endsWith("object-lock")).hasSize(1);
    assertThat(asked()).noneMatch(target -> target.contains("retention"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void aGetIsTrustedOnceItHasShownALock(String library) {
    answers.put("object-lock", Answer.of(200, LOCKABLE));
    var side = side(library);
    var shown = new LinkedHashMap<>(new ObjectHeaders(Map.of(
            "x-amz-object-lock-mode", List.of("GOVERNANCE"),
            "x-amz-object-lock-retain-until-date", List.of("2026-11-24T21:56:05Z")))
        .traits());
    side.complete(new Item(ItemId.of("object", "k"), Map.of()), new ObjectHeaders(Map.of()), shown);

    assertThat(complete(side, "l")).containsEntry(RETENTION, Value.absent());
    assertThat(asked()).noneMatch(target -> target.contains("retention"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdk", "http"})
  void anAnswerToAnotherQuestionIsNone(String library) {
    answers.put("object-lock", Answer.of(200, LOCKABLE));
    answers.put("retention", Answer.of(200, "the bytes of the object"));

    assertThat(complete(side(library), "k")).containsEntry(RETENTION, Value.absent());
  }
}
