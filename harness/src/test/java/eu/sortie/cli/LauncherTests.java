package eu.sortie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a house of its own, with a Maven and a Java that only write down what they were asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "because the launcher is a shell script")
class LauncherTests {

  private static final Path LAUNCHER = Path.of(System.getProperty("basedir", ""))
      .toAbsolutePath()
      .resolve("../sortie")
      .normalize();

  @TempDir
  Path folder;

  private Path house;
  private Path tools;

  @BeforeEach
  void build() throws IOException {
    house = Files.createDirectories(folder.resolve("a house"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(LAUNCHER, house.resolve("sortie"));
    executable(house.resolve("sortie"), Files.readString(LAUNCHER));
    for (var file : List.of("pom.xml", "harness/pom.xml", "scenarios/pom.xml")) {
      Files.createDirectories(house.resolve(file).getParent());
      old(RealEnds.write(house.resolve(file), ""));
    }
    for (var module : List.of("harness", "scenarios")) {
      var main = Files.createDirectories(house.resolve(module + "/src/main"));
      old(RealEnds.write(main.resolve("A.java"), ""));
      old(main);
    }
    mvn("mkdir -p scenarios/target/lib; echo built");
    java("17.0.15");
  }

  private static void old(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void mvn(String script) throws IOException {
    executable(
        tools.resolve("mvn"), "#!/bin/sh\necho \"$@\" >> '%s'\n%s\n".formatted(builds(), script));
  }

  private void java(String version) throws IOException {
    executable(tools.resolve("java"), """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
        for word in "$@"; do echo "[$word]"; done
        """.formatted(version));
  }

  private Path builds() {
    return folder.resolve("builds.txt");
  }

  private Said start(String... arguments) throws IOException, InterruptedException {
    return start(Map.of(), house.resolve("sortie"), arguments);
  }

  private Said start(Map<String, String> variables, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var out = folder.resolve("out.txt");
    var err = folder.resolve("err.txt");
    var builder = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().putAll(variables);
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private long timesBuilt() throws IOException {
    return Files.exists(builds()) ? Files.readAllLines(builds()).size() : 0;
  }

  @Test
  void handsOnEveryWordAsItIsFromAFolderWithABlank() throws Exception {
    var said = start("drill", "my scenario.yaml", "--estate", "");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out().lines().toList())
        .endsWith("[eu.sortie.cli.Sortie]", "[drill]", "[my scenario.yaml]", "[--estate]", "[]")
        .contains(
            "[-Dsortie.emulators=%s/scenarios/target/emulators]".formatted(house.toRealPath()),
            "[-Dsortie.terminal.out=false]",
            "[-Dsortie.terminal.err=false]");
  }

  @Test
  void isFoundBehindALink() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("linked"), Path.of("a house/sortie"));

    assertThat(start(Map.of(), link, "doctor").out()).contains("/a house/scenarios/target");
  }

  @Test
  void givesTheVirtualMachineWhatTheUserSays() throws Exception {
    var said = start(Map.of("SORTIE_JAVA_OPTS", "-Xmx2g -Da=b"), house.resolve("sortie"), "doctor");

    assertThat(said.out().lines())
        .containsSubsequence("[-Xmx256m]", "[-Xmx2g]", "[-Da=b]", "[-cp]");
  }

  @Nested
  class Builds {

    @Test
    void onceAndNotAgain() throws Exception {
      assertThat(start("doctor").err()).contains("building, once");
      assertThat(start("doctor").err()).isEmpty();
      assertThat(timesBuilt()).isEqualTo(1);
    }

    @Test
    void againWhereASourceIsNewer() throws Exception {
      start("doctor");
      var source = house.resolve("harness/src/main/A.java");
      Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
      start("doctor");

      assertThat(timesBuilt()).isEqualTo(2);
    }

    @Test
    void againWhereWhatWasBuiltIsGone() throws Exception {
      start("doctor");
      Files.delete(house.resolve("scenarios/target/lib"));
      start("doctor");

      assertThat(timesBuilt()).isEqualTo(2);
    }

    @Test
    void againAfterABuildThatFailedAndShowsItsLastLines() throws Exception {
      mvn("echo 'no such artifact'; exit 1");

      var said = start("doctor");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).contains("the build failed", "no such artifact");
      start("doctor");
      assertThat(timesBuilt()).isEqualTo(2);
    }
  }

  /** The small drill that loads the classes, as far as a stand-in for Java goes. */
  private void javaThatKeepsClasses() throws IOException {
    executable(tools.resolve("java"), """
        #!/bin/sh
        if [ "$1" = -version ]; then echo 'openjdk version "17.0.15" 2026-01-01' >&2; exit 0; fi
        for word in "$@"; do
          case $word in -XX:ArchiveClassesAtExit=*) echo kept > "${word#*=}"; echo "$@" >> '%s' ;; esac
          echo "[$word]"
        done
        """.formatted(folder.resolve("kept.txt")));
  }

  @Nested
  class KeepsWhatTheJvmMakesOfClasses {

    @Test
    void onceForEachBuild() throws Exception {
      javaThatKeepsClasses();
      for (int i = 0; i < 2; i++) {
        assertThat(start("doctor").out())
            .contains("[-XX:SharedArchiveFile=%s/scenarios/target/sortie-17.jsa]"
                .formatted(house.toRealPath()));
      }

      assertThat(Files.readAllLines(folder.resolve("kept.txt")))
          .singleElement()
          .asString()
          .contains("drill folder-leaves-s3");
    }

    @Test
    void orStartsWithoutWhereItCannotBeKept() throws Exception {
      assertThat(start("doctor").out()).doesNotContain("SharedArchiveFile");
    }
  }

  @Nested
  class Refuses {

    @Test
    void aJavaThatIsTooOld() throws Exception {
      java("11.0.2");

      var said = start("doctor");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.err()).contains("version 11, expected 17 or newer", "JAVA_HOME");
      assertThat(timesBuilt()).isZero();
    }

    @Test
    void aJavaHomeWithoutOne() throws Exception {
      var said = start(Map.of("JAVA_HOME", folder.toString()), house.resolve("sortie"), "doctor");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.err()).contains("JAVA_HOME is " + folder, "no bin/java");
    }

    @Test
    void toBuildWithoutMaven() throws Exception {
      Files.delete(tools.resolve("mvn"));
      var path = Map.of("PATH", tools + ":" + bare());

      var said = start(path, house.resolve("sortie"), "doctor");

      assertThat(said.exit()).isEqualTo(Exit.BAD_INPUT);
      assertThat(said.err()).contains("no mvn was found", "install Maven");
    }

    /** The tools of the system the launcher needs, without the Maven that may be among them. */
    private Path bare() throws IOException {
      var bare = Files.createDirectories(folder.resolve("bare"));
      for (var tool : List.of("dirname", "sed", "head", "find", "readlink")) {
        executable(
            bare.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
      }
      return bare;
    }
  }

  @Test
  void letsNativeCodeInWhereJavaWouldWarnOfIt() throws Exception {
    assertThat(start("doctor").out()).doesNotContain("native-access");
    java("25");
    assertThat(start("doctor").out()).contains("[--enable-native-access=ALL-UNNAMED]");
  }
}
