package eu.sortie.ecs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.ServiceSelection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.List;

/**
 * Ends that are ECS clusters, to be left and never moved to; settings {@code region}, {@code endpoint}, {@code cluster}, {@code access-key} and
 * {@code secret-key}.
 */
public final class EcsProtocol implements Protocol {

  /** For {@link java.util.ServiceLoader}. */
  public EcsProtocol() {}

  @Override
  public String name() {
    return "ecs";
  }

  @Override
  public void check(End end) {
    EcsSettings.of(end);
  }

  @Override
  public String address(End end) {
    return EcsSettings.of(end).address();
  }

  @Override
  public Source source(End end, Line line, Selection selection) {
    var settings = EcsSettings.of(end);
    if (!(selection instanceof ServiceSelection services)) {
      throw new Misuse(
          "end '%s' is an ECS cluster and holds services, but %s are to leave; name another end, or export 'services: {cluster: NAME}'"
              .formatted(end.name(), selection));
    }
    settings.cluster().filter(name -> !name.equals(services.cluster())).ifPresent(name -> {
      throw end.misuse(
          "cluster",
          "the scenario is about cluster '%s', and this end is cluster '%s'; name an end for it"
              .formatted(services.cluster(), name));
    });
    return new EcsSource(end, new EcsConnection(settings, line), services);
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    throw new Misuse(
        "end '%s' is an ECS cluster, which can be left and not moved to; name a Kubernetes cluster under 'to'"
            .formatted(end.name()));
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    var settings = EcsSettings.of(end);
    try (var connection = new EcsConnection(settings, line)) {
      var clusters = connection
          .ask(Api.ECS, "ListClusters", JsonNodeFactory.instance.objectNode())
          .path("clusterArns");
      return List.of(new Finding(
          "ECS answers", Answer.YES, "%d clusters in its first answer".formatted(clusters.size())));
    } catch (IOException | RuntimeException failed) {
      return List.of(new Finding(
          "ECS answers",
          Answer.NO,
          "%s; check region, endpoint and credentials".formatted(failed.getMessage())));
    }
  }
}
