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

  static String completion(List<String> etags) {
    return write(xml -> {
      xml.writeStartElement("CompleteMultipartUpload");
      for (int part = 1; part <= etags.size(); part++) {
        xml.writeStartElement("Part");
        leaf(xml, "PartNumber", Integer.toString(part));
        leaf(xml, "ETag", etags.get(part - 1));
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
