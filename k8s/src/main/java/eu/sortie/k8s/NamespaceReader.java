package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the resources of a namespace as its API server sends them: one listing for each sort of resource, one read for each resource. */
final class NamespaceReader implements Reader {

  private final Connection connection;
  private final NamespaceListing listing;
  private final DrillKey key;

  NamespaceReader(Connection connection, String namespace, DrillKey key) {
    this.connection = connection;
    this.listing = new NamespaceListing(connection, namespace);
    this.key = key;
  }

  @Override
  public String library() {
    return connection.library();
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    listing.each(seen);
  }

  /** What was left out of the last listing, each in one sentence. */
  List<String> leftOut() {
    return listing.leftOut();
  }

  /** What the last listing could not show, each in one sentence. */
  List<String> unlisted() {
    return listing.unlisted();
  }

  @Override
  public Reading read(Item listed) throws IOException {
    try {
      var item = new ResourceItem(connection.get(listing.pathOf(listed.id().key())), key);
      var traits = item.traits();
      if (listed.value(ResourceTraits.UID) instanceof Value.Text uid
          && !uid.equals(traits.get(ResourceTraits.UID))) {
        throw new AnswerException(404, "another one was made under its name", null);
      }
      var document = item.exported();
      return new OpenResource(
          listed.with(traits), document.length, new ByteArrayInputStream(document), library());
    } catch (AnswerException answer) {
      throw answer.status() == 404
          ? new ChangedException("it was removed: " + answer.getMessage(), answer)
          : new RefusedException(answer.words(), answer);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
