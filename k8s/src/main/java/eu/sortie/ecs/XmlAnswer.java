package eu.sortie.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An answer in the provider's XML, as the document that the services that speak JSON would have sent. */
final class XmlAnswer {

  private static final String MEMBER = "member";

  private XmlAnswer() {}

  static JsonNode of(byte[] xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return of(
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (ParserConfigurationException | SAXException broken) {
      throw new IOException("its answer is no XML: " + broken.getMessage(), broken);
    }
  }

  private static JsonNode of(Element element) {
    var object = JsonNodeFactory.instance.objectNode();
    var list = JsonNodeFactory.instance.arrayNode();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        if (inner.getTagName().equals(MEMBER)) {
          list.add(of(inner));
        } else {
          object.set(inner.getTagName(), of(inner));
        }
      }
    }
    if (!list.isEmpty()) {
      return list;
    }
    return object.isEmpty() ? TextNode.valueOf(element.getTextContent().strip()) : object;
  }
}
