package eu.sortie.oci;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTests {

  @Test
  void whatIsListedComesBeforeItsIndexAndTagsComeLast() {
    var tag = new Item(ItemId.of("image-tag", "shop/web:1"), Map.of());
    var index =
        image("i").with(ImageTraits.MANIFESTS, Value.entries(Map.of("001", "sha256:m type 1")));
    var outer =
        image("o").with(ImageTraits.MANIFESTS, Value.entries(Map.of("001", "sha256:i type 1")));
    var signature = image("s").with(ImageTraits.SUBJECT, Value.text("sha256:o"));
    assertThat(Order.of(List.of(tag, signature, outer, index, image("m"))))
        .extracting(item -> item.id().key())
        .containsExactly(
            "shop/web@sha256:m",
            "shop/web@sha256:i",
            "shop/web@sha256:o",
            "shop/web@sha256:s",
            "shop/web:1");
  }

  @Test
  void aCircleThatADocumentClaimsEnds() {
    var one = image("a").with(ImageTraits.SUBJECT, Value.text("sha256:b"));
    var other = image("b").with(ImageTraits.SUBJECT, Value.text("sha256:a"));
    assertThat(Order.of(List.of(one, other))).hasSize(2);
  }

  private static Item image(String digest) {
    return new Item(ItemId.of("image", "shop/web@sha256:" + digest), Map.of());
  }
}
