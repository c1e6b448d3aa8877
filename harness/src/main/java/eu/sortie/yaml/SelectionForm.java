package eu.sortie.yaml;

import eu.sortie.scenario.ImageSelection;
import eu.sortie.scenario.NamespaceSelection;
import eu.sortie.scenario.ObjectSelection;
import eu.sortie.scenario.Replacement;
import eu.sortie.scenario.ResourceSelection;
import eu.sortie.scenario.Selection;
import eu.sortie.scenario.ServiceSelection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What leaves, as a file says it: {@code objects: {bucket: photos, under: 2026/}}, {@code resources: {namespace: shop}},
 * {@code services: {cluster: shop}} or {@code images: {repositories: [shop/web]}}.
 */
final class SelectionForm {

  private static final String OBJECTS = "objects";
  private static final String BUCKET = "bucket";
  private static final String UNDER = "under";
  private static final String INTO = "into";
  private static final String RESOURCES = "resources";
  private static final String NAMESPACE = "namespace";
  private static final String UNTRANSLATED = "untranslated";
  private static final String REPLACE = "replace";
  private static final String SERVICES = "services";
  private static final String CLUSTER = "cluster";
  private static final String IMAGES = "images";
  private static final String REPOSITORIES = "repositories";
  private static final String PREFIX = "prefix";

  private SelectionForm() {}

  static Selection read(Part export) {
    var fields = export.fields().only(OBJECTS, RESOURCES, SERVICES, IMAGES);
    if (fields.names().size() != 1) {
      throw export.wrong(
          "expected what leaves, as in 'objects: {bucket: photos}', 'resources: {namespace: shop}', 'services: {cluster: shop}' or 'images: {repositories: [shop/web]}', saw %s"
              .formatted(
                  fields.names().isEmpty()
                      ? "nothing"
                      : "%d of them; make a scenario of each"
                          .formatted(fields.names().size())));
    }
    return fields
        .find(RESOURCES)
        .map(SelectionForm::resources)
        .or(() -> fields.find(SERVICES).map(SelectionForm::services))
        .or(() -> fields.find(IMAGES).map(SelectionForm::images))
        .orElseGet(() -> objects(fields));
  }

  private static Selection objects(Fields export) {
    var objects = export.value(OBJECTS).fields().only(BUCKET, UNDER, INTO);
    var bucket = objects.required(BUCKET, "expected the name of a bucket at the source");
    return new ObjectSelection(
        bucket.words(), objects.find(UNDER).map(Part::text).orElse(""), into(objects));
  }

  private static Selection resources(Part part) {
    var resources = part.fields().only(NAMESPACE, INTO, UNTRANSLATED, REPLACE);
    var namespace = resources.required(NAMESPACE, "expected the name of a namespace at the source");
    return new ResourceSelection(
        namespace.words(),
        into(resources),
        names(resources, UNTRANSLATED),
        replacements(resources));
  }

  private static Selection services(Part part) {
    var services = part.fields().only(CLUSTER, SERVICES, INTO, UNTRANSLATED, REPLACE);
    var cluster = services.required(CLUSTER, "expected the name of an ECS cluster at the source");
    return new ServiceSelection(
        cluster.words(),
        names(services, SERVICES),
        into(services),
        names(services, UNTRANSLATED),
        replacements(services));
  }

  private static List<Replacement> replacements(Fields fields) {
    return fields
        .find(REPLACE)
        .map(texts -> texts.items().stream().map(ReplacementForm::read).toList())
        .orElse(List.of());
  }

  private static String into(Fields fields) {
    return fields.find(INTO).map(Part::words).orElse("");
  }

  private static List<String> names(Fields fields, String key) {
    return fields
        .find(key)
        .map(names -> names.items().stream().map(Part::words).toList())
        .orElse(List.of());
  }

  private static Selection images(Part part) {
    var images = part.fields().only(REPOSITORIES, PREFIX, INTO);
    var repositories = names(images, REPOSITORIES);
    var prefix = images.find(PREFIX).map(Part::words).orElse("");
    if (repositories.isEmpty() == prefix.isEmpty()) {
      throw part.wrong(
          "expected either repositories, as in 'repositories: [shop/web]', or a prefix of their names, as in 'prefix: shop/', saw %s"
              .formatted(prefix.isEmpty() ? "neither" : "both"));
    }
    return new ImageSelection(repositories, prefix, into(images));
  }

  static Node write(Selection selection) {
    if (selection instanceof ServiceSelection services) {
      return write(services);
    }
    if (selection instanceof ResourceSelection resources) {
      return write(resources);
    }
    return selection instanceof ImageSelection images
        ? write(images)
        : write((ObjectSelection) selection);
  }

  private static Node write(ImageSelection images) {
    var fields = new LinkedHashMap<String, Node>();
    if (!images.repositories().isEmpty()) {
      fields.put(REPOSITORIES, Pen.words(images.repositories()));
    }
    if (!images.prefix().isEmpty()) {
      fields.put(PREFIX, Pen.text(images.prefix()));
    }
    if (!images.into().isEmpty()) {
      fields.put(INTO, Pen.text(images.into()));
    }
    return Pen.lines(Map.of(IMAGES, Pen.line(fields)));
  }

  private static Node write(ServiceSelection services) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(CLUSTER, Pen.text(services.cluster()));
    if (!services.services().isEmpty()) {
      fields.put(SERVICES, Pen.words(services.services()));
    }
    return write(SERVICES, services, fields);
  }

  private static Node write(ResourceSelection resources) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(NAMESPACE, Pen.text(resources.namespace()));
    return write(RESOURCES, resources, fields);
  }

  /** What all have that leaves for a namespace stands behind what they are called by. */
  private static Node write(String name, NamespaceSelection selection, Map<String, Node> fields) {
    if (!selection.into().isEmpty()) {
      fields.put(INTO, Pen.text(selection.into()));
    }
    if (!selection.untranslated().isEmpty()) {
      fields.put(UNTRANSLATED, Pen.words(selection.untranslated()));
    }
    if (!selection.replacements().isEmpty()) {
      fields.put(
          REPLACE,
          Pen.items(
              selection.replacements().stream().map(ReplacementForm::write).toList()));
    }
    return Pen.lines(Map.of(name, Pen.lines(fields)));
  }

  private static Node write(ObjectSelection objects) {
    var fields = new LinkedHashMap<String, Node>();
    fields.put(BUCKET, Pen.text(objects.bucket()));
    if (!objects.under().isEmpty()) {
      fields.put(UNDER, Pen.text(objects.under()));
    }
    if (!objects.into().isEmpty()) {
      fields.put(INTO, Pen.text(objects.into()));
    }
    return Pen.lines(Map.of(OBJECTS, Pen.line(fields)));
  }
}
