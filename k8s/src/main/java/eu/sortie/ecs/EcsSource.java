package eu.sortie.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.k8s.DrawnResource;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.scenario.ServiceSelection;
import eu.sortie.spi.ChangedException;
import eu.sortie.spi.Reading;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The ECS cluster that is left, as the resources it would be. */
final class EcsSource implements Source {

  private final End end;
  private final EcsConnection connection;
  private final ServiceSelection selection;
  private final ClusterListing listing;
  /** Readers look here while the next listing is under way. */
  private volatile Map<String, Drawing> drawings = Map.of();

  EcsSource(End end, EcsConnection connection, ServiceSelection selection) {
    this.end = end;
    this.connection = connection;
    this.selection = selection;
    this.listing = new ClusterListing(connection, selection);
  }

  @Override
  public String library() {
    return EcsConnection.LIBRARY;
  }

  @Override
  public void preflight() {
    try {
      listing.requireCluster();
      listing.requireServices();
    } catch (IOException unreadable) {
      throw new Misuse(
          "end '%s': cluster '%s' cannot be read: %s; check region, endpoint, credentials and the name"
              .formatted(end.name(), selection.cluster(), unreadable.getMessage()),
          unreadable);
    }
  }

  @Override
  public List<String> unlisted() {
    return listing.unlisted();
  }

  @Override
  public List<String> notCovered() {
    var sentences = new ArrayList<String>();
    sentences.add(
        "Tasks that nobody declared as a service or a rule of EventBridge are not looked at: those started by hand, by a program, by Step Functions or by EventBridge Scheduler.");
    if (!selection.services().isEmpty()) {
      sentences.add("Only some services leave, so no scheduled task does.");
    }
    sentences.add(
        "What is in volumes, images, logs, queues and databases is not looked at, and neither is what a role was allowed.");
    return sentences;
  }

  @Override
  public void list(Consumer<Item> seen) throws IOException {
    var found = new LinkedHashMap<String, Drawing>();
    for (var drawing : Drafting.of(listing.describe())) {
      if (found.put(drawing.resource().key(), drawing) != null) {
        throw new IOException(
            "two things of the cluster would both be %s; leave one of them out by 'services: [NAME]'"
                .formatted(drawing.resource().key()));
      }
    }
    drawings = Map.copyOf(found);
    found.values().forEach(drawing -> seen.accept(drawing.resource().listed()));
  }

  @Override
  public Reading read(Item listed) throws IOException {
    var drawing = drawings.get(listed.id().key());
    if (drawing == null) {
      var words = listed.id().key() + " was taken away while others left";
      throw new ChangedException(words, new IOException(words));
    }
    if (!drawing.refused().isEmpty()) {
      throw new RefusedException(
          drawing.refused(),
          new IOException(drawing.refused()),
          drawing.resource().seen());
    }
    return filled(drawing).read(listed, library());
  }

  /** Fetches the values that a secret or a config map is made of, each value of a store once. */
  private DrawnResource filled(Drawing drawing) throws IOException {
    if (drawing.values().isEmpty()) {
      return drawing.resource();
    }
    var vault = new Vault(connection, connection.region());
    ObjectNode document = drawing.resource().document().deepCopy();
    var data = document.putObject("data");
    var secret = document.path("kind").asText().equals("Secret");
    for (var one : drawing.values().entrySet()) {
      try {
        var value = vault.open(one.getValue());
        data.put(
            one.getKey(),
            secret
                ? Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
                : value);
      } catch (AnswerException answer) {
        var words = "%s (%s): %s".formatted(one.getKey(), one.getValue().id(), answer.getMessage());
        // What the rest of it would be can be seen all the same; but not one of its values alone.
        throw new RefusedException(
            words,
            answer,
            drawing
                .resource()
                .seen()
                .with(ResourceTraits.DATA, Value.unknown(words))
                .with(ResourceTraits.HIDDEN_REFERENCES, Value.unknown(words)));
      }
    }
    return new DrawnResource(
        document, drawing.resource().withoutCounterpart(), drawing.resource().made());
  }

  @Override
  public void close() {
    connection.line().cut();
    connection.close();
  }
}
