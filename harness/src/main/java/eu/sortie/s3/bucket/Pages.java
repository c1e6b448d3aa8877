package eu.sortie.s3.bucket;

import java.util.ArrayList;
import java.util.List;

/** A list that came in several documents, as one. */
final class Pages {

  private Pages() {}

  static XmlElement together(List<String> documents) throws UnreadableException {
    var first = XmlElement.parse(documents.get(0));
    if (documents.size() == 1) {
      return first;
    }
    var children = new ArrayList<XmlElement>();
    for (var document : documents) {
      children.addAll(XmlElement.parse(document).children());
    }
    return new XmlElement(first.name(), first.attributes(), "", children);
  }
}
