package eu.sortie.cli;

import eu.sortie.drill.DrillSetup.Place;
import eu.sortie.evidence.EvidenceFolders;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Profile;
import eu.sortie.spi.Surroundings;
import eu.sortie.survey.LossesPage;
import eu.sortie.yaml.ProfileFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a destination with known-hard things, and writes down what it declares beside what was observed. */
@Command(
    name = "survey-destination",
    description =
        "Tries a destination with the poison estate, in a bucket of its own that is removed again, and writes its profile: what it declares and what was observed, side by side.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The estate is planted at an emulated source on this machine; nothing but the end named is written to. A profile may be named as the capabilities of an end, so that what was observed is foretold.",
      "The exit code is 0 where nothing is lost that the destination declares it keeps, 1 where something is, 4 where the survey could not be finished: then no profile is written.",
      "With --losses FILE nothing is surveyed: a page is made of the profiles named."
    })
final class SurveyCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      paramLabel = "PROFILE",
      arity = "0..*",
      description = "Profiles for the page of --losses.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--environment",
      paramLabel = "embedded|FILE",
      description = "Where the destination is.")
  private @Nullable String environment;

  @Option(names = "--end", paramLabel = "NAME", description = "Which of its ends is tried.")
  private @Nullable String end;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the profile calls it. Default: the name of the end.")
  private @Nullable String name;

  @Option(
      names = "--server",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "What answers there, with its version, since servers do not say: written into the profile as it is.")
  private String server = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the profile goes. Default: profile-NAME.yaml.")
  private @Nullable Path out;

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      defaultValue = "poison-leaves-s3",
      completionCandidates = Shelf.Names.class,
      description = "One that ships, whose estate is planted. Default: ${DEFAULT-VALUE}.")
  private String scenario = "poison-leaves-s3";

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      defaultValue = "drills",
      description = "Where the evidence of the drill goes. Default: ${DEFAULT-VALUE}.")
  private Path evidence = Path.of("drills");

  @Option(
      names = "--losses",
      paramLabel = "FILE",
      description = "Writes a page of what is lost where, made of the profiles named.")
  private @Nullable Path losses;

  SurveyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (losses != null) {
      return page(losses);
    }
    if (!profiles.isEmpty()) {
      throw new Misuse(
          "survey-destination: profiles are named, and no page to make of them; add --losses FILE, or leave them out");
    }
    if (environment == null || end == null) {
      console.complain(
          "nothing ran: name the end to try, as in 'sortie survey-destination --environment ends.yaml --end europe'");
      return Exit.NOTHING_RAN;
    }
    return survey(Places.find(environment, console.variables()), end);
  }

  private int page(Path file) {
    if (profiles.isEmpty()) {
      console.complain(
          "nothing ran: name the profiles the page is made of, as in --losses losses.md profile-*.yaml");
      return Exit.NOTHING_RAN;
    }
    var read = profiles.stream().map(ProfileFile::read).toList();
    requireNamesOnce(read);
    write(file, LossesPage.of(read));
    return Exit.PASSED;
  }

  private static void requireNamesOnce(List<Profile> read) {
    var names = read.stream().map(Profile::name).toList();
    names.stream()
        .filter(one -> names.indexOf(one) != names.lastIndexOf(one))
        .findFirst()
        .ifPresent(twice -> {
          throw new Misuse(
              "--losses: two of the profiles are called '%s', expected each name once; survey with another --name"
                  .formatted(twice));
        });
  }

  private int survey(Place place, String endName) {
    var folders = new EvidenceFolders(evidence);
    var found = new Shelf().find(scenario, Optional.empty());
    var interrupt = Interrupt.listen(console);
    int exit = Exit.INCONCLUSIVE;
    try (var ground = SurveyGround.at(place, endName, source(), console)) {
      var probe = new Probe(ground, found, folders);
      try (var shown = ShownProgress.on(console)) {
        probe.run(new AnnouncedCost(shown, console, ground.destination()), interrupt::watch);
      }
      exit = report(probe, folders);
    } finally {
      interrupt.end(exit);
    }
    return exit;
  }

  private int report(Probe probe, EvidenceFolders folders) {
    probe.leftovers().forEach(console::note);
    if (!probe.isComplete()) {
      console.complain(
          "the survey could not be finished: %s. No profile was written; evidence is in %s"
              .formatted(probe.reason(), folders.last()));
      return Exit.INCONCLUSIVE;
    }
    var file = out == null
        ? Path.of("profile-%s.yaml".formatted(called().replaceAll("[^A-Za-z0-9._-]+", "-")))
        : out;
    var profile = probe.profile(called(), server, file);
    write(file, ProfileFile.write(profile));
    var differences = profile.differences();
    differences.forEach(console::say);
    console.say("%d difference%s between declared and observed; profile: %s; evidence: %s"
        .formatted(differences.size(), differences.size() == 1 ? "" : "s", file, folders.last()));
    return profile.isBroken() ? Exit.BREACHED : Exit.PASSED;
  }

  private String called() {
    return name == null ? String.valueOf(end) : name;
  }

  private static Surroundings source() {
    return Places.started().stream()
        .filter(one -> one.name().equals("embedded"))
        .findFirst()
        .orElseThrow(
            () -> new Misuse(
                "survey-destination: there is no environment 'embedded' to plant the estate in; run the sortie that ships"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be written: %s".formatted(file, failed.getMessage()), failed);
    }
  }
}
