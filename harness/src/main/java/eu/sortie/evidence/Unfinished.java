package eu.sortie.evidence;

import com.fasterxml.jackson.core.JacksonException;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A drill that has not ended, with what it may have left at the ends.
 *
 * <p>A drill that is still running looks the same; whoever clears up makes sure first that it is not.
 *
 * @param folder where its evidence began
 * @param created what it created or was about to create, newest first: the order in which to remove it
 * @param torn whether its last line was cut off by whatever ended it, so that one more thing may be there
 */
public record Unfinished(Path folder, List<Created> created, boolean torn) {

  public Unfinished {
    created = List.copyOf(created);
  }

  /**
   * Finds the unfinished drills under a folder of drills, in the order of their names; none where there is no such folder.
   *
   * @throws Misuse where the folder cannot be read
   */
  public static List<Unfinished> in(Path drills) {
    if (!Files.isDirectory(drills)) {
      return List.of();
    }
    try (var marks = Files.find(
        drills,
        3,
        (path, attributes) ->
            attributes.isRegularFile() && path.endsWith(EvidenceFolder.INCOMPLETE))) {
      var found = new ArrayList<Unfinished>();
      for (var mark : (Iterable<Path>) marks.sorted()::iterator) {
        found.add(read(mark.resolveSibling("")));
      }
      return found;
    } catch (IOException | UncheckedIOException unreadable) {
      throw new Misuse(
          "%s: expected a folder of drills that can be read, saw %s. Name a folder that you may read"
              .formatted(drills, unreadable),
          unreadable);
    }
  }

  /** Says in plain words what may be left and how to clear it. */
  public String text() {
    var text = new StringBuilder("%s: has not ended\n".formatted(folder));
    if (created.isEmpty()) {
      text.append("  it had not created anything\n");
    }
    for (var thing : created) {
      text.append("  at %s: %s\n    to remove: %s\n"
          .formatted(
              Visible.text(thing.end()), Visible.text(thing.what()), Visible.text(thing.wayOut())));
    }
    if (torn) {
      text.append("  the last line of %s is torn: one more thing may be there\n"
          .formatted(EvidenceFolder.CREATED));
    }
    text.append("  then delete the folder; nothing in it is evidence\n");
    if (DeadDrill.isResumable(folder)) {
      text.append("  or, if it died, go on with it: sortie drill --resume %s\n".formatted(folder));
    }
    return text.toString();
  }

  static Unfinished read(Path folder) throws IOException {
    var file = folder.resolve(EvidenceFolder.CREATED);
    if (!Files.isRegularFile(file)) {
      return new Unfinished(folder, List.of(), false);
    }
    var created = new ArrayList<Created>();
    boolean torn = false;
    // By hand, since the bytes of a torn line need not be UTF-8, and readAllLines would refuse the
    // file.
    for (var line :
        new String(Durable.read(file), StandardCharsets.UTF_8).lines().toList()) {
      var thing = parse(line);
      thing.ifPresent(known -> created.add(0, known));
      torn |= thing.isEmpty();
    }
    return new Unfinished(folder, created, torn);
  }

  private static Optional<Created> parse(String line) {
    try {
      return Optional.of(Json.MAPPER.readValue(line, Created.class));
    } catch (JacksonException torn) {
      return Optional.empty();
    }
  }
}
