package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import eu.sortie.spi.Trial;
import eu.sortie.spi.Tuned;
import java.util.List;
import java.util.Optional;

/** Opens ends that speak S3; settings as {@code endpoint}, {@code region}, {@code path-style}, {@code access-key} and so on. */
public final class S3Protocol implements Protocol {

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public void check(End end) {
    S3Settings.of(end);
  }

  @Override
  public String address(End end) {
    return S3Settings.of(end).address();
  }

  @Override
  public Source source(End end, Line line, Selection selection) {
    var objects = objects(end, selection);
    return new S3Source(S3Connection.open(end, line, objects.bucket()), objects);
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    var objects = objects(end, selection);
    var bucket = BucketName.of(objects, drillId);
    return new S3Destination(S3Connection.open(end, line, bucket), objects, drillId);
  }

  private static ObjectSelection objects(End end, Selection selection) {
    if (selection instanceof ObjectSelection objects) {
      return objects;
    }
    throw new Misuse(
        "end '%s' is S3 and holds objects, but %s are to leave; name ends that are Kubernetes clusters, as in 'kubernetes: {kubeconfig: FILE}', with --environment FILE"
            .formatted(end.name(), selection));
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    try (var connection = new S3Connection(end, line)) {
      return new Examination(connection).findings();
    }
  }

  @Override
  public Tuned tune(End end, Line line, Optional<Trial> trial) {
    return new TuningTrial(end, line).run(trial);
  }
}
