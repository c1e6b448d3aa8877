package eu.sortie.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.sortie.inventory.Item;
import eu.sortie.scenario.Gate;
import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.NamespaceSelection;
import eu.sortie.spi.Created;
import eu.sortie.spi.Destination;
import eu.sortie.spi.Leftover;
import eu.sortie.spi.Reader;
import eu.sortie.spi.Receipt;
import eu.sortie.spi.Recording;
import eu.sortie.spi.RefusedException;
import eu.sortie.spi.Sign;
import eu.sortie.spi.Written;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The namespace that is moved to: server-side apply, each resource as far as it was declared, in the order in which they need each other. */
final class KubernetesDestination implements Destination {

  /** Who owns what a drill applies. */
  static final String MANAGER = "sortie";

  /** Of a namespace: a label of DNS (RFC 1123). */
  private static final int LONGEST_NAME = 63;

  private static final String NAMESPACES = "/api/v1/namespaces";
  private static final String APPLY = "application/apply-patch+yaml";
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String end;
  private final KubernetesSettings settings;
  private final Supplier<Config> config;
  private final ClusterConnection connection;
  private final NamespaceSelection selection;
  private final String drillId;
  private final String namespace;
  private final DrillKey key;
  private final Duration patience;
  private final Translator translator;
  private final KnownTypes types;
  private final Footprint footprint = new Footprint();
  private final List<String> meaningless = new ArrayList<>();

  KubernetesDestination(
      String end,
      KubernetesSettings settings,
      Supplier<Config> config,
      ClusterConnection connection,
      NamespaceSelection selection,
      String drillId,
      DrillKey key,
      Duration patience) {
    this.end = end;
    this.settings = settings;
    this.config = config;
    this.connection = connection;
    this.selection = selection;
    this.drillId = drillId;
    this.namespace =
        selection.into().isEmpty() ? selection.namespace() + "-drill-" + drillId : selection.into();
    this.key = key;
    this.patience = patience;
    this.types = new KnownTypes(connection);
    this.translator = Translator.of(selection.namespace(), namespace)
        .without(Set.copyOf(selection.untranslated()))
        .replacing(selection.replacements(), key::digest);
  }

  @Override
  public String library() {
    return connection.library();
  }

  @Override
  public void preflight() {
    if (namespace.length() > LONGEST_NAME) {
      throw new Misuse(
          "end '%s': the drill's namespace would be '%s', %d letters long, and Kubernetes takes %d; name a shorter one under 'into'"
              .formatted(end, namespace, namespace.length(), LONGEST_NAME));
    }
    if (Preflight.isThere(end, connection, namespace)) {
      requireEmpty();
    } else {
      Preflight.requireMayCreateNamespaces(end, connection);
    }
  }

  private void requireEmpty() {
    var there = new ArrayList<String>();
    try {
      new NamespaceListing(connection, namespace)
          .each(item -> there.add(item.id().key()));
    } catch (IOException unreadable) {
      throw Preflight.unreadable(end, namespace, unreadable);
    }
    if (!there.isEmpty()) {
      throw new Misuse(
          "end '%s': namespace '%s' holds %d resources already, the first: %s; expected an empty one. Name another under 'into', or leave it out and the drill makes one of its own"
              .formatted(end, namespace, there.size(), there.get(0)));
    }
  }

  @Override
  public void prepare(List<Item> exported, Consumer<Created> created) throws IOException {
    var path = NAMESPACES + '/' + namespace;
    if (!connection.isThere(path)) {
      announce(path, "namespace " + namespace, created);
      connection.send("POST", NAMESPACES, JSON_TYPE, JSON.writeValueAsBytes(namespace()));
    }
    for (var item : exported) {
      var id = item.id().key();
      if (Order.isOfTheCluster(id) && !connection.isThere(pathInCluster(id))) {
        announce(pathInCluster(id), id.replace('/', ' '), created);
      }
    }
  }

  private void announce(String path, String what, Consumer<Created> told) {
    var created = new Created(end, what, settings.kubectl() + " delete " + what);
    footprint.add(path, created);
    told.accept(created);
  }

  private ObjectNode namespace() {
    var document = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Namespace");
    document
        .putObject("metadata")
        .put("name", namespace)
        .putObject("labels")
        .put("sortie.eu/drill", drillId);
    return document;
  }

  @Override
  public Receipt write(Item item, long announcedBytes, InputStream bytes) throws IOException {
    throw new IOException("resources leave as an export, and none is written while others leave");
  }

  @Override
  public List<Item> inOrder(List<Item> exported) {
    return exported.stream().sorted(Order.BY_NEED).toList();
  }

