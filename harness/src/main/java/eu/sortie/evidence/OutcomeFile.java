package eu.sortie.evidence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import eu.sortie.drill.Outcome;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An outcome as {@value #NAME}, and back: what is read equals what was written.
 *
 * <p>The shape is published in {@code eu/sortie/schema/outcome.schema.json}.
 */
public final class OutcomeFile {

  /** What the file is called in a drill's folder. */
  public static final String NAME = "outcome.json";

  /** Names the shape of the file, with its version. */
  public static final String SCHEMA = "eu.sortie.outcome/4";

  private OutcomeFile() {}

  /** Spells an outcome as JSON. */
  public static String write(Outcome outcome) {
    return Json.page(OutcomeDocument.of(outcome));
  }

  /**
   * Reads the outcome of a drill's folder, and makes sure that it is the one the drill wrote.
   *
   * @throws Misuse where the folder holds no complete drill, the file was changed, or its schema is another
   */
  public static Outcome read(Path folder) {
    if (Files.exists(folder.resolve(EvidenceFolder.INCOMPLETE))) {
      throw new Misuse(
          "%s: expected the evidence of a drill that ended, saw the mark %s. Run the drill again, and see sortie doctor for what this one left"
              .formatted(folder, EvidenceFolder.INCOMPLETE));
    }
    if (!Files.isRegularFile(folder.resolve(NAME))) {
      throw new Misuse(
          "%s: expected the folder of a drill, saw no %s in it. Name a folder like drills/SCENARIO/2026-11-23T10-14-05Z"
              .formatted(folder, NAME));
    }
    try {
      return parse(folder, sealed(folder));
    } catch (JacksonException damaged) {
      throw new Misuse(
          "%s: expected an outcome as Sortie writes it, saw %s. Run the drill again, or fetch the original"
              .formatted(folder.resolve(NAME), damaged.getOriginalMessage()),
          damaged);
    } catch (IOException unreadable) {
      throw new Misuse(
          "%s cannot be read: %s. Name a folder that you may read"
              .formatted(folder.resolve(NAME), unreadable),
          unreadable);
    }
  }

  private static byte[] sealed(Path folder) throws IOException {
    var bytes = Durable.read(folder.resolve(NAME));
    if (!Files.isRegularFile(folder.resolve(Checksums.NAME))) {
      throw new Misuse(
          "%s: expected the checksums of a drill that ended, saw no %s. Fetch the whole folder"
              .formatted(folder, Checksums.NAME));
    }
    var written = Checksums.writtenDown(folder, NAME).orElse("none");
    if (!written.equals(Checksums.of(bytes))) {
      throw new Misuse(
          "%s was changed after the drill: expected SHA-256 %s, saw %s. Fetch the original"
              .formatted(folder.resolve(NAME), written, Checksums.of(bytes)));
    }
    return bytes;
  }

  private static Outcome parse(Path folder, byte[] bytes) throws IOException {
    // As text, since the parser of bytes refuses half a surrogate pair in a name.
    var json = Json.MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
    var schema = json.path("schema");
    if (!schema.asText().equals(SCHEMA)) {
      throw new Misuse("%s: expected schema %s, saw %s. Read it with the Sortie that wrote it"
          .formatted(folder.resolve(NAME), SCHEMA, named(schema)));
    }
    return Json.MAPPER.treeToValue(json, OutcomeDocument.class).toOutcome();
  }

  private static String named(JsonNode schema) {
    return schema.isMissingNode() ? "none" : Cut.text(Visible.text(schema.toString()));
  }
}
