package eu.sortie.oci;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the design says of an adapter, for this one: its module sees all of the harness. */
class HouseTests {

  private static final JavaClasses OURS = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("eu.sortie.oci");

  @Test
  void anAdapterMeetsDrillsInSpi() {
    classes()
        .that(resideInAPackage("eu.sortie.oci.."))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(
                "eu.sortie.oci..",
                "eu.sortie.spi..",
                "eu.sortie.scenario..",
                "eu.sortie.measure..",
                "eu.sortie.inventory..")
            .or(not(resideInAPackage("eu.sortie.."))))
        .because("an adapter that knew the drill could not be used by another")
        .check(OURS);
  }

  @Test
  void theTwoWitnessesAreTwoLibraries() {
    noClasses()
        .that()
        .haveSimpleNameStartingWith("Oras")
        .should()
        .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio.."))
        .because("what one library wrote another reads back")
        .check(OURS);
    noClasses()
        .that()
        .haveSimpleNameStartingWith("OkHttp")
        .should()
        .dependOnClassesThat(resideInAPackage("land.oras.."))
        .because("what one library wrote another reads back")
        .check(OURS);
  }
}
