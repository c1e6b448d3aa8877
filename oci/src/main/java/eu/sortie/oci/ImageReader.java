package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ImageTraits;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads images, tags and blobs of a registry; whose client it asks through makes no difference to what it sees. */
final class ImageReader implements Reader {

  private static final String HELD = "held";

  private final Registry registry;
  private final Terms terms;
  private final Platforms platforms;
  private final Map<String, Set<String>> standIns = new ConcurrentHashMap<>();

  /**
   * What makes a reader that of one end.
   *
   * @param wanted which images; asked when they are listed
   * @param place where the repositories are
   * @param isSource whether it reads what is to leave. At the destination a blob is read in each repository that has it: the registry may
   *     keep it once for each. At the source it is read once, and the others are asked whether they have it
   * @param nodes what the nodes run, where that matters
   * @param repositoriesOf where a blob was written, whether a manifest leads to it or not
   */
  record Terms(
      Wanting wanted,
      Place place,
      boolean isSource,
      List<Platform> nodes,
      Function<String, Set<String>> repositoriesOf) {}

  /** Says which images are wanted. */
  interface Wanting {
    Wanted of(Registry registry) throws IOException;
  }

  ImageReader(Connection connection, Terms terms) {
    this.registry = new Registry(connection);
    this.terms = terms;
    this.platforms = new Platforms(registry);
  }

  @Override
  public String library() {
    return registry.connection().library();
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    new Walk(registry, terms.wanted.of(registry), terms.place, standIns, seen).go();
  }

  @Override
  public Reading read(Item listed) throws IOException {
    try {
      var kind = listed.id().kind();
      if (kind.equals(ImageTraits.BLOB.name())) {
        return blob(listed);
      }
      return kind.equals(ImageTraits.IMAGE.name()) ? image(listed) : tag(listed);
    } catch (AnswerException answer) {
      throw answer.told();
    }
  }

  private Reading image(Item listed) throws IOException {
    var key = ImageKey.ofImage(listed.id().key());
    var at = terms.place.of(key.repository());
    var document = document(at, key.reference());
    var manifest = Manifest.of(document.bytes());
    var traits = new LinkedHashMap<>(manifest.traits());
    traits.put(
        ObjectTraits.CONTENT,
        Value.text(Digest.of(document.bytes()).substring("sha256:".length())));
    traits.put(ObjectTraits.SIZE, Value.text(String.valueOf(document.bytes().length)));
    traits.put(ImageTraits.MEDIA_TYPE, Value.text(document.mediaType()));
    traits.put(ImageTraits.PLATFORMS, platforms.value(at, manifest));
    traits.put(ImageTraits.REFERRERS, referrers(key));
    traits.put(
        ImageTraits.FOREIGN_PLATFORM,
        !terms.nodes.isEmpty() && terms.wanted.of(registry).names(key.repository(), key.reference())
            ? platforms.foreign(at, manifest, terms.nodes)
            : Value.absent());
    return open(listed, document, traits);
  }

  private Value referrers(ImageKey key) throws IOException {
    var standIn = standIns.get(key.repository());
    var found = registry.referrers(
        terms.place.of(key.repository()),
        key.reference(),
        standIn == null || standIn.contains(ReferrersTag.of(key.reference())));
    var entries = new TreeMap<String, String>();
    found.forEach(
        (digest, one) -> entries.put(digest, one.json().path("artifactType").asText()));
    return Value.entries(entries);
  }

  private Reading tag(Item listed) throws IOException {
    var key = ImageKey.ofTag(listed.id().key());
    var at = terms.place.of(key.repository());
    var document = document(at, key.reference());
    var traits = new LinkedHashMap<Trait, Value>();
    traits.put(ImageTraits.POINTS_TO, Value.text(document.digest()));
    traits.put(ImageTraits.MEDIA_TYPE, Value.text(document.mediaType()));
    traits.put(
        ImageTraits.FOREIGN_PLATFORM,
        platforms.foreign(at, Manifest.of(document.bytes()), terms.nodes));
    return open(listed, document, traits);
  }

  private Document document(String repository, String reference) throws IOException {
    var document = registry.manifest(repository, reference);
    if (document.isEmpty()) {
      throw gone(
          "%s in %s is not there, though something names it".formatted(reference, repository));
    }
    return document.get();
  }

  private Reading open(Item listed, Document document, Map<Trait, Value> traits) {
    return new OpenDocument(
        listed.with(traits),
        document.bytes().length,
        new ByteArrayInputStream(document.bytes()),
        library());
  }

  private Reading blob(Item listed) throws IOException {
    var digest = listed.id().key();
    var held = new TreeMap<String, String>();
    Answer open = null;
    for (var repository : repositories(listed)) {
      var at = terms.place.of(repository);
      if (open == null) {
        open = registryAnswer(at, digest);
        if (open != null) {
          held.put(repository, HELD);
        }
      } else {
        also(at, digest).ifPresentOrElse(what -> held.put(repository, what), () -> {});
      }
    }
    if (open == null) {
      throw gone(
          "blob %s is in none of the repositories whose manifests name it; a layer that is fetched from elsewhere (urls) never is"
              .formatted(digest));
    }
    var item = listed.with(ImageTraits.REPOSITORIES, Value.entries(held));
    return new OpenBlob(item, open, announced(open, listed), library());
  }

  /** Those that a listing leads to, and those it was written into: a blob stays where it is when no manifest leads to it any more. */
  private Set<String> repositories(Item listed) {
    var all = new TreeSet<>(terms.repositoriesOf.apply(listed.id().key()));
    if (listed.value(ImageTraits.REPOSITORIES) instanceof Value.Entries some) {
      all.addAll(some.entries().keySet());
    }
    return all;
  }

  private @Nullable Answer registryAnswer(String repository, String digest) throws IOException {
    try {
      return registry.blob(repository, digest);
    } catch (AnswerException answer) {
      if (answer.status() == Answer.NOT_FOUND) {
        return null;
      }
      throw answer;
    }
  }

  private Optional<String> also(String repository, String digest) throws IOException {
    if (terms.isSource) {
      return registry.hasBlob(repository, digest) ? Optional.of(HELD) : Optional.empty();
    }
    try (var answer = registryAnswer(repository, digest)) {
      if (answer == null) {
        return Optional.empty();
      }
      var came = Digest.of(answer.body(), digest);
      return Optional.of(came.equals(digest) ? HELD : came);
    }
  }

  private static long announced(Answer open, Item listed) {
    if (open.length() >= 0) {
      return open.length();
    }
    return listed.value(ObjectTraits.SIZE) instanceof Value.Text size
        ? Long.parseLong(size.text())
        : 0;
  }

  /** At the source it is a refusal, as the item was listed and is wanted; at the destination it is missing. */
  private IOException gone(String words) {
    return terms.isSource
        ? new RefusedException(words, new IOException(words))
        : new ChangedException(words, new IOException(words));
  }

  @Override
  public void close() {
    registry.connection().close();
  }
}
