package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;
import java.util.List;

/**
 * The images of an OCI registry that leave, with all that belongs to them: platforms, layers, configurations, tags, signatures and SBOMs.
 *
 * @param repositories where they are at the source, as in {@code shop/web}; one as in {@code shop/web@sha256:…} names a single image, which
 *     need not have a tag. None where {@code prefix} is given
 * @param prefix all repositories whose names begin so, as far as the registry lists them; empty where {@code repositories} are given
 * @param into what stands before the names at the destination; {@value #SAME_NAMES} for nothing, empty for a prefix of the drill's own
 */
public record ImageSelection(List<String> repositories, String prefix, String into)
    implements Selection {

  /** Under this, repositories keep their names at the destination. */
  public static final String SAME_NAMES = "/";

  public ImageSelection {
    repositories = List.copyOf(repositories);
    if (repositories.isEmpty() == prefix.isBlank()) {
      throw new Misuse(
          "images: expected either repositories, as in 'repositories: [shop/web]', or a prefix of their names, as in 'prefix: shop/', saw %s"
              .formatted(repositories.isEmpty() ? "neither" : "both"));
    }
    if (repositories.stream().anyMatch(String::isBlank)) {
      throw new Misuse("images: a repository has no name, expected one as in 'shop/web'");
    }
  }

  /** Says what stands before the names of the repositories at the destination. */
  public ImageSelection into(String destinationPrefix) {
    return new ImageSelection(repositories, prefix, destinationPrefix);
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(ImageTraits.IMAGE, ImageTraits.IMAGE_TAG, ImageTraits.BLOB);
  }

  @Override
  public String toString() {
    return repositories.isEmpty()
        ? "images under " + prefix
        : "images of " + String.join(", ", repositories);
  }
}
