package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.ImageTraits;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Manners;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Written;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The registry that is moved to.
 *
 * <p>Blobs go straight into it while others leave; manifests, indexes and tags are small, and are brought back from the export, since each
 * needs others to be there already.
 */
final class OciDestination implements Destination {

  private final String end;
  private final OciSettings settings;
  private final Optional<Credentials> credentials;
  private final OkHttpConnection connection;
  private final Registry registry;
  private final Upload upload;
  private final StandIn standIn;
  private final ImageSelection selection;
  private final Place place;
  private final Set<String> repositories = new TreeSet<>();

  /** Those of them, by their names here, that were not there before. */
  private final Set<String> own = new HashSet<>();

  /** Where each blob was written, by its digest; repositories under their names at the source. */
  private final Map<String, Set<String>> blobs = new ConcurrentHashMap<>();

  /** What was there before, under a name that is not the drill's own: it is used, and never removed. */
  private final Set<String> others = ConcurrentHashMap.newKeySet();

  OciDestination(
      String end,
      OciSettings settings,
      Optional<Credentials> credentials,
      OkHttpConnection connection,
      ImageSelection selection,
      String drillId) {
    this.end = end;
    this.settings = settings;
    this.credentials = credentials;
    this.connection = connection;
    this.registry = new Registry(connection);
    this.upload = new Upload(connection);
    this.standIn = new StandIn(registry, upload);
    this.selection = selection;
    this.place = Place.of(selection, drillId);
  }

  @Override
  public String library() {
    return connection.library();
  }

  @Override
  public Manners manners() {
    return new Manners(
        List.of("asked at " + settings.address()),
        standIn.isUsed()
            ? List.of(
                "it has no API for referrers, so what refers to an image is listed under the tag that stands in for it (sha256-DIGEST)")
            : List.of());
  }

  @Override
  public void preflight() {
    try {
      registry.greet();
      for (var repository : Wanted.of(selection.repositories()).repositories()) {
        requireWithoutTags(repository);
      }
    } catch (IOException unreachable) {
      throw new Misuse(
          "end '%s': the registry cannot be written to: %s"
              .formatted(end, unreachable.getMessage()),
          unreachable);
    }
  }

  private void requireWithoutTags(String repository) throws IOException {
    var tags = registry.tags(place.of(repository));
    if (!tags.isEmpty()) {
      throw new Misuse(
          "end '%s': repository '%s' has %d tags already, the first: %s; expected none. Name another prefix under 'into', or leave it out and the drill makes one of its own"
              .formatted(end, place.of(repository), tags.size(), tags.get(0)));
    }
  }

  @Override
  public void prepare(List<Item> exported, Consumer<Created> created) throws IOException {
    for (var item : exported) {
      var key = item.id().kind().equals(ImageTraits.IMAGE.name())
          ? ImageKey.ofImage(item.id().key())
          : ImageKey.ofTag(item.id().key());
      if (repositories.add(key.repository())) {
        if (!selection.prefix().isEmpty()) {
          requireWithoutTags(key.repository());
        }
        var name = place.of(key.repository());
        if (selection.into().isEmpty() || !registry.knows(name)) {
          own.add(name);
        }
        created.accept(new Created(
            end,
            "what leaves into repository " + name,
            "oras repo tags%s %s/%s shows its tags, oras manifest delete --force removes each; or remove the repository in the registry's administration"
                .formatted(
                    settings.plainHttp() ? " --plain-http" : "", settings.registry(), name)));
      }
    }
  }

