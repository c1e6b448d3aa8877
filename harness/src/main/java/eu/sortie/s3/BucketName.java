package eu.sortie.s3;

import eu.sortie.scenario.ObjectSelection;
import java.util.Locale;

/** The name of the bucket a drill writes to: legal everywhere, whatever the source's bucket is called. */
final class BucketName {

  /** S3 takes 3 to 63 characters. */
  private static final int LONGEST = 63;

  private BucketName() {}

  static String of(ObjectSelection selection, String drillId) {
    if (!selection.into().isEmpty()) {
      return selection.into();
    }
    var suffix = "-drill-" + drillId;
    // Dots break TLS wildcards, capitals and underscores are legacy of one region (facts K10).
    var plain = selection
        .bucket()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9-]", "-")
        .replaceAll("^-+", "");
    if (plain.isEmpty()) {
      return "objects" + suffix;
    }
    return plain.substring(0, Math.min(plain.length(), LONGEST - suffix.length())) + suffix;
  }
}
