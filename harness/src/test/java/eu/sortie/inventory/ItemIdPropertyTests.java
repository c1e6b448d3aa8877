package eu.sortie.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ItemIdPropertyTests {

  @Property
  void itIsTheUnsignedByteOrderOfUtf8(
      @ForAll("spellings") String left, @ForAll("spellings") String right) {
    var bytes = Arrays.compareUnsigned(utf8(left), utf8(right));

    assertSameSign(ItemId.of("object", left), ItemId.of("object", right), bytes);
    assertSameSign(new ItemId(left, "k", ""), new ItemId(right, "k", ""), bytes);
    assertSameSign(new ItemId("object", "k", left), new ItemId("object", "k", right), bytes);
  }

  private static void assertSameSign(ItemId left, ItemId right, int bytes) {
    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(Integer.signum(bytes));
  }

  /** From an alphabet so small that two spellings often share their beginning, up to half a supplementary character. */
  @Provide
  Arbitrary<String> spellings() {
    return Arbitraries.of(
            "a", "/", "\u0000", "\u007f", "é", "\ud7ff", "～", "\uffff", "😀", "😁", "𝄞")
        .list()
        .ofMaxSize(5)
        .map(letters -> String.join("", letters));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
