package eu.sortie.s3.bucket;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Configurations that say what a bucket does where nothing is set: they are put where the source has none and the end has one. */
final class Neutral {

  static final XmlElement PUBLIC_ACCESS_BLOCK = element(
      "PublicAccessBlockConfiguration",
      Stream.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
          .map(block -> text(block, "false"))
          .toList());

  static final XmlElement OWNERSHIP_CONTROLS = element(
      "OwnershipControls",
      List.of(element("Rule", List.of(text("ObjectOwnership", "ObjectWriter")))));

  private Neutral() {}

  static XmlElement text(String name, String text) {
    return new XmlElement(name, Map.of(), text, List.of());
  }

  static XmlElement element(String name, List<XmlElement> children) {
    return new XmlElement(name, Map.of(), "", children);
  }
}
