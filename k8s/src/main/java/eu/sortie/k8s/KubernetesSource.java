package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The namespace that is left: one listing for each sort of resource, one read for each resource. */
final class KubernetesSource implements Source {

  private final String end;
  private final ClusterConnection connection;
  private final ResourceSelection selection;
  private final NamespaceListing listing;
  private final DrillKey key;

  KubernetesSource(
      String end, ClusterConnection connection, ResourceSelection selection, DrillKey key) {
    this.end = end;
    this.connection = connection;
    this.selection = selection;
    this.listing = new NamespaceListing(connection, selection.namespace());
    this.key = key;
  }

  @Override
  public String library() {
    return ClusterConnection.LIBRARY;
  }

  @Override
  public void preflight() {
    try {
      connection.get("/api/v1/namespaces/" + selection.namespace());
    } catch (AnswerException answer) {
      throw new Misuse(
          answer.status() == 404
              ? "end '%s': there is no namespace '%s'; check the name in the scenario's export"
                  .formatted(end, selection.namespace())
              : "end '%s': namespace '%s' cannot be read: %s"
                  .formatted(end, selection.namespace(), answer.getMessage()),
          answer);
    } catch (IOException silent) {
      throw new Misuse(
          "end '%s': namespace '%s' cannot be read: %s"
              .formatted(end, selection.namespace(), silent.getMessage()),
          silent);
    }
  }

  @Override
  public List<String> notCovered() {
    var sentences = new ArrayList<>(listing.notCovered());
    sentences.add(
        "What the namespace needs of its cluster is not looked at: custom resource definitions, "
            + "cluster roles, classes of storage, ingress and priority, webhooks.");
    sentences.add("What is in volumes and in images is not looked at.");
    sentences.add(
        "Fields nobody declared are recorded and not compared: another cluster fills in its own.");
    return sentences;
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    listing.each(seen);
  }

  @Override
  public Reading read(Item listed) throws IOException {
    var id = listed.id().key();
    var type = listing.typeOf(id);
    try {
      var resource =
          connection.get(type.pathIn(selection.namespace()) + id.substring(id.indexOf('/')));
      var item = new ResourceItem(resource, key);
      var traits = item.traits();
      if (listed.value(ResourceTraits.UID) instanceof Value.Text uid
          && !uid.equals(traits.get(ResourceTraits.UID))) {
        throw new AnswerException(404, "another one was made under its name", null);
      }
      var document = item.exported();
      return new OpenResource(
          listed.with(traits), document.length, new ByteArrayInputStream(document));
    } catch (AnswerException answer) {
      throw answer.status() == 404
          ? new ChangedException("it was removed: " + answer.getMessage(), answer)
          : new RefusedException(answer.words(), answer);
    }
  }

  @Override
  public void close() {
    connection.line().cut();
    connection.close();
  }
}
