package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.EXPOSURE;
import static eu.sortie.scenario.ObjectTraits.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.Comparison;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Value;
import eu.sortie.s3.Acl.Grant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AclTests {

  private static final String GROUPS = "http://acs.amazonaws.com/groups/global/";
  private static final Grant OWNERS = new Grant("id", "me", "FULL_CONTROL");

  private static Grant group(String group, String permission) {
    return new Grant("group", GROUPS + group, permission);
  }

  private static Acl acl(Grant... grants) {
    return Acl.of("me", List.of(grants));
  }

  private static Item item(Acl acl) {
    return new Item(ItemId.of("object", "k"), acl.traits());
  }

  private static List<Change> changes(Acl before, Acl after) {
    return Comparison.of(item(before), item(after), List.of(EXPOSURE)).losses().stream()
        .map(Loss::change)
        .toList();
  }

  @Nested
  class WhatIsShown {

    @Test
    void theOwnersOwnFullControlIsSetApart() {
      assertThat(acl(OWNERS).traits())
          .containsEntry(ACL, Value.absent())
          .containsEntry(EXPOSURE, Value.absent())
          .containsEntry(OWNER, Value.text("me"));
    }

    @Test
    void lessThanFullControlOfTheOwnerIsNot() {
      assertThat(acl(new Grant("id", "me", "READ")).traits())
          .containsEntry(ACL, Value.entries(Map.of("owner", "READ")));
    }

    @Test
    void groupsAndAccountsAreGrantees() {
      assertThat(acl(
                  OWNERS,
                  group("AllUsers", "WRITE"),
                  group("AllUsers", "READ"),
                  new Grant("id", "them", "FULL_CONTROL"))
              .traits())
          .containsEntry(
              ACL, Value.entries(Map.of("AllUsers", "READ, WRITE", "id:them", "FULL_CONTROL")))
          .containsEntry(EXPOSURE, Value.text("public-read-write"));
    }

    @Test
    void anAccountIsNoExposure() {
      assertThat(acl(OWNERS, new Grant("id", "them", "READ")).traits())
          .containsEntry(EXPOSURE, Value.absent());
    }
  }

  @Nested
  class WhatIsLost {

    private final Acl open = acl(OWNERS, group("AllUsers", "READ"));

    @Test
    void isNothingOfAPrivateObjectAtAnEndWithoutAccessLists() {
      assertThat(changes(acl(OWNERS), Acl.NONE)).isEmpty();
    }

    @Test
    void isTheExposureOfAPublicOne() {
      assertThat(changes(open, Acl.NONE)).containsExactly(Change.LOST);
      assertThat(changes(open, acl(OWNERS))).containsExactly(Change.LOST);
    }

    @Test
    void isNamedWhereAPrivateOneBecomesPublic() {
      assertThat(changes(acl(OWNERS), open)).containsExactly(Change.ADDED);
    }

    @Test
    void isNamedWhereItIsOpenToOthersThanBefore() {
      assertThat(changes(open, acl(OWNERS, group("AuthenticatedUsers", "READ"))))
          .containsExactly(Change.ALTERED);
    }
  }

  @Nested
  class WhatIsSent {

    private Map<String, String> headers(Acl acl, String owner) {
      return Grants.headers(item(acl).value(ACL), () -> owner);
    }

    @Test
    void isTheCannedListWhereItFits() {
      assertThat(headers(acl(OWNERS, group("AllUsers", "READ")), "you"))
          .containsExactly(Map.entry("x-amz-acl", "public-read"));
      assertThat(headers(acl(OWNERS, group("AuthenticatedUsers", "READ")), "you"))
          .containsExactly(Map.entry("x-amz-acl", "authenticated-read"));
    }

    @Test
    void isEachGrantWhereNoneFitsAndTheOwnersOwnToo() {
      assertThat(
              headers(acl(OWNERS, group("AllUsers", "READ"), group("AllUsers", "READ_ACP")), "you"))
          .containsOnly(
              Map.entry("x-amz-grant-full-control", "id=\"you\""),
              Map.entry("x-amz-grant-read", "uri=\"" + GROUPS + "AllUsers\""),
              Map.entry("x-amz-grant-read-acp", "uri=\"" + GROUPS + "AllUsers\""));
    }

    @Test
    void isNothingWhereTheNewOwnerWouldLockItselfOut() {
      assertThat(headers(acl(OWNERS, group("AllUsers", "READ_ACP")), "")).isEmpty();
    }

    @Test
    void isNeverAnAccount() {
      var shared = acl(OWNERS, new Grant("id", "them", "READ"));

      assertThat(headers(shared, "you")).isEmpty();
      assertThat(Grants.holdsAccounts(item(shared).value(ACL))).isTrue();
    }
  }
}
