package eu.sortie.proof;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An XML element, read with the JDK alone; names without their name space. */
record Document(Element element) {

  static Document of(HttpAnswer answer) {
    return of(answer.text());
  }

  static Document of(String text) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new Document(
          builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalStateException("no XML: " + text, broken);
    }
  }

  List<Document> children(String name) {
    return children().stream().filter(child -> child.name().equals(name)).toList();
  }

  List<Document> children() {
    var found = new ArrayList<Document>();
    var nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element child) {
        found.add(new Document(child));
      }
    }
    return found;
  }

  String name() {
    return element.getLocalName();
  }

  /** The text of a child, empty where there is none. */
  String text(String name) {
    return children(name).stream()
        .findFirst()
        .map(child -> child.element.getTextContent())
        .orElse("");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
