package eu.sortie.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML document an end answered with; names of elements without their namespace, for not every end writes one. */
final class XmlAnswer {

  private static final String ANY = "*";

  private final Document document;

  private XmlAnswer(Document document) {
    this.document = document;
  }

  static XmlAnswer of(byte[] bytes) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      // Left alone, it prints what it dislikes.
      builder.setErrorHandler(new DefaultHandler());
      return new XmlAnswer(builder.parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException | ParserConfigurationException odd) {
      throw new IOException("the answer is no XML: " + odd.getMessage(), odd);
    }
  }

  /** Every element of a name, in the order of the document. */
  List<Element> named(String name) {
    return elements(document.getElementsByTagNameNS(ANY, name));
  }

  List<String> textsOf(String name) {
    return named(name).stream().map(element -> element.getTextContent().strip()).toList();
  }

  /** The text of the first element of a name; empty where there is none. */
  String first(String name) {
    var texts = textsOf(name);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  /** The text of the first element of a name inside another; empty where there is none. */
  static String text(Element within, String name) {
    return exactText(within, name).strip();
  }

  /** The same with the blanks around it, which are a part of a tag. */
  static String exactText(Element within, String name) {
    var found = elements(within.getElementsByTagNameNS(ANY, name));
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static List<Element> elements(NodeList nodes) {
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
