package eu.sortie.oci;

import eu.sortie.inventory.ItemId;
import eu.sortie.scenario.ImageTraits;
import eu.sortie.spi.Leftover;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes out of a registry what a drill put there, and says by repository what is left. */
final class Clearing {

  private final Registry registry;
  private final Upload upload;
  private final OciSettings settings;
  private final Place place;

  /** What could not be removed, by repository: how many of what, and the registry's own words. */
  private final Map<String, Left> left = new TreeMap<>();

  private static final class Left {
    private int things;
    private String because = "";
    private String example = "";
  }

  Clearing(Registry registry, Upload upload, OciSettings settings, Place place) {
    this.registry = registry;
    this.upload = upload;
    this.settings = settings;
    this.place = place;
  }

  void tagsAndImages(List<ItemId> written) {
    for (var id : written) {
      if (id.kind().equals(ImageTraits.IMAGE_TAG.name())) {
        var key = ImageKey.ofTag(id.key());
        untag(place.of(key.repository()), key.reference());
      }
    }
    // What lists others goes before what it lists.
    for (int i = written.size() - 1; i >= 0; i--) {
      if (written.get(i).kind().equals(ImageTraits.IMAGE.name())) {
        var key = ImageKey.ofImage(written.get(i).key());
        remove(place.of(key.repository()), "manifests", key.reference());
      }
    }
  }

  void standIns(Map<ImageKey, String> made) {
    made.forEach((key, digest) -> {
      untag(key.repository(), key.reference());
      remove(key.repository(), "manifests", digest);
    });
  }

  void blob(String digest, Set<String> repositories) {
    repositories.forEach(repository -> remove(place.of(repository), "blobs", digest));
  }

  /** Some registries know no removing of a tag, and take it along with its image; what is left is seen in the end. */
  private void untag(String repository, String tag) {
    try {
      upload.remove(repository, "manifests", tag);
    } catch (IOException refused) {
      // As said.
    }
  }

  private void remove(String repository, String what, String reference) {
    try {
      upload.remove(repository, what, reference);
    } catch (IOException refused) {
      note(repository, String.valueOf(refused.getMessage()), '@' + reference);
    }
  }

  private void note(String repository, String because, String example) {
    var one = left.computeIfAbsent(repository, any -> new Left());
    one.things++;
    if (one.because.isEmpty()) {
      one.because = because;
      one.example = example;
    }
  }

  /**
   * What is left in these repositories, a tag that is still listed included.
   *
   * @param own those that were not there before: of these the name may be left
   */
  List<Leftover> left(Set<String> repositories, Set<String> own) {
    var leftovers = new ArrayList<Leftover>();
    for (var repository : repositories) {
      lookForTags(repository);
      var some = left.get(repository);
      if (some != null) {
        leftovers.add(new Leftover(
            "%d manifests, tags or blobs in repository %s".formatted(some.things, repository),
            some.because,
            wayOut(repository, some.example)));
      } else if (own.contains(repository) && isKnown(repository)) {
        leftovers.add(new Leftover(
            "the name of repository %s, which is empty".formatted(repository),
            "no call of the distribution API removes a repository; what was removed from it takes room until the registry collects its garbage",
            "remove the repository in the administration of %s".formatted(settings.registry())));
      }
    }
    return leftovers;
  }

  private void lookForTags(String repository) {
    try {
      for (var tag : registry.tags(repository)) {
        note(repository, "the tag is still listed", ':' + tag);
      }
    } catch (IOException unknown) {
      note(repository, "nobody knows: " + unknown.getMessage(), "");
    }
  }

  private boolean isKnown(String repository) {
    try {
      return registry.knows(repository);
    } catch (IOException unknown) {
      // Nobody can say that it is gone.
      return true;
    }
  }

  private String wayOut(String repository, String example) {
    return "oras manifest delete --force%s %s/%s%s, and so on, or remove the repository in the registry's administration"
        .formatted(
            settings.plainHttp() ? " --plain-http" : "", settings.registry(), repository, example);
  }
}
