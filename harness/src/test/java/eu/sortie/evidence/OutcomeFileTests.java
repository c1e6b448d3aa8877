package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import eu.sortie.drill.Outcome;
import eu.sortie.scenario.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeFileTests {

  private static final ObjectMapper TREES = new ObjectMapper();
  private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012)
      .getSchema(
          OutcomeFileTests.class.getResourceAsStream("/eu/sortie/schema/outcome.schema.json"));

  /** The folder is written the way a drill leaves it, so that only what a test changes is wrong with it. */
  private static Path folder(Path folder, String json) throws IOException {
    Durable.write(folder.resolve(OutcomeFile.NAME), json);
    Checksums.write(folder, none -> false);
    return folder;
  }

  private static String changed(Consumer<ObjectNode> change) throws IOException {
    var tree = (ObjectNode) TREES.readTree(OutcomeFile.write(Outcomes.failed()));
    change.accept(tree);
    return TREES.writeValueAsString(tree);
  }

  static Stream<Outcome> outcomes() {
    return Stream.of(Outcomes.passed(), Outcomes.failed(), Outcomes.inconclusive());
  }

  @Property(tries = 300)
  void whatIsReadEqualsWhatWasWritten(@ForAll Random random) throws IOException {
    var outcome = new RandomOutcome(random).next();
    var folder = Files.createTempDirectory("outcome");
    try {
      assertThat(OutcomeFile.read(folder(folder, OutcomeFile.write(outcome)))).isEqualTo(outcome);
    } finally {
      Files.delete(folder.resolve(OutcomeFile.NAME));
      Files.delete(folder.resolve(Checksums.NAME));
      Files.delete(folder);
    }
  }

  @Property(tries = 100)
  void whateverIsWrittenFitsTheSchema(@ForAll Random random) throws IOException {
    var json = OutcomeFile.write(new RandomOutcome(random).next());

    assertThat(SCHEMA.validate(TREES.readTree(json))).isEmpty();
  }

  @Nested
  class Schema {

    @ParameterizedTest
    @MethodSource("eu.sortie.evidence.OutcomeFileTests#outcomes")
    void takesWhatDrillsWrite(Outcome outcome) throws IOException {
      assertThat(SCHEMA.validate(TREES.readTree(OutcomeFile.write(outcome)))).isEmpty();
    }

    @Test
    void refusesAFieldItDoesNotKnow() throws IOException {
      assertThat(SCHEMA.validate(TREES.readTree(changed(json -> json.put("grade", "A")))))
          .singleElement()
          .asString()
          .contains("grade");
    }

    @Test
    void refusesAVerdictItDoesNotKnow() throws IOException {
      var json = changed(tree -> ((ObjectNode) tree.get("verdict")).put("result", "compliant"));

      assertThat(SCHEMA.validate(TREES.readTree(json)))
          .singleElement()
          .asString()
          .contains("verdict");
    }

    @Test
    void refusesMoneyAsANumber() throws IOException {
      var json =
          changed(tree -> ((ObjectNode) tree.at("/bill/toExit/totals/0")).put("amount", 0.5));

      assertThat(SCHEMA.validate(TREES.readTree(json))).isNotEmpty();
    }

    @Test
    void refusesAnOutcomeWithoutItsLosses() throws IOException {
      var json = changed(tree -> tree.remove("losses"));

      assertThat(SCHEMA.validate(TREES.readTree(json)))
          .singleElement()
          .asString()
          .contains("losses");
    }
  }

  @Nested
  class Spelling {

    @Test
    void isWhatOutsidersRead() throws IOException {
      var json = TREES.readTree(OutcomeFile.write(Outcomes.failed()));

      assertThat(json.at("/schema").asText()).isEqualTo("eu.sortie.outcome/4");
      assertThat(json.at("/verdict/result").asText()).isEqualTo("failed");
      assertThat(json.at("/timings/toExit").asText()).isEqualTo("PT41M7S");
      assertThat(json.at("/timings/stages/resurvey").asText()).isEqualTo("PT22.95S");
      assertThat(json.at("/bill/toExit/lines/0/money/amount").asText()).isEqualTo("0.5121");
      assertThat(json.at("/ends/0/is").asText()).isEqualTo("emulated");
      assertThat(json.at("/cases/1/fate").asText()).isEqualTo("lost-by-surprise");
      assertThat(json.at("/started").asText()).isEqualTo("2026-11-24T10:14:05.125Z");
      assertThat(json.at("/translations/0/item").asText()).isEqualTo("persistentvolumeclaim/data");
      assertThat(json.at("/translations/0/before").asText()).isEqualTo("gp3");
      assertThat(json.at("/translations/0/after").isTextual()).isTrue();
      assertThat(json.at("/translations/0/rule").asText()).isEqualTo("storage-class");
      assertThat(json.at("/residues/0/sort").asText()).isEqualTo("arn");
      assertThat(json.at("/residues/0/references").asLong()).isEqualTo(1);
    }
  }

  @Nested
  class Refusal {

    @TempDir
    Path folder;

    @Test
    void namesTheMarkOfAnIncompleteDrill() throws IOException {
      folder(folder, OutcomeFile.write(Outcomes.passed()));
      Files.createFile(folder.resolve("INCOMPLETE"));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("INCOMPLETE");
    }

    @Test
    void namesAFolderThatIsNoDrill() {
      assertThatThrownBy(() -> OutcomeFile.read(folder.resolve("nowhere")))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("outcome.json");
    }

    @Test
    void namesAChangeAfterTheDrill() throws IOException {
      var json = OutcomeFile.write(Outcomes.failed());
      folder(folder, json);
      Durable.write(folder.resolve(OutcomeFile.NAME), json.replace("\"failed\"", "\"passed\""));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("changed after the drill");
    }

    @Test
    void namesMissingChecksums() throws IOException {
      Durable.write(folder.resolve(OutcomeFile.NAME), OutcomeFile.write(Outcomes.passed()));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("SHA256SUMS");
    }

    @Test
    void namesASchemaOfAnotherVersion() throws IOException {
      folder(folder, changed(json -> json.put("schema", "eu.sortie.outcome/2")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("expected schema eu.sortie.outcome/4")
          .hasMessageContaining("saw \"eu.sortie.outcome/2\"");
    }

    @Test
    void namesWhatIsNoJson() throws IOException {
      folder(folder, "{\"schema\": ");

      assertThatThrownBy(() -> OutcomeFile.read(folder)).isInstanceOf(Misuse.class);
    }

    @Test
    void namesAFieldThatIsMissing() throws IOException {
      folder(folder, changed(json -> json.remove("cases")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("cases");
    }

    @Test
    void takesACountThatIsMissingForNoZero() throws IOException {
      folder(folder, changed(json -> ((ObjectNode) json.get("fidelity")).remove("missing")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("missing");
    }

    @Test
    void namesAFieldNobodyKnows() throws IOException {
      folder(folder, changed(json -> json.put("grade", "A")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("grade");
    }

    @Test
    void namesACountThatIsText() throws IOException {
      folder(folder, changed(json -> ((ObjectNode) json.get("fidelity")).put("items", "many")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("many");
    }

    @Test
    void namesNothingWhereAListIsWanted() throws IOException {
      folder(folder, changed(json -> json.withArray("kept").removeAll().addNull()));

      assertThatThrownBy(() -> OutcomeFile.read(folder)).isInstanceOf(Misuse.class);
    }

    @Test
    void namesADurationThatIsNone() throws IOException {
      folder(folder, changed(json -> ((ObjectNode) json.get("timings")).put("toExit", "soon")));

      assertThatThrownBy(() -> OutcomeFile.read(folder))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("soon");
    }
  }
}