  @Override
  public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    try {
      return blob(item, announcedBytes, bytes);
    } catch (AnswerException answer) {
      throw answer.told();
    }
  }

  private Receipt blob(Item item, long announcedBytes, InputStream bytes) throws IOException {
    var digest = item.id().key();
    var into = item.value(ImageTraits.REPOSITORIES) instanceof Value.Entries some
        ? some.entries().keySet()
        : Set.<String>of();
    var written = blobs.computeIfAbsent(digest, any -> ConcurrentHashMap.newKeySet());
    var first = "";
    for (var repository : into) {
      var at = place.of(repository);
      if (isThere(at, digest)) {
        others.add(ImageKey.image(at, digest));
      } else if (first.isEmpty()) {
        upload.blob(at, digest, announcedBytes, bytes);
      } else {
        share(at, first, digest);
      }
      written.add(repository);
      first = first.isEmpty() ? at : first;
    }
    return Receipt.with(List.of());
  }

  /** Only where somebody else may have put it: into repositories of its own a drill writes without asking. */
  private boolean isThere(String repository, String digest) throws IOException {
    return !selection.into().isEmpty() && registry.hasBlob(repository, digest);
  }

  /** A blob of several repositories is read at the source once; the registry shares it, or is given its own bytes once more. */
  private void share(String repository, String from, String digest) throws IOException {
    var session = upload.mount(repository, from, digest);
    if (session.isEmpty()) {
      return;
    }
    try (var own = registry.blob(from, digest)) {
      upload.blobInto(session, repository, digest, own.length(), own.body());
    }
  }

  @Override
  public List<Item> inOrder(List<Item> exported) {
    return Order.of(exported);
  }

  @Override
  public Receipt restore(Item item, InputStream exported) throws IOException {
    try {
      var type = item.value(ImageTraits.MEDIA_TYPE).toString();
      if (item.id().kind().equals(ImageTraits.IMAGE.name())) {
        image(ImageKey.ofImage(item.id().key()), type, exported.readAllBytes());
      } else {
        var key = ImageKey.ofTag(item.id().key());
        upload.manifest(place.of(key.repository()), key.reference(), type, exported.readAllBytes());
      }
      return Receipt.with(List.of());
    } catch (AnswerException answer) {
      var told = answer.told();
      // One manifest that it cannot take must not keep the others from being brought back.
      throw answer.status() == 500
          ? new RefusedException(String.valueOf(told.getMessage()), told)
          : told;
    }
  }

  private void image(ImageKey key, String type, byte[] document) throws IOException {
    var at = place.of(key.repository());
    if (!selection.into().isEmpty() && registry.manifest(at, key.reference()).isPresent()) {
      others.add(ImageKey.image(at, key.reference()));
      return;
    }
    var known = upload.manifest(at, key.reference(), type, document);
    var subject = Manifest.of(document).subject();
    if (subject.isPresent() && known.isEmpty()) {
      standIn.add(at, subject.get(), key.reference(), type, document);
    }
  }

  @Override
  public List<String> notCovered() {
    return settings.platforms().isEmpty()
        ? List.of(
            "Whether the nodes at the destination run the platforms of these images was not looked at: the environment does not say what they are; add 'platforms: linux/amd64' to the end.")
        : List.of();
  }

  @Override
  public Reader witness() {
    var wanted =
        selection.prefix().isEmpty() ? selection.repositories() : List.copyOf(repositories);
    return new ImageReader(
        new OrasConnection(settings, credentials, connection.line()),
        new ImageReader.Terms(
            asked -> Wanted.of(wanted),
            place,
            false,
            settings.platforms(),
            digest -> blobs.getOrDefault(digest, Set.of())));
  }

  @Override
  public List<Leftover> clear(Written written) {
    var clearing = new Clearing(registry, upload, settings, place);
    var touched = new HashSet<String>();
    try {
      var images = new ArrayList<ItemId>();
      written.each((id, version) -> {
        if (!id.kind().equals(ImageTraits.BLOB.name())) {
          images.add(id);
        }
      });
      images.removeIf(id -> others.contains(at(id)));
      clearing.standIns(standIn.made());
      clearing.tagsAndImages(images);
      blobs.forEach((digest, in) -> {
        var ours = new TreeSet<>(in);
        ours.removeIf(repository -> others.contains(ImageKey.image(place.of(repository), digest)));
        clearing.blob(digest, ours);
      });
      repositories.forEach(repository -> touched.add(place.of(repository)));
    } catch (IOException unread) {
      return List.of(new Leftover(
          "what was written into " + repositories,
          String.valueOf(unread.getMessage()),
          "remove the repositories in the registry's administration"));
    }
    own.removeIf(
        repository -> others.stream().anyMatch(other -> other.startsWith(repository + '@')));
    return clearing.left(new TreeSet<>(touched), own);
  }

  private String at(ItemId id) {
    if (!id.kind().equals(ImageTraits.IMAGE.name())) {
      return "";
    }
    var key = ImageKey.ofImage(id.key());
    return ImageKey.image(place.of(key.repository()), key.reference());
  }

  @Override
  public void close() {
    connection.close();
  }
}
