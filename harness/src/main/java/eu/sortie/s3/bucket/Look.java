package eu.sortie.s3.bucket;

import java.util.List;

/** What an end said when it was asked for one configuration. */
sealed interface Look {

  /** The bucket has it, or has the place for it; several documents only where a list came in pages. */
  record Has(List<String> documents) implements Look {
    public Has {
      documents = List.copyOf(documents);
    }
  }

  /** The bucket has none. */
  record None() implements Look {}

  /** The end knows no such thing, in its own words. */
  record NotImplemented(String words) implements Look {}

  /** Nobody knows whether the bucket has one, because. */
  record Unknown(String because) implements Look {}
}
