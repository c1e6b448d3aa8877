package eu.sortie.scenario;

import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Trait;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTests {

  @Nested
  class Objects {

    @Test
    void areAllOfABucketUnlessNarrowed() {
      assertThat(objects("photos")).isEqualTo(new ObjectSelection("photos", "", ""));
      assertThat(objects("photos").into("archive").under("2026/"))
          .isEqualTo(objects("photos").under("2026/").into("archive"))
          .isEqualTo(new ObjectSelection("photos", "2026/", "archive"));
    }

    @Test
    void sayThemselves() {
      assertThat(objects("photos")).hasToString("objects of photos");
      assertThat(objects("photos").under("2026/")).hasToString("objects of photos under 2026/");
    }

    @Test
    void areOfOneKind() {
      assertThat(objects("photos").kinds().all()).startsWith(ObjectTraits.OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void areInABucket(String nothing) {
      assertThatExceptionOfType(Misuse.class)
          .isThrownBy(() -> objects(nothing))
          .withMessage("objects: no bucket is named, expected the name of a bucket at the source");
    }
  }

  @Nested
  class TraitsOfAnObject {

    @Test
    void areNamedOnceEach() {
      assertThat(ObjectTraits.OBJECT.traits())
          .extracting(Trait::name)
          .doesNotHaveDuplicates()
          .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void areLossesWhenTheyDifferExceptWhatAnHonestCopyChanges() {
      assertThat(ObjectTraits.OBJECT.traits())
          .filteredOn(trait -> !trait.comparedByDefault())
          .containsExactly(
              ObjectTraits.ETAG,
              ObjectTraits.LAST_MODIFIED,
              ObjectTraits.VERSION_ID,
              ObjectTraits.LATEST,
              ObjectTraits.OWNER);
    }
  }
}
