package eu.sortie.s3.bucket;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.List;
import java.util.Map;

/** What a configuration says, apart from how it is written down. */
interface Meaning {

  /**
   * Reads the meaning off documents.
   *
   * @param documents as the end gave them; several only where a list came in pages
   * @param bucket whose they are: its own name says {@link OwnName#PLACEHOLDER}
   */
  Map<Trait, Value> of(List<String> documents, String bucket) throws UnreadableException;

  /** The meaning of one trait that stands in one XML document, or in pages of them. */
  static Meaning ofXml(Trait trait, OfElement meaning) {
    return (documents, bucket) -> Map.of(trait, meaning.of(Pages.together(documents), bucket));
  }

  /** Reads the meaning off a root element. */
  interface OfElement {
    Value of(XmlElement root, String bucket);
  }
}
