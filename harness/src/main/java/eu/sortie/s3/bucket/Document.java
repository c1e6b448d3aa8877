package eu.sortie.s3.bucket;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document as it is put: under the name and in the namespace that S3 expects, whatever the source called it. */
final class Document {

  private static final String S3 = "http://s3.amazonaws.com/doc/2006-03-01/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private Document() {}

  static String of(String root, XmlElement content) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(S3);
      content(xml, content);
      xml.writeEndElement();
      xml.flush();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("elements can always be written into memory", impossible);
    }
    return text.toString();
  }

  private static void content(XMLStreamWriter xml, XmlElement element) throws XMLStreamException {
    xml.writeCharacters(element.text());
    for (var child : element.children()) {
      xml.writeStartElement(child.name());
      var type = child.attributes().get("type");
      if (type != null) {
        xml.writeNamespace("xsi", XSI);
        xml.writeAttribute("xsi", XSI, "type", type);
      }
      content(xml, child);
      xml.writeEndElement();
    }
  }
}
