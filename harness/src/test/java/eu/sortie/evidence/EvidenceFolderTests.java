package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.drill.JournalEntry;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Kinds;
import eu.sortie.inventory.Value;
import eu.sortie.ledger.Changed;
import eu.sortie.ledger.Ledger;
import eu.sortie.ledger.Side;
import eu.sortie.measure.Stage;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectTraits;
import eu.sortie.spi.Created;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFolderTests {

  private static final Created BUCKET =
      new Created("europe", "bucket photos-drill", "rb photos-drill");

  @TempDir
  Path drills;

  private EvidenceFolder begin() {
    return EvidenceFolder.create(
        drills,
        "photos-leave-s3",
        Outcomes.STARTED,
        Map.of("scenario.yaml", "scenario: Photos leave S3\n"));
  }

  @Test
  void aChangeSaysWhatItIs() throws IOException {
    try (var folder = begin()) {
      folder.change(new Changed(
          ItemId.of("bucket", "photos"), Changed.How.OVERWRITTEN, "policy lost: let Anna read"));
      folder.outcome(Outcomes.failed());

      assertThat(folder.folder().resolve(EvidenceFolder.CHANGES))
          .content()
          .hasLineCount(2)
          .contains(
              "kind,item,version,change,what", "photos,,overwritten,policy lost: let Anna read");
    }
  }

  @Nested
  class Place {

    @Test
    void isNamedByScenarioAndInstant() {
      try (var folder = begin()) {
        assertThat(folder.folder())
            .isEqualTo(drills.resolve("photos-leave-s3/2026-11-23T10-14-05Z"))
            .isDirectory();
      }
    }

    @Test
    void isNeverThatOfAnEarlierDrill() {
      try (var first = begin();
          var second = begin();
          var third = begin()) {
        assertThat(first.folder()).hasFileName("2026-11-23T10-14-05Z");
        assertThat(second.folder()).hasFileName("2026-11-23T10-14-05Z-2");
        assertThat(third.folder()).hasFileName("2026-11-23T10-14-05Z-3");
      }
    }

    @Test
    void thatCannotBeMadeIsMisuse() throws IOException {
      var file = Files.createFile(drills.resolve("file"));

      assertThatThrownBy(() -> EvidenceFolder.create(file, "s", Outcomes.STARTED, Map.of()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("Name another folder");
    }

    @Test
    void takesOnlyTheFilesItKnows() {
      assertThatThrownBy(() ->
              EvidenceFolder.create(drills, "s", Outcomes.STARTED, Map.of("../outcome.json", "{}")))
          .isInstanceOf(Misuse.class);
    }
  }

  @Nested
  class BeforeTheOutcome {

    @Test
    void theFolderIsMarkedIncompleteAndHoldsWhatWasGiven() {
      try (var folder = begin()) {
        assertThat(folder.folder().resolve("INCOMPLETE")).content().contains("sortie doctor");
        assertThat(folder.folder().resolve("scenario.yaml"))
            .hasContent("scenario: Photos leave S3\n");
      }
    }

    @Test
    void theMarkStaysWhenTheDrillDies() {
      var folder = begin();
      folder.close();

      assertThat(folder.folder().resolve("INCOMPLETE")).exists();
      assertThat(folder.folder().resolve("SHA256SUMS")).doesNotExist();
    }

    @Test
    void whatIsCreatedIsOnDiskBeforeTheCallReturns() {
      try (var folder = begin()) {
        folder.creating(BUCKET);

        assertThat(folder.folder().resolve("created.jsonl"))
            .hasContent(
                "{\"end\":\"europe\",\"what\":\"bucket photos-drill\",\"wayOut\":\"rb photos-drill\"}\n");
      }
    }

    @Test
    void whatHappensIsOnDiskBeforeTheCallReturns() {
      try (var folder = begin()) {
        folder.entry(new JournalEntry(
            Outcomes.STARTED, Duration.ofMillis(1500), Stage.EXPORT, "line\nof two"));
        folder.entry(new JournalEntry(Outcomes.STARTED, Duration.ZERO, null, "begun"));

        assertThat(folder.folder().resolve("journal.jsonl")).hasContent("""
                {"at":"2026-11-23T10:14:05.125Z","since":"PT1.5S","stage":"export","what":"line\\nof two"}
                {"at":"2026-11-23T10:14:05.125Z","since":"PT0S","stage":null,"what":"begun"}
                """);
      }
    }
  }

  @Nested
  class TheOutcome {

    @Test
    void takesTheMarkAwayAndCanBeReadBack() {
      try (var folder = begin()) {
        folder.outcome(Outcomes.failed());

        assertThat(folder.folder())
            .isDirectoryNotContaining("glob:**/INCOMPLETE")
            .isDirectoryNotContaining("glob:**/*.draft");
        assertThat(OutcomeFile.read(folder.folder())).isEqualTo(Outcomes.failed());
      }
    }

    @Test
    void isVerifiedWithoutSortie() throws Exception {
      try (var folder = begin()) {
        folder.creating(BUCKET);
        inventories(folder);
        folder.outcome(Outcomes.passed());

        assertThat(verify(folder.folder()).lines())
            .containsExactlyInAnyOrder(
                "created.jsonl: OK",
                "destination.parquet: OK",
                "journal.jsonl: OK",
                "junit.xml: OK",
                "changes.csv: OK",
                "losses.csv: OK",
                "outcome.json: OK",
                "references.csv: OK",
                "report.html: OK",
                "residues.csv: OK",
                "scenario.yaml: OK",
                "source.parquet: OK");
        Files.writeString(folder.folder().resolve("losses.csv"), "changed");
        assertThat(verify(folder.folder())).contains("losses.csv: FAILED");
      }
    }

    @Test
    void isWrittenEvenByAnInterruptedThread() {
      try (var folder = begin()) {
        Thread.currentThread().interrupt();
        folder.creating(BUCKET);
        folder.entry(new JournalEntry(Outcomes.STARTED, Duration.ZERO, null, "interrupted"));
        folder.outcome(Outcomes.inconclusive());

        assertThat(OutcomeFile.read(folder.folder())).isEqualTo(Outcomes.inconclusive());
        assertThat(folder.folder().resolve("journal.jsonl")).content().contains("interrupted");
      } finally {
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    @Test
    void isTheLastThingThatIsSaid() {
      try (var folder = begin()) {
        folder.outcome(Outcomes.passed());

        assertThatThrownBy(() -> folder.creating(BUCKET)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> folder.outcome(Outcomes.failed()))
            .isInstanceOf(IllegalStateException.class);
      }
    }

    @Test
    void thatCannotBeWrittenLeavesTheMarkAndSaysSo() throws IOException {
      try (var folder = begin()) {
        Files.createDirectories(folder.folder().resolve("junit.xml/in-the-way"));

        assertThatThrownBy(() -> folder.outcome(Outcomes.passed()))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("evidence cannot be written")
            .hasMessageContaining("junit.xml")
            .hasMessageContaining("INCOMPLETE");
        assertThat(folder.folder().resolve("INCOMPLETE")).exists();
      }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a device that is always full")
    void onAFullDiskIsOneClearError() throws IOException {
      try (var folder = begin()) {
        Files.createSymbolicLink(
            folder.folder().resolve(".outcome.json.draft"), Path.of("/dev/full"));

        assertThatThrownBy(() -> folder.outcome(Outcomes.passed()))
            .isInstanceOf(UncheckedIOException.class)
            .hasMessageContaining("No space left on device")
            .hasMessageContaining("free the disk");
        assertThat(folder.folder().resolve("INCOMPLETE")).exists();
        assertThat(folder.folder().resolve("outcome.json")).doesNotExist();
      }
    }

    private void inventories(EvidenceFolder folder) throws IOException {
      var kinds = Kinds.of(ObjectTraits.OBJECT);
      var traits = kinds.only(List.of(ObjectTraits.CONTENT));
      var place = Files.createDirectory(drills.resolve("ledger"));
      try (var ledger = Ledger.create(place, kinds, traits)) {
        var item = new Item(
            ItemId.of("object", "a"), Map.of(ObjectTraits.CONTENT, Value.text("0".repeat(64))));
        ledger.saw(Side.SOURCE, item);
        ledger.saw(Side.DESTINATION, item);
        ledger.settle();
        folder.inventories(ledger);
      }
      for (var name : List.of("source.parquet", "destination.parquet")) {
        assertThat(Files.readAllBytes(folder.folder().resolve(name)))
            .startsWith('P', 'A', 'R', '1');
      }
    }

    private String verify(Path folder) throws Exception {
      var process = new ProcessBuilder("sha256sum", "-c", "SHA256SUMS")
          .directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
