package eu.sortie.evidence;

import eu.sortie.drill.Checkpoint;
import eu.sortie.drill.Chronicle;
import eu.sortie.drill.JournalEntry;
import eu.sortie.drill.JudgedLoss;
import eu.sortie.drill.Outcome;
import eu.sortie.drill.SourceReference;
import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Scenario;
import eu.sortie.spi.Created;
import eu.sortie.yaml.EnvironmentFile;
import eu.sortie.yaml.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The evidence of one drill, written as it goes: {@code DRILLS/SCENARIO/INSTANT/}.
 *
 * <p>The folder is marked {@value #INCOMPLETE} from its first moment. The outcome takes the mark away, last of all, so a folder
 * without it is whole and one with it is no evidence of anything. Nothing is ever written over an earlier drill.
 *
 * <p>Whatever else is in the folder when the outcome comes is taken into the checksums, except the ledger, which goes with the mark.
 */
public final class EvidenceFolder implements Chronicle {

  /** The mark on a drill that did not end. */
  static final String INCOMPLETE = "INCOMPLETE";

  static final String CREATED = "created.jsonl";
  static final String JOURNAL = "journal.jsonl";
  static final String CHANGES = "changes.csv";
  static final String REFERENCES = "references.csv";
  static final String RESIDUES = "residues.csv";
  static final String REPORT = "report.html";
  static final String JUNIT = "junit.xml";

  /** What a drill knows besides its ledger: beside it, and it goes with it. */
  static final String CHECKPOINT = "checkpoint.json";

  private static final Set<String> GIVEN = Set.of("scenario.yaml", "environment.yaml");
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
  private static final String MARK = """
      This drill has not ended, or it died.

      Nothing in this folder is evidence: no verdict was given, and what is here may be half of it.
      created.jsonl lists what the drill created, or was about to create, each with the way to remove
      it by hand. `sortie doctor` reads it out. Where the ends are still there, `sortie drill --resume`
      with this folder goes on with the drill.
      """;

  private final Room room;
  private final Path folder;
  private final Held mark;
  private final JsonLines created;
  private final JsonLines journal;
  private final LossesFile losses;
  private final RowsFile changes;
  private final RowsFile references;
  private final RowsFile residues;
  private boolean sealed;
  private boolean closed;

  private EvidenceFolder(
      Room room,
      Path folder,
      Held mark,
      JsonLines created,
      JsonLines journal,
      LossesFile losses,
      RowsFile changes,
      RowsFile references,
      RowsFile residues) {
    this.room = room;
    this.folder = folder;
    this.mark = mark;
    this.created = created;
    this.journal = journal;
    this.losses = losses;
    this.changes = changes;
    this.references = references;
    this.residues = residues;
  }

  /**
   * Opens a folder for a drill that is about to begin.
   *
   * @param drills where the folders of all drills are
   * @param scenarioSlug the scenario's name as a folder's
   * @param started when the drill begins
   * @param givenFiles {@code scenario.yaml} and {@code environment.yaml}, by name, as text without secrets
   * @throws Misuse where no folder can be made there
   */
  public static EvidenceFolder create(
      Path drills, String scenarioSlug, Instant started, Map<String, String> givenFiles) {
    if (!GIVEN.containsAll(givenFiles.keySet())) {
      throw new Misuse("evidence: expected the given files to be among %s, saw %s"
          .formatted(GIVEN, givenFiles.keySet()));
    }
    var room = Room.in(drills);
    var folder = room.take(scenarioSlug, INSTANT.format(started));
    try {
      Durable.write(folder.resolve(INCOMPLETE), MARK);
      for (var given : givenFiles.entrySet()) {
        Durable.write(folder.resolve(given.getKey()), given.getValue());
      }
      return open(room, folder, Held.of(folder.resolve(INCOMPLETE)));
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  /**
   * Opens the folder of a drill that died once more: what it wrote down line by line is gone on with, what is made anew in one go is
   * begun anew.
   *
   * @throws Misuse where it still runs
   */
  static EvidenceFolder reopen(Path folder) {
    try {
      var mark = Held.of(folder.resolve(INCOMPLETE));
      for (var made : List.of(LossesFile.NAME, CHANGES, REFERENCES, RESIDUES)) {
        Files.deleteIfExists(folder.resolve(made));
      }
      return open(new Room(folder, false), folder, mark);
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  private static EvidenceFolder open(Room room, Path folder, Held mark) throws IOException {
    return new EvidenceFolder(
        room,
        folder,
        mark,
        JsonLines.open(folder.resolve(CREATED)),
        JsonLines.open(folder.resolve(JOURNAL)),
        LossesFile.create(folder.resolve(LossesFile.NAME)),
        RowsFile.create(folder.resolve(CHANGES), "kind", "item", "version", "change", "what"),
        references(folder.resolve(REFERENCES)),
        references(folder.resolve(RESIDUES)));
  }

  private static RowsFile references(Path file) throws IOException {
    return RowsFile.create(file, "kind", "item", "version", "trait", "sort", "reference");
  }

  /**
   * Opens a folder for a drill of a scenario that begins now.
   *
   * @throws Misuse where no folder can be made there, or the disk is too full for what a drill writes
   */
  public static EvidenceFolder create(Path drills, Scenario scenario) {
    return create(
        drills,
        scenario.slug(),
        Instant.now(),
        Map.of("scenario.yaml", ScenarioFile.write(scenario)));
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public synchronized void environment(Environment environment) {
    requireOpen();
    try {
      Durable.write(folder.resolve("environment.yaml"), EnvironmentFile.write(environment));
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  @Override
  public synchronized void entry(JournalEntry entry) {
    requireOpen();
    journal.append(entry);
  }

  @Override
  public synchronized void creating(Created thing) {
    requireOpen();
    created.appendForGood(thing);
  }

  @Override
  public synchronized void loss(JudgedLoss loss) {
    requireOpen();
    losses.append(loss);
  }

  @Override
  public synchronized void change(Changed change) {
    requireOpen();
    var id = change.id();
    changes.append(id.kind(), id.key(), id.version(), change.how().toString(), change.what());
  }

  @Override
  public synchronized void reference(SourceReference reference) {
    append(references, reference);
  }

  @Override
  public synchronized void residue(SourceReference residue) {
    append(residues, residue);
  }

  private void append(RowsFile file, SourceReference reference) {
    requireOpen();
    var id = reference.id();
    file.append(
        id.kind(),
        id.key(),
        id.version(),
        reference.trait(),
        reference.sort(),
        Cut.text(reference.text()));
  }

  @Override
  public synchronized void checkpoint(Checkpoint checkpoint) {
    requireOpen();
    try {
      Durable.write(checkpointOf(folder), Json.line(checkpoint));
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  static Path checkpointOf(Path folder) {
    return folder.resolve(Ledger.FOLDER).resolve(CHECKPOINT);
  }

  @Override
  public synchronized void inventories(Ledger ledger) {
    requireOpen();
    try {
      ledger.export(Side.SOURCE, folder.resolve("source.parquet"));
      ledger.export(Side.DESTINATION, folder.resolve("destination.parquet"));
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  @Override
  public synchronized void outcome(Outcome outcome) {
    requireOpen();
    sealed = true;
    try {
      closeFiles();
      Durable.write(folder.resolve(OutcomeFile.NAME), OutcomeFile.write(outcome));
      Durable.write(folder.resolve(JUNIT), JUnitFile.write(outcome));
      Durable.write(folder.resolve(REPORT), ReportFile.write(outcome));
      Checksums.write(
          folder, path -> path.startsWith(INCOMPLETE) || path.startsWith(Ledger.FOLDER));
      finish(folder);
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  /** Takes away what only served the drill, and the mark last of all; a drill that dies in between is finished by the same. */
  static void finish(Path folder) throws IOException {
    Ledger.remove(folder);
    Files.delete(folder.resolve(INCOMPLETE));
  }

  @Override
  public synchronized void discard() {
    sealed = true;
    try {
      closeFiles();
      room.giveBack(folder);
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  @Override
  public synchronized void close() {
    if (sealed) {
      return;
    }
    sealed = true;
    try {
      closeFiles();
    } catch (IOException failed) {
      throw Durable.failed(folder, failed);
    }
  }

  @SuppressWarnings("try") // All of them are closed even where one of them fails.
  private void closeFiles() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (mark;
        created;
        journal;
        losses;
        changes;
        references;
        residues) {}
  }

  private void requireOpen() {
    if (sealed) {
      throw new IllegalStateException(
          "the evidence in %s is sealed: nothing is told to it after the outcome"
              .formatted(folder));
    }
  }
}
