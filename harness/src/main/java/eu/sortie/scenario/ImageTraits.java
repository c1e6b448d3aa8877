package eu.sortie.scenario;

import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import java.util.List;

/**
 * The traits of what is in an OCI registry: images (manifests and indexes, signatures and SBOMs among them), the tags that point to them,
 * and the blobs they are made of.
 */
public final class ImageTraits {

  /** Type under which the registry gives it, which a registry that converts manifests changes. */
  public static final Trait MEDIA_TYPE = Trait.compared("media-type");
  /** What an artifact that is no image says it is, as in a signature or an SBOM. */
  public static final Trait ARTIFACT_TYPE = Trait.compared("artifact-type");
  /** Its configuration: digest, type and announced size. */
  public static final Trait CONFIG = Trait.compared("config");
  /** Its layers in their order, each with digest, type and announced size. */
  public static final Trait LAYERS = Trait.compared("layers");
  /** Of an index: digest and type of each that it lists, in their order. */
  public static final Trait MANIFESTS = Trait.compared("manifests");
  /** The platforms it runs on, as in {@code linux/arm64/v8}, each with the digest of what runs there. */
  public static final Trait PLATFORMS = Trait.compared("platforms");
  /** Annotations of the manifest or index itself; the same trait as of a resource. */
  public static final Trait ANNOTATIONS = ResourceTraits.ANNOTATIONS;
  /** What a signature or an SBOM is about. */
  public static final Trait SUBJECT = Trait.compared("subject");
  /** What the registry says refers to it, by digest, each with what it is; by its API or by the tag that stands in for it. */
  public static final Trait REFERRERS = Trait.compared("referrers");
  /** Of a tag: the digest of the bytes that came under it. */
  public static final Trait POINTS_TO = Trait.compared("points-to");
  /**
   * Platforms of a tag, or of an image that the scenario names by its digest, of which the nodes at the destination run none. No source has
   * it, so it is a loss where it is there (fact C16); looked for only where the destination says which platforms its nodes run.
   */
  public static final Trait FOREIGN_PLATFORM = Trait.compared("foreign-platform");
  /** The repositories that hold a blob; {@code held}, or the digest of what came instead. */
  public static final Trait REPOSITORIES = Trait.compared("repositories");

  /** A manifest or index under {@code REPOSITORY@DIGEST}. */
  public static final Kind IMAGE = new Kind(
      "image",
      List.of(
          ObjectTraits.CONTENT,
          ObjectTraits.SIZE,
          MEDIA_TYPE,
          ARTIFACT_TYPE,
          CONFIG,
          LAYERS,
          MANIFESTS,
          PLATFORMS,
          ANNOTATIONS,
          SUBJECT,
          REFERRERS,
          FOREIGN_PLATFORM),
      Kind.Leaves.AS_EXPORT);

  /** A tag, under {@code REPOSITORY:TAG}. */
  public static final Kind IMAGE_TAG = new Kind(
      "image-tag", List.of(POINTS_TO, MEDIA_TYPE, FOREIGN_PLATFORM), Kind.Leaves.AS_EXPORT);

  /** A layer or a configuration, under its digest; it leaves once, however many images and repositories have it. */
  public static final Kind BLOB =
      new Kind("blob", List.of(ObjectTraits.CONTENT, ObjectTraits.SIZE, REPOSITORIES));

  private ImageTraits() {}
}
