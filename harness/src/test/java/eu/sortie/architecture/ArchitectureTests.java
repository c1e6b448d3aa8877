package eu.sortie.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.sortie.inventory.Comparison;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTests {

  private static final String ROOT = "eu.sortie";
  private static final JavaClasses HOUSE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsEveryRule(HouseRule rule) {
    rule.under(ROOT).check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleSaysWhy(HouseRule rule) {
    assertThat(rule.under(ROOT).getDescription()).contains(", because ");
  }

  @Test
  void theHouseIsWhatShipsAndNoTest() {
    assertThat(HOUSE)
        .extracting(JavaClass::getName)
        .contains(Comparison.class.getName())
        .doesNotContain(ArchitectureTests.class.getName());
  }

  /** Classes that break one rule each, so that a rule which cannot fail is found out. */
  @Nested
  class EveryRuleCanFail {

    private static final String SAMPLES = ROOT + ".architecture.samples";
    private static final JavaClasses CULPRITS = new ClassFileImporter().importPackages(SAMPLES);

    @ParameterizedTest
    @EnumSource
    void onASampleThatBreaksIt(HouseRule rule) {
      var report = rule.under(SAMPLES).evaluate(CULPRITS).getFailureReport().toString();

      assertThat(report).contains(SAMPLES + "." + culprits().get(rule));
    }

    @Test
    void andAPackageThatIsInNoLayerIsFoundOut() {
      assertThat(HouseRule.LAYERS
              .under(SAMPLES)
              .evaluate(CULPRITS)
              .getFailureReport()
              .toString())
          .contains(SAMPLES + ".util.ScrapHelper");
    }

    private static Map<HouseRule, String> culprits() {
      var culprits = new EnumMap<HouseRule, String>(HouseRule.class);
      culprits.put(HouseRule.LAYERS, "inventory.LooksUp");
      culprits.put(HouseRule.ENDS_MEET_IN_SPI, "drill.NamesAdapter");
      culprits.put(HouseRule.ADAPTERS_DO_NOT_KNOW_DRILL, "s3.NamesDrill");
      culprits.put(HouseRule.PURE_PACKAGES_USE_THE_JDK_ALONE, "inventory.UsesSdk");
      culprits.put(HouseRule.PURE_PACKAGES_DO_NO_IO, "inventory.ReadsFile");
      culprits.put(HouseRule.PURE_PACKAGES_READ_NO_CLOCK, "inventory.ReadsClock");
      culprits.put(HouseRule.NO_SCRAP_PACKAGES, "util.ScrapHelper");
      culprits.put(HouseRule.NO_EMPTY_NAMES, "util.ScrapHelper");
      culprits.put(HouseRule.PUBLIC_TYPES_ARE_CLOSED, "util.ScrapHelper");
      culprits.put(HouseRule.SILENT_OUTSIDE_CLI, "spi.Talks");
      culprits.put(HouseRule.NO_GENERIC_EXCEPTIONS, "spi.Throws");
      culprits.put(HouseRule.NO_SLEEP, "spi.Sleeps");
      culprits.put(HouseRule.NO_CYCLES, "drill.NamesAdapter");
      culprits.put(HouseRule.NULL_MARKED, "util.ScrapHelper");
      return culprits;
    }
  }
}
