package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds what there is in repositories: from tags and named images to what indexes list, to what refers to any of them, to the blobs.
 *
 * <p>What none of these leads to cannot be found: a registry lists tags, and no manifest without one.
 */
final class Walk {

  private static final String HELD = "held";

  private final Registry registry;
  private final Wanted wanted;
  private final Place place;
  private final Consumer<Item> seen;
  private final Map<String, Blob> blobs = new LinkedHashMap<>();
  private final Map<String, Set<String>> standIns;

  /**
   * A blob and where it is.
   *
   * @param size as announced
   * @param repositories by their names at the source
   */
  private record Blob(long size, TreeMap<String, String> repositories) {}

  /**
   * One walk.
   *
   * @param standIns told of the tags that stand in for the referrers API, by repository
   */
  Walk(
      Registry registry,
      Wanted wanted,
      Place place,
      Map<String, Set<String>> standIns,
      Consumer<Item> seen) {
    this.registry = registry;
    this.wanted = wanted;
    this.place = place;
    this.standIns = standIns;
    this.seen = seen;
  }

  void go() throws IOException {
    for (var repository : wanted.repositories()) {
      go(repository);
    }
    blobs.forEach((digest, blob) -> seen.accept(new Item(
        ItemId.of(ImageTraits.BLOB.name(), digest),
        Map.of(
            ObjectTraits.SIZE,
            blob.size < 0 ? Value.absent() : Value.text(String.valueOf(blob.size)),
            ImageTraits.REPOSITORIES,
            Value.entries(blob.repositories)))));
  }

  private void go(String repository) throws IOException {
    var open = new ArrayDeque<String>(wanted.singleIn(repository));
    var tags = registry.tags(place.of(repository));
    var standIn = new HashSet<String>();
    for (var tag : tags) {
      if (ReferrersTag.isOne(tag)) {
        standIn.add(tag);
      } else if (wanted.whole().contains(repository)) {
        item(ImageTraits.IMAGE_TAG.name(), ImageKey.tag(repository, tag));
        registry.manifest(place.of(repository), tag).map(Document::digest).ifPresent(open::add);
      }
    }
    standIns.put(repository, standIn);
    var done = new HashSet<String>();
    while (!open.isEmpty()) {
      var digest = open.remove();
      if (Digest.isOne(digest) && done.add(digest)) {
        item(ImageTraits.IMAGE.name(), ImageKey.image(repository, digest));
        follow(repository, digest, standIn, open);
      }
    }
  }

  private void follow(
      String repository, String digest, Set<String> standIn, ArrayDeque<String> open)
      throws IOException {
    document(repository, digest).map(Document::bytes).map(Manifest::of).ifPresent(manifest -> {
      manifest.manifests().forEach(child -> open.add(child.digest()));
      manifest.blobs().forEach(blob -> add(repository, blob));
    });
    open.addAll(registry
        .referrers(place.of(repository), digest, standIn.contains(ReferrersTag.of(digest)))
        .keySet());
  }

  /** A manifest whose bytes are not those its name says leads nowhere. */
  private Optional<Document> document(String repository, String digest) throws IOException {
    return registry
        .manifest(place.of(repository), digest)
        .filter(document -> Digest.names(digest, document.bytes()));
  }

  private void add(String repository, Descriptor blob) {
    if (Digest.isOne(blob.digest())) {
      blobs
          .computeIfAbsent(blob.digest(), any -> new Blob(blob.size(), new TreeMap<>()))
          .repositories
          .put(repository, HELD);
    }
  }

  private void item(String kind, String key) {
    seen.accept(new Item(ItemId.of(kind, key), Map.of()));
  }
}
