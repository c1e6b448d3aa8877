package eu.sortie.s3.bucket;

import eu.sortie.inventory.Value;
import java.util.Map;
import java.util.TreeMap;

/** The small configurations that hold a word or a handful of them. */
final class Flags {

  private Flags() {}

  static Value versioning(XmlElement root) {
    var entries = new TreeMap<String, String>();
    put(entries, "status", root.textOf("Status"));
    if (root.says("MfaDelete", "Enabled")) {
      entries.put("mfa-delete", "Enabled");
    }
    return Value.entries(entries);
  }

  static Value objectLock(XmlElement root) {
    var entries = new TreeMap<String, String>();
    put(entries, "enabled", root.textOf("ObjectLockEnabled"));
    root.first("Rule").flatMap(rule -> rule.first("DefaultRetention")).ifPresent(retention -> {
      put(entries, "mode", retention.textOf("Mode"));
      putNumber(entries, "days", retention.textOf("Days"));
      putNumber(entries, "years", retention.textOf("Years"));
    });
    return Value.entries(entries);
  }

  static Value encryption(XmlElement root) {
    var entries = new TreeMap<String, String>();
    root.all("Rule").forEach(rule -> {
      rule.first("ApplyServerSideEncryptionByDefault").ifPresent(usual -> {
        put(entries, "mode", usual.textOf("SSEAlgorithm"));
        put(entries, "key", usual.textOf("KMSMasterKeyID"));
      });
      if (rule.says("BucketKeyEnabled", "true")) {
        entries.put("bucket-key", "true");
      }
      put(
          entries,
          "besides",
          Wording.in(rule.without("ApplyServerSideEncryptionByDefault", "BucketKeyEnabled")));
    });
    return Value.entries(entries);
  }

  static Value tags(XmlElement root) {
    var entries = new TreeMap<String, String>();
    root.all("TagSet")
        .flatMap(set -> set.all("Tag"))
        .forEach(tag -> entries.put(tag.textOf("Key"), tag.textOf("Value")));
    return Value.entries(entries);
  }

  static Value publicAccessBlock(XmlElement root) {
    var entries = new TreeMap<String, String>();
    root.children().stream()
        .filter(block -> block.text().strip().equalsIgnoreCase("true"))
        .forEach(block -> entries.put(block.name(), "true"));
    return Value.entries(entries);
  }

  static Value ownership(XmlElement root) {
    var owner =
        root.first("Rule").map(rule -> rule.textOf("ObjectOwnership").strip()).orElse("");
    return text(owner, "ObjectWriter");
  }

  static Value logging(XmlElement root, String bucket) {
    var entries = new TreeMap<String, String>();
    root.first("LoggingEnabled").ifPresent(logging -> {
      put(entries, "to", OwnName.hiddenBare(logging.textOf("TargetBucket"), bucket));
      put(entries, "prefix", logging.textOf("TargetPrefix"));
      put(entries, "besides", Wording.in(logging.without("TargetBucket", "TargetPrefix")));
    });
    return Value.entries(entries);
  }

  static Value requestPayment(XmlElement root) {
    return text(root.textOf("Payer").strip(), "BucketOwner");
  }

  static Value acceleration(XmlElement root) {
    return text(root.textOf("Status").strip(), "Suspended");
  }

  /** Reports that the user named: an entry by name. */
  static Value named(XmlElement root, String element, String bucket) {
    var entries = new TreeMap<String, String>();
    root.all(element)
        .forEach(report -> entries.put(
            report.textOf("Id"), Wording.in(withOwnNameHidden(report.without("Id"), bucket))));
    return Value.entries(entries);
  }

  static XmlElement withOwnNameHidden(XmlElement element, String bucket) {
    return new XmlElement(
        element.name(),
        element.attributes(),
        OwnName.hidden(element.text(), bucket),
        element.children().stream()
            .map(child -> withOwnNameHidden(child, bucket))
            .toList());
  }

  private static Value text(String text, String usual) {
    return text.isEmpty() || text.equals(usual) ? Value.absent() : Value.text(text);
  }

  /** Some servers answer the number that was not given as zero. */
  private static void putNumber(Map<String, String> entries, String name, String number) {
    put(entries, name, number.strip().equals("0") ? "" : number.strip());
  }

  private static void put(Map<String, String> entries, String name, String text) {
    if (!text.isBlank()) {
      entries.put(name, text);
    }
  }
}
