package eu.sortie.s3;

import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketNameTests {

  private static final String LEGAL = "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]";

  private static String of(String bucket) {
    return BucketName.of(objects(bucket), "1a2b3c4d");
  }

  @Test
  void namesTheSourceAndTheDrill() {
    assertThat(of("photos")).isEqualTo("photos-drill-1a2b3c4d");
  }

  @Test
  void isTheOneTheScenarioNamesWhereItNamesOne() {
    assertThat(BucketName.of(objects("photos").into("archive"), "1a2b3c4d")).isEqualTo("archive");
  }

  @ParameterizedTest
  @CsvSource({
    "My_Bucket, my-bucket-drill-1a2b3c4d",
    "www.example.com, www-example-com-drill-1a2b3c4d",
    "_logs, logs-drill-1a2b3c4d",
    "LOGS.2010_eu, logs-2010-eu-drill-1a2b3c4d",
    "___, objects-drill-1a2b3c4d",
    "..., objects-drill-1a2b3c4d",
  })
  void legacyNamesOfTheSourceBecomeLegalOnes(String bucket, String name) {
    assertThat(of(bucket)).isEqualTo(name);
  }

  @Test
  void hasNoMoreThan63CharactersAndKeepsTheDrillsName() {
    assertThat(of("b".repeat(63))).hasSize(63).endsWith("-drill-1a2b3c4d").matches(LEGAL);
    assertThat(of("b".repeat(255))).hasSize(63).endsWith("-drill-1a2b3c4d").matches(LEGAL);
  }

  @Property(tries = 300)
  void isLegalWhateverTheSourceIsCalled(@ForAll @NotBlank @StringLength(max = 255) String bucket) {
    assertThat(of(bucket)).matches(LEGAL);
  }
}
