package eu.sortie.s3;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls;
import eu.sortie.s3.bucket.BucketCalls.Request;
import eu.sortie.s3.bucket.Refusal;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * All versions in a bucket, delete markers among them, in the order in which the end lists them.
 *
 * <p>The page is read as it comes. Both client libraries sort versions and delete markers into two lists, and with times that S3
 * gives by the second nobody could tell any more which came first.
 */
final class VersionListing {

  /** Through which the second witness reads a listing, and so a delete marker, which is nothing but its line there. */
  static final String LIBRARY =
      "java.net.http " + Runtime.version().feature() + " (listing of versions)";

  private static final XMLInputFactory XML = xml();
  private static final String PLAIN_LISTING = "ListBucketResult";
  private static final Pattern ESCAPED =
      Pattern.compile("<EncodingType>\\s*url\\s*</EncodingType>");

  private final BucketCalls calls;
  private final String prefix;

  VersionListing(BucketCalls calls, String prefix) {
    this.calls = calls;
    this.prefix = prefix;
  }

  void each(Consumer<Item> seen) throws IOException {
    Map<String, String> marker = Map.of();
    while (true) {
      var page = new Page();
      page.read(get(marker), seen);
      if (!page.truncated) {
        return;
      }
      var next = page.next();
      if (next.equals(marker)) {
        throw new IOException(
            "the listing of versions does not get on: the end names the page after '%s' as its own next"
                .formatted(page.texts.getOrDefault("NextKeyMarker", "")));
      }
      marker = next;
    }
  }

  private String get(Map<String, String> marker) throws IOException {
    var query = new TreeMap<>(marker);
    query.put("versions", "");
    query.put("encoding-type", "url");
    if (!prefix.isEmpty()) {
      query.put("prefix", prefix);
    }
    var answer = calls.call(Request.get(query));
    if (!answer.isFine()) {
      throw new IOException("the versions cannot be listed: "
          + Refusal.of(answer.status(), answer.body()).words());
    }
    return answer.body();
  }

  private static XMLInputFactory xml() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** One page as it is read. */
  private static final class Page {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean truncated;
    private boolean escaped;

    void read(String body, Consumer<Item> seen) throws IOException {
      // What is escaped is said in the page, and not always before the first key.
      escaped = ESCAPED.matcher(body).find();
      try {
        var xml = XML.createXMLStreamReader(new StringReader(body));
        requireListing(xml);
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT) {
            element(xml, seen);
          }
        }
        truncated = "true".equals(texts.get("IsTruncated"));
      } catch (XMLStreamException unreadable) {
        throw new IOException(
            "the listing of versions cannot be read: " + unreadable.getMessage(), unreadable);
      }
    }

    private static void requireListing(XMLStreamReader xml) throws XMLStreamException, IOException {
      xml.nextTag();
      var root = xml.getLocalName();
      // MinIO and S3Mock have called it differently from what S3 documents.
      if (!root.equals("ListVersionsResult")
          && !root.equals("ListObjectVersionsResult")
          && !root.equals(PLAIN_LISTING)) {
        throw new IOException(
            "the listing of versions was answered with a '%s', expected a ListVersionsResult"
                .formatted(root));
      }
    }

    private void element(XMLStreamReader xml, Consumer<Item> seen)
        throws XMLStreamException, IOException {
      switch (xml.getLocalName()) {
        case "Version" -> seen.accept(item(ObjectTraits.OBJECT.name(), fields(xml, "")));
        case "DeleteMarker" ->
          seen.accept(item(ObjectTraits.DELETE_MARKER.name(), fields(xml, "")));
        case "CommonPrefixes" -> fields(xml, "");
        case "Contents" ->
          throw new IOException(
              "the listing of versions was answered with a '%s', expected a ListVersionsResult: the end overlooked what it was asked for"
                  .formatted(PLAIN_LISTING));
        default -> texts.put(xml.getLocalName(), xml.getElementText());
      }
    }

    /** The texts of an element, by the names of their elements from here on, as in {@code Owner/ID}. */
    private static Map<String, String> fields(XMLStreamReader xml, String path)
        throws XMLStreamException {
      var fields = new LinkedHashMap<String, String>();
      var text = new StringBuilder();
      while (true) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            var name = path + xml.getLocalName();
            fields.putAll(fields(xml, name + "/"));
          }
          case XMLStreamConstants.END_ELEMENT -> {
            if (fields.isEmpty() && !path.isEmpty()) {
              fields.put(path.substring(0, path.length() - 1), text.toString());
            }
            return fields;
          }
          case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
          default -> {
            // Comments and the like say nothing.
          }
        }
      }
    }

    private Item item(String kind, Map<String, String> fields) {
      var traits = new LinkedHashMap<Trait, Value>();
      if (kind.equals(ObjectTraits.OBJECT.name())) {
        traits.put(ObjectTraits.SIZE, text(fields, "Size"));
        traits.put(
            ObjectTraits.STORAGE_CLASS,
            Value.text(fields.getOrDefault("StorageClass", "STANDARD")));
        traits.put(ObjectTraits.ETAG, text(fields, "ETag"));
      }
      traits.put(ObjectTraits.LAST_MODIFIED, Instants.of(fields.get("LastModified")));
      traits.put(ObjectTraits.OWNER, text(fields, "Owner/ID"));
      return new Item(
          new ItemId(
              kind,
              decoded(fields.getOrDefault("Key", "")),
              fields.getOrDefault("VersionId", "null")),
          traits);
    }

    private String decoded(String key) {
      return escaped ? URLDecoder.decode(key, StandardCharsets.UTF_8) : key;
    }

    private static Value text(Map<String, String> fields, String name) {
      var text = fields.get(name);
      return text == null || text.isEmpty() ? Value.absent() : Value.text(text);
    }

    Map<String, String> next() throws IOException {
      var key = texts.get("NextKeyMarker");
      if (key == null || key.isEmpty()) {
        throw new IOException(
            "the listing of versions is cut short and does not say where it goes on");
      }
      var next = new TreeMap<String, String>();
      next.put("key-marker", decoded(key));
      var version = texts.getOrDefault("NextVersionIdMarker", "");
      if (!version.isEmpty()) {
        next.put("version-id-marker", version);
      }
      return next;
    }
  }
}
