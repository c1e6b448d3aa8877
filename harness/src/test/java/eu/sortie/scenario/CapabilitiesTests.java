package eu.sortie.scenario;

import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Change;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Loss;
import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Capabilities.KeyRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapabilitiesTests {

  private static final Trait VERSION_TIME = Trait.compared("version-time");
  private static final Trait POSITION = Trait.compared("position");

  private static Capabilities stated(Subject subject, Statement statement) {
    return stated(Map.of(subject, statement), Map.of());
  }

  private static Capabilities stated(
      Map<Subject, Statement> statements, Map<String, String> classes) {
    return new Capabilities(
        "some",
        "Some, 2026-11-20",
        new TreeMap<>(statements),
        List.of(),
        new TreeMap<>(classes),
        new TreeMap<>());
  }

  private static Loss loss(Trait trait, Change change, String was, String became) {
    return new Loss.Altered(ItemId.of("object", "a"), trait, change, was, became);
  }

  private static Loss lostTags() {
    return loss(TAGS, Change.LOST, "a: \"1\"", "");
  }

  private static Statement says(Status status) {
    return new Statement(status, "at most 10", "their docs, 2026-01-01", true);
  }

  @Nested
  class AStatement {

    @Test
    void foretellsWhereItSaysThatSomethingIsNotKept() {
      var subject = Subject.ofObjects(TAGS);

      assertThat(stated(subject, says(Status.UNSUPPORTED)).foretells(lostTags()))
          .contains("at most 10 (their docs, 2026-01-01)");
      assertThat(stated(subject, says(Status.LIMITED)).foretells(lostTags()))
          .contains("at most 10 (their docs, 2026-01-01)");
    }

    @Test
    void foretellsNothingWhereItIsKeptOrNobodyKnows() {
      var subject = Subject.ofObjects(TAGS);

      assertThat(stated(subject, says(Status.SUPPORTED)).foretells(lostTags())).isEmpty();
      assertThat(stated(subject, says(Status.UNKNOWN)).foretells(lostTags())).isEmpty();
    }

    @Test
    void saysThatItIsUnverified() {
      var subject = Subject.ofObjects(TAGS);

      assertThat(stated(subject, new Statement(Status.UNSUPPORTED, "", "", false))
              .foretells(lostTags()))
          .contains("it does not keep this (unverified)");
      assertThat(stated(subject, new Statement(Status.UNSUPPORTED, "none", "a list", false))
              .foretells(lostTags()))
          .contains("none (a list, unverified)");
      assertThat(stated(subject, Statement.keepsNot("none")).foretells(lostTags()))
          .contains("none");
    }

    @Test
    void ofOneTraitForetellsNoOther() {
      assertThat(stated(Subject.ofObjects(REDIRECT_LOCATION), says(Status.UNSUPPORTED))
              .foretells(lostTags()))
          .isEmpty();
    }

    @Test
    void ofOneKindForetellsNoOther() {
      assertThat(
              stated(new Subject("bucket", "tags"), says(Status.UNSUPPORTED)).foretells(lostTags()))
          .isEmpty();
    }

    @Test
    void thatThereIsNoneForetellsNoneThatIsMadeUp() {
      var added = loss(TAGS, Change.ADDED, "", "a: \"1\"");

      assertThat(stated(Subject.ofObjects(TAGS), says(Status.UNSUPPORTED)).foretells(added))
          .isEmpty();
      assertThat(stated(Subject.ofObjects(TAGS), says(Status.LIMITED)).foretells(added))
          .isPresent();
    }

    @Test
    void isFoundBySubject() {
      var statement = says(Status.LIMITED);

      assertThat(stated(Subject.ofObjects(TAGS), statement).statement(Subject.ofObjects(TAGS)))
          .isEqualTo(statement);
      assertThat(Capabilities.UNSTATED.statement(Subject.ofObjects(TAGS)))
          .isEqualTo(Statement.NONE);
    }
  }

  @Nested
  class TheInstantOfAVersion {

    @Test
    void isForetoldToChangeAtAnyDestination() {
      assertThat(Capabilities.UNSTATED.foretells(
              loss(VERSION_TIME, Change.ALTERED, "2020-01-01", "2026-01-01")))
          .hasValueSatisfying(
              why -> assertThat(why).contains("the instant at which it is written"));
    }

    @ParameterizedTest
    @EnumSource(
        value = Change.class,
        names = {"LOST", "ADDED"})
    void isForetoldToChangeAndNotToGoOrCome(Change change) {
      assertThat(Capabilities.UNSTATED.foretells(loss(VERSION_TIME, change, "x", "y")))
          .isEmpty();
    }

    @Test
    void isAllThatIsForetoldEverywhere() {
      assertThat(Capabilities.UNSTATED.foretells(loss(POSITION, Change.ALTERED, "1", "2")))
          .isEmpty();
    }
  }

  @Nested
  class StorageClasses {

    private final Subject subject = Subject.ofObjects(STORAGE_CLASS);
    private final Capabilities capabilities =
        stated(Map.of(subject, says(Status.LIMITED)), Map.of("GLACIER", "STANDARD_IA"));

    @Test
    void areForetoldAsTheyAreMapped() {
      assertThat(
              capabilities.foretells(loss(STORAGE_CLASS, Change.ALTERED, "GLACIER", "STANDARD_IA")))
          .contains("it keeps GLACIER as STANDARD_IA (their docs, 2026-01-01)");
    }

    @Test
    void areASurpriseWhereTheyAreMappedOtherwise() {
      assertThat(capabilities.foretells(loss(STORAGE_CLASS, Change.ALTERED, "GLACIER", "STANDARD")))
          .isEmpty();
    }

    @Test
    void thatAreNotMappedFollowTheStatement() {
      assertThat(capabilities.foretells(
              loss(STORAGE_CLASS, Change.ALTERED, "DEEP_ARCHIVE", "STANDARD")))
          .isPresent();
    }

    @Test
    void areNothingToAnyOtherTrait() {
      assertThat(capabilities.foretells(loss(TAGS, Change.ALTERED, "GLACIER", "STANDARD_IA")))
          .isEmpty();
    }
  }

  @Nested
  class WholeItems {

    private final ItemId second = new ItemId("object", "a", "2");
    private final ItemId marker = new ItemId("delete-marker", "a", "3");

    @Test
    void ofAKindAreForetoldByAStatementOnTheKind() {
      var capabilities =
          stated(new Subject("delete-marker", Allowance.ITEM), says(Status.UNSUPPORTED));

      assertThat(capabilities.foretells(new Loss.Missing(marker))).isPresent();
      assertThat(capabilities.foretells(new Loss.Missing(second))).isEmpty();
      assertThat(capabilities.foretells(new Loss.Unexpected(marker))).isEmpty();
    }

    @Test
    void inAHistoryAreForetoldWhereNoVersionsAreKept() {
      var capabilities = stated(new Subject("object", Subject.VERSIONS), says(Status.UNSUPPORTED));

      assertThat(capabilities.foretells(new Loss.Missing(second))).isPresent();
      assertThat(capabilities.foretells(new Loss.Missing(ItemId.of("object", "a"))))
          .isEmpty();
    }

    @Test
    void areForetoldByTheirKeyWhateverIsLost() {
      var capabilities =
          new Capabilities("x", Map.of(), List.of(new KeyRule("//", "slashes collapse")));
      var id = ItemId.of("object", "a//b\n");

      assertThat(capabilities.foretells(new Loss.Missing(id))).contains("slashes collapse");
      assertThat(capabilities.foretells(new Loss.Altered(id, TAGS, Change.LOST, "x", "")))
          .contains("slashes collapse");
      assertThat(capabilities.foretells(new Loss.Unexpected(id))).isEmpty();
      assertThat(capabilities.foretells(new Loss.Missing(ItemId.of("object", "a/b"))))
          .isEmpty();
    }
  }

  @Test
  void doNotChangeWithWhatTheyCameFrom() {
    var limits = new TreeMap<>(Map.of("parts", new Limit(BigDecimal.TEN, "", "docs", true)));
    var classes = new TreeMap<>(Map.of("GLACIER", "STANDARD"));
    var statements = new TreeMap<>(new HashMap<>(Map.of(Subject.ofObjects(TAGS), Statement.NONE)));
    var stated = new Capabilities("x", "X", statements, List.of(), classes, limits);
    limits.clear();
    classes.clear();
    statements.clear();

    assertThat(stated.limits()).containsOnlyKeys("parts");
    assertThat(stated.classes()).containsOnlyKeys("GLACIER");
    assertThat(stated.statements()).containsOnlyKeys(Subject.ofObjects(TAGS));
  }

  @Test
  void subjectsGoFromObjectsToTheBucket() {
    var bucket = new Subject("bucket", "cors");
    var marker = new Subject("delete-marker", "position");
    var tags = new Subject("object", "tags");

    assertThat(
            List.of(bucket, marker, new Subject("object", "acl"), tags).stream().sorted())
        .containsExactly(new Subject("object", "acl"), tags, marker, bucket);
    assertThat(tags).hasToString("object tags");
  }
}
