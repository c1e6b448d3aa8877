package eu.sortie.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReckoningTests {

  @Test
  void whatAddsUpHasNoGap() {
    assertThat(new Reckoning(10, 0, 8, 1, 1, 7, 1, 7, 0, 7, 0, 0).gaps()).isEmpty();
    assertThat(Reckoning.NONE.gaps()).isEmpty();
  }

  @Test
  void anItemThatWasListedAndNeverReadIsAGap() {
    assertThat(new Reckoning(10, 0, 9, 0, 0, 9, 0, 9, 0, 9, 0, 0).gaps())
        .containsExactly("10 items were listed, but 9 were read, 0 not given and 0 had changed");
  }

  @Test
  void anItemThatWasReadAndNeitherWrittenNorRefusedIsAGap() {
    assertThat(new Reckoning(10, 0, 10, 0, 0, 9, 0, 9, 0, 9, 0, 0).gaps())
        .containsExactly("10 items were read, but 9 were written and 0 refused");
  }

  @Test
  void pagesThatCameTwiceHiddenItemsAndItemsSetApartAreRemarks() {
    var counted = new Reckoning(10, 2, 10, 0, 0, 10, 0, 9, 1, 10, 1, 3);

    assertThat(counted.gaps()).isEmpty();
    assertThat(counted.remarks())
        .containsExactly(
            "items were listed more than once, 2 times at the source and 1 at the destination; each counts once",
            "1 items are at the destination and not in its listing",
            "3 items were overwritten or deleted at the source while others left; they are set apart and not compared");
  }
}
