package eu.sortie.s3;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where clients are made: what is made nowhere else cannot get around the guard. */
class EveryClientTests {

  private static final JavaClasses SORTIE = sortie();

  /** Without looking into the libraries: who is called is enough here, and ten times as fast. */
  private static JavaClasses sortie() {
    var settings = ArchConfiguration.get();
    settings.setResolveMissingDependenciesFromClassPath(false);
    try {
      return new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("eu.sortie");
    } finally {
      settings.setResolveMissingDependenciesFromClassPath(true);
    }
  }

  /** A server's container asks whether it answers yet, before there is a line to it; Toxiproxy is no end. */
  @ParameterizedTest(name = "{0} is made by {1} alone")
  @CsvSource(
      delimiter = '|',
      value = {
        "software\\.amazon\\.awssdk\\.services\\..*Client | S3Connection",
        "eu\\.sortie\\.s3\\.Wire | S3Connection",
        "io\\.minio\\.Minio(Async)?Client | MinioWitness",
        "okhttp3\\.OkHttpClient.* | MinioWitness",
        "java\\.net\\.http\\.HttpClient | SignedGet or ToxiproxyClient",
        "java\\.net\\.URL | ServerContainer",
      })
  void isMadeInOnePlace(String client, String maker) {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.(%s)".formatted(maker.replace(" or ", "|")))
        .should()
        .callCodeUnitWhere(target(owner(nameMatching(client)))
            .and(target(nameMatching("builder|create|newBuilder|newHttpClient|<init>|open.*"))))
        .because("a client that is made elsewhere is on no line: nobody counts or guards it")
        .check(SORTIE);
  }
}
