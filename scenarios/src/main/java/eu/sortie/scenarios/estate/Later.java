package eu.sortie.scenarios.estate;

import java.util.Map;

/**
 * A call about an item that is there already: what S3 takes in no header of the write.
 *
 * @param method PUT, or POST for work to be begun
 * @param query the part of the item it is about, as in {@code acl}
 * @param headers besides the content type
 * @param body what is said
 */
record Later(String method, String query, Map<String, String> headers, Body body) {

  Later {
    headers = Map.copyOf(headers);
  }

  static Later put(String query, String xml) {
    return new Later("PUT", query, Map.of(), Body.text(xml));
  }

  /** Sets an access list by the name that S3 has for it. */
  static Later cannedAcl(String name) {
    return new Later("PUT", "acl", Map.of("x-amz-acl", name), Body.EMPTY);
  }
}
