package eu.sortie.oci;

import eu.sortie.scenario.End;
import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ends that are OCI registries; settings {@code registry}, {@code username}, {@code password}, {@code plain-http} and {@code platforms}. */
public final class OciProtocol implements Protocol {

  /** For {@link java.util.ServiceLoader}. */
  public OciProtocol() {}

  @Override
  public String name() {
    return "oci";
  }

  @Override
  public void check(End end) {
    OciSettings.of(end);
  }

  @Override
  public String address(End end) {
    return OciSettings.of(end).address();
  }

  @Override
  public Source source(End end, Line line, Selection selection) {
    return new OciSource(end.name(), connect(end, line), images(end, selection));
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    var settings = OciSettings.of(end);
    var credentials = settings.credentials(end);
    return new OciDestination(
        end.name(),
        settings,
        credentials,
        new OkHttpConnection(settings, credentials, line),
        images(end, selection),
        drillId);
  }

  private static OkHttpConnection connect(End end, Line line) {
    var settings = OciSettings.of(end);
    return new OkHttpConnection(settings, settings.credentials(end), line);
  }

  private static ImageSelection images(End end, Selection selection) {
    if (selection instanceof ImageSelection images) {
      return images;
    }
    throw new Misuse(
        "end '%s' is a registry and holds images, but %s are to leave; name another end, or export 'images: {repositories: [NAME]}'"
            .formatted(end.name(), selection));
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    var findings = new ArrayList<Finding>();
    try (var connection = connect(end, line)) {
      var registry = new Registry(connection);
      registry.greet();
      findings.add(new Finding("the registry answers", Answer.YES, "and takes the credentials"));
      findings.add(catalogue(registry));
    } catch (IOException | RuntimeException failed) {
      findings.add(new Finding(
          "the registry answers",
          Answer.NO,
          "%s; check host and credentials with: oras repo ls".formatted(failed.getMessage())));
    }
    return findings;
  }

  private static Finding catalogue(Registry registry) {
    var what = "its repositories can be listed";
    try {
      return new Finding(what, Answer.YES, registry.repositories().size() + " of them");
    } catch (IOException refused) {
      return new Finding(
          what, Answer.NO, "%s; name them in the scenario".formatted(refused.getMessage()));
    }
  }
}
