package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The namespace that is left. */
final class KubernetesSource implements Source {

  private final String end;
  private final ClusterConnection connection;
  private final ResourceSelection selection;
  private final NamespaceReader reader;

  KubernetesSource(
      String end, ClusterConnection connection, ResourceSelection selection, DrillKey key) {
    this.end = end;
    this.connection = connection;
    this.selection = selection;
    this.reader = new NamespaceReader(connection, selection.namespace(), key);
  }

  @Override
  public String library() {
    return reader.library();
  }

  @Override
  public void preflight() {
    if (!Preflight.isThere(end, connection, selection.namespace())) {
      throw Preflight.noNamespace(end, selection.namespace());
    }
  }

  @Override
  public List<String> unlisted() {
    return reader.unlisted();
  }

  @Override
  public List<String> notCovered() {
    var sentences = new ArrayList<>(reader.leftOut());
    sentences.add(
        "What the namespace needs of its cluster is not looked at, but for the definitions of its custom resources and the classes of priority it names: "
            + "cluster roles, classes of storage and ingress, webhooks, labels of the namespace itself.");
    sentences.add("What is in volumes and in images is not looked at.");
    sentences.add(
        "Fields nobody declared are recorded and not compared: another cluster fills in its own.");
    return sentences;
  }

  @Override
  public Recording record(Gate.Alike gate) throws IOException {
    var namespace = selection.namespace();
    try {
      return gate instanceof Gate.AnswersAlike alike
          ? new Answers(new ServiceCall(connection, namespace)).recorded(alike)
          : new Workloads(connection, namespace).recorded();
    } catch (AnswerException refused) {
      // A gate that could not be looked at is no reason to move nothing.
      return Recording.unknown(refused.words());
    }
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    reader.list(seen);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    return reader.read(listed);
  }

  @Override
  public void close() {
    connection.line().cut();
    connection.close();
  }
}
