package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BlameTests {

  private final Item item = new Item(
      ItemId.of("object", "k"),
      Map.of(
          TAGS, Value.entries(Map.of("a", "b")),
          STORAGE_CLASS, Value.text("GLACIER"),
          REDIRECT_LOCATION, Value.text("/there"),
          ENCRYPTION, Value.entries(Map.of("mode", "AES256")),
          ACL, Value.entries(Map.of("AllUsers", "READ"))));

  private final Blame blame = new Blame(item, Map.of());

  private static S3Exception answer(int status, String code, String message) {
    return (S3Exception) S3Exception.builder()
        .statusCode(status)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }

  /** An end that refuses whatever carries one of some traits, always in the same words. */
  private Set<Trait> conceded(Set<Trait> refused, S3Exception words) {
    while (!blame.out().keySet().containsAll(refused)) {
      assertThat(blame.refused(words)).isTrue();
    }
    return blame.out().keySet();
  }

  @Test
  void isOnTheTraitTheEndNames() {
    assertThat(blame.refused(answer(400, "InvalidStorageClass", "no such class")))
        .isTrue();
    assertThat(blame.out()).containsOnlyKeys(STORAGE_CLASS);

    assertThat(blame.refused(answer(501, "NotImplemented", "KMS is not configured")))
        .isTrue();
    assertThat(blame.out()).containsOnlyKeys(STORAGE_CLASS, ENCRYPTION);
  }

  @Test
  void isOnOneAloneWhereThatIsEnough() {
    assertThat(conceded(Set.of(REDIRECT_LOCATION), answer(501, "NotImplemented", "no")))
        .containsExactly(REDIRECT_LOCATION);
  }

  @Test
  void isOnAsFewAsCanBeWhereOneIsNot() {
    assertThat(conceded(Set.of(TAGS, ENCRYPTION), answer(501, "NotImplemented", "no")))
        .containsExactlyInAnyOrder(TAGS, ENCRYPTION);
  }

  @Test
  void isOnNothingElseAfterOtherWords() {
    assertThat(blame.refused(answer(400, "InvalidRequest", "one thing"))).isTrue();
    assertThat(blame.refused(answer(400, "InvalidRequest", "another"))).isTrue();

    assertThat(blame.out().keySet()).startsWith(TAGS).hasSize(2);
  }

  @Test
  void isOnRightsOnlyWhereATraitNeedsItsOwn() {
    assertThat(blame.refused(answer(403, "AccessDenied", "Access Denied"))).isTrue();
    assertThat(blame.out()).containsOnlyKeys(ACL);
    assertThat(blame.refused(answer(403, "AccessDenied", "Access Denied"))).isFalse();
  }

  @Test
  void endsWhereNothingIsLeftToLeaveOut() {
    var bare = new Blame(new Item(ItemId.of("object", "k"), Map.of()), Map.of());

    assertThat(bare.refused(answer(400, "InvalidRequest", "no"))).isFalse();
  }

  @Test
  void isForGoodWhereItIsAboutTheEndOrTheBucket() {
    assertThat(Blame.isForGood("501 NotImplemented no")).isTrue();
    assertThat(Blame.isForGood("400 InvalidRequest Bucket is missing ObjectLockConfiguration"))
        .isTrue();
    assertThat(Blame.isForGood("400 InvalidStorageClass no")).isFalse();
  }
}
