package eu.sortie.scenarios.estate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The few documents S3 speaks in. */
final class Xml {

  private static final XMLInputFactory READERS = readers();
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

  private Xml() {}

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** The text of every element of a name, in order. */
  static List<String> texts(byte[] document, String element) throws IOException {
    var texts = new ArrayList<String>();
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(element)) {
          texts.add(reader.getElementText());
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return texts;
  }

  /** The tags of a tagging; one without a value has an empty one. */
  static SortedMap<String, String> tags(byte[] document) throws IOException {
    var tags = new TreeMap<String, String>();
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      var name = "";
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (reader.getLocalName()) {
          case "Key" -> {
            name = reader.getElementText();
            tags.put(name, "");
          }
          case "Value" -> tags.put(name, reader.getElementText());
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return tags;
  }

  /** Who may do what by an access list, each as grantee and permission; what the owner may is left out. */
  static List<String> grants(byte[] document) throws IOException {
    var grants = new ArrayList<String>();
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      var owner = "";
      var grantee = "";
      boolean inOwner = false;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "Owner" -> inOwner = true;
            case "URI" -> grantee = reader.getElementText();
            case "ID" -> {
              if (inOwner) {
                owner = reader.getElementText();
              } else {
                grantee = reader.getElementText();
              }
            }
            case "Permission" -> grants.add(grantee + " " + reader.getElementText());
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT
            && reader.getLocalName().equals("Owner")) {
          inOwner = false;
        }
      }
      // Some say who the owner is only behind the grants.
      grants.remove(owner + " FULL_CONTROL");
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return grants;
  }

  /** The versions and delete markers of a page, in the order in which it has them. */
  static List<Shown> versions(byte[] document) throws IOException {
    var versions = new ArrayList<Shown>();
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      var key = "";
      var id = "";
      boolean escaped = Xml.texts(document, "EncodingType").contains("url");
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (reader.getLocalName()) {
            case "Key" -> {
              var text = reader.getElementText();
              key = escaped ? unescapeUrl(text) : text;
            }
            case "VersionId" -> id = reader.getElementText();
            default -> {}
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          switch (reader.getLocalName()) {
            case "Version" -> versions.add(new Shown(key, id, false));
            case "DeleteMarker" -> versions.add(new Shown(key, id, true));
            default -> {}
          }
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return versions;
  }

  /** Every element that has a text, as {@code name=text}. */
  static List<String> leaves(byte[] document) throws IOException {
    var leaves = new ArrayList<String>();
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      var text = new StringBuilder();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
          case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            if (!text.toString().isBlank()) {
              leaves.add(reader.getLocalName() + "=" + text.toString().strip());
            }
            text.setLength(0);
          }
          default -> {}
        }
      }
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
    return leaves;
  }

  /** The name of a document's outermost element. */
  static String root(byte[] document) throws IOException {
    try {
      var reader = READERS.createXMLStreamReader(new ByteArrayInputStream(document));
      reader.nextTag();
      return reader.getLocalName();
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  private static IOException unreadable(XMLStreamException e) {
    return new IOException("the source answered XML that cannot be read: " + e.getMessage(), e);
  }

  /** Undoes {@code encoding-type=url}. */
  static String unescapeUrl(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static String tagging(Map<String, String> tags) {
    return write(xml -> {
      xml.writeStartElement("Tagging");
      xml.writeStartElement("TagSet");
      for (var tag : tags.entrySet()) {
        xml.writeStartElement("Tag");
        leaf(xml, "Key", tag.getKey());
        leaf(xml, "Value", tag.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndElement();
    });
  }

  static String completion(List<WrittenPart> parts) {
    return write(xml -> {
      xml.writeStartElement("CompleteMultipartUpload");
      for (int part = 1; part <= parts.size(); part++) {
        var written = parts.get(part - 1);
        xml.writeStartElement("Part");
        leaf(xml, "PartNumber", Integer.toString(part));
        leaf(xml, "ETag", written.etag());
        if (!written.checksum().isEmpty()) {
          leaf(xml, "Checksum" + written.algorithm(), written.checksum());
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    });
  }

  private static void leaf(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String write(Document document) {
    var text = new StringWriter();
    try {
      document.writeTo(WRITERS.createXMLStreamWriter(text));
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not to be written as XML: " + e.getMessage(), e);
    }
    return text.toString();
  }

  private interface Document {
    void writeTo(XMLStreamWriter xml) throws XMLStreamException;
  }
}
