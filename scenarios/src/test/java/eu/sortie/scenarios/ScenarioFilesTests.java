package eu.sortie.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Trait;
import eu.sortie.scenario.Allowance;
import eu.sortie.scenario.Selection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ScenarioFilesTests {

  private static final List<String> TRAITS =
      Selection.objects("b").kinds().traits().stream().map(Trait::name).toList();

  @SuppressWarnings("unchecked")
  private static Map<String, Object> load(String name) throws IOException {
    try (var in = ScenarioFilesTests.class.getResourceAsStream(name)) {
      return (Map<String, Object>)
          new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> clauses(Map<String, Object> scenario, String key) {
    return (List<Map<String, Object>>) scenario.getOrDefault(key, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "photos-leave-s3.yaml, photos, Photos leave S3",
    "poison-leaves-s3.yaml, poison, Poison leaves S3",
    "poison-history-leaves-s3.yaml, poison-history, Poison history leaves S3",
    "poison-lock-leaves-s3.yaml, poison-lock, Poison lock leaves S3",
    "folder-leaves-s3.yaml, folder, Folder leaves S3"
  })
  void eachTakesItsEstateFromAwsToEurope(String file, String bucket, String name)
      throws IOException {
    assertThat(load(file))
        .containsOnlyKeys(
            load(file).containsKey("allow")
                ? new String[] {"scenario", "from", "to", "export", "expect", "allow"}
                : new String[] {"scenario", "from", "to", "export", "expect"})
        .containsEntry("scenario", name)
        .containsEntry("from", "aws")
        .containsEntry("to", "europe")
        .containsEntry("export", Map.of("objects", Map.of("bucket", bucket)));
  }

  @ParameterizedTest
  @CsvSource({
    "photos-leave-s3.yaml",
    "poison-leaves-s3.yaml",
    "poison-history-leaves-s3.yaml",
    "poison-lock-leaves-s3.yaml",
    "folder-leaves-s3.yaml"
  })
  void eachGatesTraitsThatThereAre(String file) throws IOException {
    var expect = clauses(load(file), "expect");

    assertThat(expect).hasSize(2);
    assertThat((List<?>) expect.get(0).get("every item keeps"))
        .hasSizeGreaterThanOrEqualTo(9)
        .allMatch(TRAITS::contains);
    assertThat(expect.get(1)).containsEntry("time to exit", "at most 30 min");
  }

  @ParameterizedTest
  @CsvSource({
    "photos-leave-s3.yaml",
    "poison-leaves-s3.yaml",
    "poison-history-leaves-s3.yaml",
    "poison-lock-leaves-s3.yaml",
    "folder-leaves-s3.yaml"
  })
  void eachAllowanceIsOneThatCanBeMade(String file) throws IOException {
    assertThat(clauses(load(file), "allow")).allSatisfy(allow -> {
      assertThat(allow.get("loss of"))
          .satisfiesAnyOf(
              of -> assertThat(of).isEqualTo(Allowance.ITEM),
              of -> assertThat(of).isIn(TRAITS));
      assertThat((String) allow.get("because")).isNotBlank();
    });
  }
}
