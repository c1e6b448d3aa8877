package eu.sortie.s3.bucket;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document, without namespaces, comments and the white space between elements.
 *
 * @param name its local name
 * @param attributes by local name
 * @param text as it is where there are no children, else empty
 */
record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {

  XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /** Reads a document, and nothing that it points to. */
  static XmlElement parse(String document) throws UnreadableException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      var xml = factory.createXMLStreamReader(new StringReader(document.strip()));
      while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        xml.next();
      }
      return element(xml);
    } catch (XMLStreamException broken) {
      throw new UnreadableException("not XML: " + shortened(document), broken);
    }
  }

  private static XmlElement element(XMLStreamReader xml) throws XMLStreamException {
    var name = xml.getLocalName();
    var attributes = new TreeMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    var children = new ArrayList<XmlElement>();
    var text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        children.add(element(xml));
      } else if (xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    return new XmlElement(name, attributes, children.isEmpty() ? text.toString() : "", children);
  }

  private static String shortened(String document) {
    var line = document.strip().replaceAll("\\s+", " ");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  Stream<XmlElement> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  Optional<XmlElement> first(String child) {
    return all(child).findFirst();
  }

  /** The text of a child, empty where there is no such child. */
  String textOf(String child) {
    return first(child).map(XmlElement::text).orElse("");
  }

  boolean says(String child, String expected) {
    return textOf(child).strip().equalsIgnoreCase(expected);
  }

  /** Whether nothing is said in it at all. */
  boolean isEmpty() {
    return text.isBlank() && children.stream().allMatch(XmlElement::isEmpty);
  }

  /** The same without some of its children. */
  XmlElement without(String... names) {
    var dropped = List.of(names);
    return new XmlElement(
        name,
        attributes,
        text,
        children.stream().filter(child -> !dropped.contains(child.name)).toList());
  }
}
