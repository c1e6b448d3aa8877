package eu.sortie.oci;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The registry that is left. */
final class OciSource implements Source {

  private final String end;
  private final OkHttpConnection connection;
  private final Registry registry;
  private final ImageSelection selection;
  private final ImageReader reader;

  OciSource(String end, OkHttpConnection connection, ImageSelection selection) {
    this.end = end;
    this.connection = connection;
    this.registry = new Registry(connection);
    this.selection = selection;
    this.reader = new ImageReader(
        connection,
        new ImageReader.Terms(
            asked -> wanted(selection, asked),
            Place.AT_THE_SOURCE,
            true,
            List.of(),
            digest -> Set.of()));
  }

  /** Which images are selected; under a prefix, as far as the registry lists its repositories. */
  private static Wanted wanted(ImageSelection selection, Registry asked) throws IOException {
    return selection.prefix().isEmpty()
        ? Wanted.of(selection.repositories())
        : Wanted.of(asked.repositories().stream()
            .filter(name -> name.startsWith(selection.prefix()))
            .toList());
  }

  @Override
  public String library() {
    return reader.library();
  }

  @Override
  public void preflight() {
    try {
      registry.greet();
      requireThere();
    } catch (IOException unreadable) {
      throw new Misuse(
          "end '%s': %s cannot be read: %s%s"
              .formatted(
                  end,
                  selection,
                  unreadable.getMessage(),
                  selection.prefix().isEmpty()
                      ? ""
                      : "; a registry that lists no repositories needs them named, as in 'repositories: [shop/web]'"),
          unreadable);
    }
  }

  private void requireThere() throws IOException {
    var wanted = wanted(selection, registry);
    if (wanted.repositories().isEmpty()) {
      throw new Misuse(
          "end '%s': no repository begins with '%s'; check the prefix in the scenario's export"
              .formatted(end, selection.prefix()));
    }
    for (var repository : wanted.repositories()) {
      if (wanted.whole().contains(repository) && registry.tags(repository).isEmpty()) {
        throw new Misuse(
            "end '%s': repository '%s' is not there or has no tag; check the name in the scenario's export, or name its images by digest, as in '%s@sha256:…'"
                .formatted(end, repository, repository));
      }
      for (var digest : wanted.singleIn(repository)) {
        requireThere(repository, digest);
      }
    }
  }

  private void requireThere(String repository, String digest) throws IOException {
    if (!Digest.isOne(digest)) {
      throw new Misuse(
          "end '%s': '%s@%s' names no image; expected a whole digest, as in 'shop/web@sha256:' with 64 hex digits behind it"
              .formatted(end, repository, digest));
    }
    if (registry.manifest(repository, digest).isEmpty()) {
      throw new Misuse(
          "end '%s': there is no image %s in repository '%s'".formatted(end, digest, repository));
    }
  }

  @Override
  public List<String> notCovered() {
    var sentences = new ArrayList<>(
        List.of(
            "A registry lists tags, and no manifest without one: images that no tag, no index, no signature or the like and no name in the scenario leads to were not looked at.",
            "A blob is read at the source once, in the first repository that has it; the others were asked whether they have it, and its bytes were not read there.",
            "What is inside layers and configurations (files, environment variables) was carried, and not searched for references to the source.",
            "What is about images and is not in them was not looked at: rules of repositories, who may pull, scans, replication, lifecycle and immutability of tags."));
    var silent = registry.withoutReferrers();
    if (!silent.isEmpty()) {
      sentences.add(
          "The registry has no API that says what refers to an image, so signatures and the like were found by their tags alone: "
              + String.join(", ", silent));
    }
    return sentences;
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    reader.list(seen);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    return reader.read(listed);
  }

  @Override
  public void close() {
    connection.line().cut();
    connection.close();
  }
}
