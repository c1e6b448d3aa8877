package eu.sortie.k8s;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.ResourceTraits;
import eu.sortie.spi.Reading;
import eu.sortie.spi.Translation;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource that was drawn up from what another platform says of a workload, in the form in which a namespace is listed and read: all of it
 * is declared.
 *
 * @param document without what a cluster fills in
 * @param withoutCounterpart what the platform says and no field of the resource can hold: by place, with why
 * @param made fields that are not as the platform said them
 */
public record DrawnResource(
    JsonNode document, Map<String, String> withoutCounterpart, List<Made> made) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** No value of any resource. */
  private static final TextNode MARK = TextNode.valueOf("\u0000");

  public DrawnResource {
    withoutCounterpart = Map.copyOf(withoutCounterpart);
    made = List.copyOf(made);
  }

  /**
   * A field that was made of something else.
   *
   * @param at where it is in the document, as a JSON pointer
   * @param before what it was made of
   * @param rule by which it was made
   * @param because why, in one sentence
   */
  public record Made(String at, String before, String rule, String because) {}

  /** Its name as kubectl gives it: {@code deployment.apps/web}. */
  public String key() {
    var version = document.path("apiVersion").asText();
    int slash = version.indexOf('/');
    var kind = document.path("kind").asText().toLowerCase(Locale.ROOT);
    var name = document.path("metadata").path("name").asText();
    return (slash < 0 ? kind : kind + '.' + version.substring(0, slash)) + '/' + name;
  }

  /** The item as a listing shows it. */
  public Item listed() {
    return new Item(
        ItemId.of(ResourceTraits.RESOURCE.name(), key()),
        Map.of(ResourceTraits.OWNERS, Value.absent()));
  }

  /** The item with all that can be seen of it. */
  public Item seen() {
    return seen(listed());
  }

  private Item seen(Item listed) {
    return listed
        .with(item().traits())
        .with(ResourceTraits.UID, Value.absent())
        .with(ResourceTraits.WITHOUT_COUNTERPART, Value.entries(withoutCounterpart))
        .with(ResourceTraits.MADE_OF, Value.entries(madeOf()));
  }

  /** Opens it, under the name by which both ends know it. */
  public Reading read(Item listed, String library) {
    var bytes = item().exported();
    return new OpenResource(seen(listed), bytes.length, new ByteArrayInputStream(bytes), library);
  }

  private ResourceItem item() {
    return new ResourceItem(owned(document), DrillKey.ofThisRun());
  }

  /** The document as it looks once it was applied: whoever compares names the elements of lists by who owns them. */
  private static ObjectNode owned(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    var fields = DrawnFields.of(document);
    copy.withObject("/metadata")
        .putArray("managedFields")
        .addObject()
        .put("manager", KubernetesDestination.MANAGER)
        .put("operation", "Apply")
        .put("apiVersion", document.path("apiVersion").asText())
        .set("fieldsV1", fields);
    return copy;
  }

  private Map<String, String> madeOf() {
    var entries = new TreeMap<String, String>();
    for (var one : made) {
      for (var place : places(one.at())) {
        entries.put(
            place,
            JSON.createObjectNode()
                .put("before", one.before())
                .put("rule", one.rule())
                .put("because", one.because())
                .toString());
      }
    }
    return entries;
  }

  /** The traits and entries a field is in: those that look otherwise once it is something else. */
  private List<String> places(String at) {
    JsonNode other = owned(document).deepCopy();
    var pointer = JsonPointer.compile(at);
    if (!(other.at(pointer.head()) instanceof ObjectNode holder)) {
      throw new IllegalArgumentException("no field of " + key() + " is at " + at);
    }
    holder.set(pointer.last().getMatchingProperty(), MARK);
    var as = new ResourceItem(other, DrillKey.ofThisRun()).traits();
    var found = new ArrayList<String>();
    item().traits().forEach((trait, value) -> {
      var marked = entries(as.getOrDefault(trait, Value.absent()));
      if (trait.comparedByDefault()) {
        entries(value).forEach((entry, text) -> {
          if (!text.equals(marked.get(entry))) {
            found.add(trait.name() + ' ' + entry);
          }
        });
      }
    });
    return found;
  }

  private static Map<String, String> entries(Value value) {
    return value instanceof Value.Entries some ? some.entries() : Map.of();
  }

  /** What an item was made of, as changes that were made before it was listed. */
  static List<Translation> translations(Item item) {
    var found = new ArrayList<Translation>();
    entries(item.value(ResourceTraits.MADE_OF)).forEach((place, text) -> {
      var blank = place.indexOf(' ');
      var entry = place.substring(blank + 1);
      var trait = trait(place.substring(0, blank));
      var made = parsed(text);
      found.add(new Translation(
          trait,
          entry,
          made.path("before").asText(),
          entries(item.value(trait)).getOrDefault(entry, ""),
          made.path("rule").asText(),
          made.path("because").asText(),
          true));
    });
    return found;
  }

  /** What could not be written down at all. */
  static List<Concession> concessions(Item item) {
    return entries(item.value(ResourceTraits.WITHOUT_COUNTERPART)).isEmpty()
        ? List.of()
        : List.of(new Concession(
            ResourceTraits.WITHOUT_COUNTERPART,
            Cause.DESTINATION,
            "no field of Kubernetes says it; each entry says why"));
  }

  private static Trait trait(String name) {
    return ResourceTraits.RESOURCE.trait(name).orElseThrow();
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }
}
