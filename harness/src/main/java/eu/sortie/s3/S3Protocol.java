package eu.sortie.s3;

import eu.sortie.scenario.End;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Line;
import eu.sortie.spi.Protocol;
import eu.sortie.spi.Source;
import java.util.List;

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
    return new S3Source(new S3Connection(end, line), (ObjectSelection) selection);
  }

  @Override
  public Destination destination(End end, Line line, Selection selection, String drillId) {
    return new S3Destination(new S3Connection(end, line), (ObjectSelection) selection, drillId);
  }

  @Override
  public List<Finding> examine(End end, Line line) {
    try (var connection = new S3Connection(end, line)) {
      return new Examination(connection).findings();
    }
  }
}