  @Override
  public Receipt restore(Item item, InputStream exported) throws IOException {
    var id = item.id().key();
    var never = translator.neverRestored(id, item.traits());
    if (never.isPresent()) {
      throw new RefusedException(never.get(), new IOException(never.get()));
    }
    if (Order.isOfTheCluster(id) && !footprint.holds(pathInCluster(id))) {
      // It was there before, and others in the cluster live by it: it is compared and never
      // changed.
      return Receipt.with(List.of());
    }
    var translated = translator.translate(id, document(id, exported), item.traits());
    var type = typeOf(id);
    apply(type, id, translated.document());
    if (type.equals(ResourceType.DEFINITION)) {
      types.defined(ResourceKey.of(id).name());
    }
    translated
        .warnings()
        .forEach(warning -> meaningless.add("%s, %s %s: %s (carried as it is: %s)"
            .formatted(id, warning.trait(), warning.entry(), warning.because(), warning.value())));
    var changes = new ArrayList<>(DrawnResource.translations(item));
    changes.addAll(translated.inFull(item.traits()));
    return new Receipt(DrawnResource.concessions(item), "", changes);
  }

  private JsonNode document(String id, InputStream exported) throws IOException {
    var bytes = exported.readAllBytes();
    return JSON.readTree(ResourceItem.isSecret(id) ? key.open(bytes) : bytes);
  }

  private void apply(ResourceType type, String id, JsonNode document) throws IOException {
    if (type.namespaced() && document.path("metadata") instanceof ObjectNode metadata) {
      metadata.put("namespace", namespace);
    }
    try {
      // Not by force: a field that somebody else owns there is a conflict, and it is named.
      connection.send(
          "PATCH",
          path(type, id) + "?fieldManager=" + MANAGER,
          APPLY,
          document.toString().getBytes(StandardCharsets.UTF_8));
    } catch (AnswerException answer) {
      if (answer.status() >= 500) {
        throw answer;
      }
      throw new RefusedException(answer.words(), answer);
    }
  }

  private String path(ResourceType type, String id) {
    return type.pathOf(namespace, ResourceKey.of(id).name());
  }

  private String pathInCluster(String id) {
    return path(Order.typeOfTheCluster(id), id);
  }

  /** Which sort it is here. */
  private ResourceType typeOf(String id) throws IOException {
    if (Order.isOfTheCluster(id)) {
      return Order.typeOfTheCluster(id);
    }
    var name = ResourceKey.of(id).type();
    var type = types.of(name);
    if (type.isEmpty()) {
      var words = "this cluster knows no %s; install what defines it first".formatted(name);
      throw new RefusedException(words, new IOException(words));
    }
    return type.get();
  }

  @Override
  public List<String> notCovered() {
    var sentences = new ArrayList<>(meaningless);
    translator
        .unmet()
        .forEach(one ->
            sentences.add("The scenario replaces '%s', and nothing that was brought back holds it."
                .formatted(one.text())));
    return sentences;
  }

  @Override
  public Sign look(Gate.Alive gate, Recording recorded, Rest rest) throws IOException {
    var workloads = new Workloads(connection, namespace);
    var answers = new Answers(new ServiceCall(connection, namespace));
    if (gate instanceof Gate.WorkloadsReady ready) {
      return workloads.await(ready.within(), rest);
    }
    if (gate instanceof Gate.ProbesEqual probes) {
      return workloads.await(recorded, probes.within(), rest);
    }
    if (gate instanceof Gate.JobCompletes job) {
      return new Jobs(connection, namespace, drillId).await(job, rest);
    }
    return gate instanceof Gate.AnswersAlike alike
        ? answers.to(alike, recorded, rest)
        : answers.to((Gate.Answers) gate, rest);
  }

  @Override
  public Reader witness() {
    try {
      // Read anew: a token that an exec plugin gave when the drill began may be too old by now.
      return new NamespaceReader(
          new RawConnection(config.get(), connection.line()), namespace, key);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public List<Leftover> clear(Written written) {
    var left = footprint.clear(connection, patience);
    if (!selection.into().isEmpty()) {
      left.addAll(clearInto(written));
    }
    return left;
  }

  /** A namespace that was there before stays; what the drill wrote into it goes. */
  private List<Leftover> clearInto(Written written) {
    var left = new ArrayList<Leftover>();
    try {
      written.each((id, version) -> {
        if (!Order.isOfTheCluster(id.key())) {
          removeItem(id.key()).ifPresent(left::add);
        }
      });
    } catch (IOException unread) {
      left.add(new Leftover(
          "resources in namespace " + namespace,
          String.valueOf(unread.getMessage()),
          settings.kubectl() + " -n " + namespace + " get all"));
    }
    return left;
  }

  private Optional<Leftover> removeItem(String id) {
    try {
      return new Removal(connection, path(typeOf(id), id), patience)
          .remove()
          .map(because -> left(id, because));
    } catch (IOException unknown) {
      return Optional.of(left(id, String.valueOf(unknown.getMessage())));
    }
  }

  private Leftover left(String id, String because) {
    return new Leftover(
        id, because, "%s -n %s delete %s".formatted(settings.kubectl(), namespace, id));
  }

  @Override
  public void close() {
    connection.close();
  }
}
