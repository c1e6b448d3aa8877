package eu.sortie.s3.bucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a source handed over of a bucket: each document as it came, by the name of its trait.
 *
 * @param bucket the source bucket's name
 * @param region it was read in
 * @param documents by the name of the configuration; several only where a list came in pages
 * @param notImplemented what the source said of a configuration it knows nothing of, by its name: then the bucket has none
 * @param notSeen why nobody knows whether the bucket has a configuration, by its name
 */
record Export(
    String bucket,
    String region,
    Map<String, List<String>> documents,
    Map<String, String> notImplemented,
    Map<String, String> notSeen) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  Export {
    documents = new TreeMap<>(documents);
    notImplemented = new TreeMap<>(notImplemented);
    notSeen = new TreeMap<>(notSeen);
  }

  static Export of(String bucket, String region, List<Seen> seen) {
    var documents = new LinkedHashMap<String, List<String>>();
    var notImplemented = new LinkedHashMap<String, String>();
    var notSeen = new LinkedHashMap<String, String>();
    for (var one : seen) {
      var name = one.configuration().name();
      if (one.look() instanceof Look.Has has) {
        documents.put(name, has.documents());
      } else if (one.look() instanceof Look.NotImplemented no) {
        notImplemented.put(name, no.words());
      } else if (one.look() instanceof Look.Unknown unknown) {
        notSeen.put(name, unknown.because());
      }
    }
    return new Export(bucket, region, documents, notImplemented, notSeen);
  }

  String json() {
    var root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("bucket", bucket);
    root.put("region", region);
    var all = root.putObject("configurations");
    documents.forEach((name, pages) -> pages.forEach(all.putArray(name)::add));
    var unknownThere = root.putObject("not-implemented");
    notImplemented.forEach(unknownThere::put);
    var missing = root.putObject("not-seen");
    notSeen.forEach(missing::put);
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts can always be written", impossible);
    }
  }

  static Export read(InputStream json) throws IOException {
    var root = JSON.readTree(json);
    if (root == null
        || root.path("format").asInt() != FORMAT
        || !root.path("bucket").isTextual()) {
      throw new IOException(
          "this is no export of a bucket: expected format %d and the bucket's name, saw format %s"
              .formatted(FORMAT, root == null ? "" : root.path("format")));
    }
    var documents = new TreeMap<String, List<String>>();
    root.path("configurations").properties().forEach(member -> {
      var pages = new ArrayList<String>();
      member.getValue().forEach((JsonNode page) -> pages.add(page.asText()));
      documents.put(member.getKey(), pages);
    });
    return new Export(
        root.path("bucket").asText(),
        root.path("region").asText(),
        documents,
        texts(root.path("not-implemented")),
        texts(root.path("not-seen")));
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new TreeMap<String, String>();
    object
        .properties()
        .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
    return texts;
  }

  /** What the source's bucket has of a configuration. */
  Look look(Configuration configuration) {
    var pages = documents.get(configuration.name());
    if (pages != null && !pages.isEmpty()) {
      return new Look.Has(pages);
    }
    var because = notSeen.get(configuration.name());
    return because == null ? new Look.None() : new Look.Unknown(because);
  }
}
