package eu.sortie.oci;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a manifest or an index says of something it refers to.
 *
 * @param digest its name
 * @param mediaType what it is
 * @param size how many bytes it has, as announced; -1 where that is not said
 * @param isElsewhere whether its bytes are meant to be fetched from other addresses, which a registry need not have (foreign layers)
 * @param json all that is said
 */
record Descriptor(String digest, String mediaType, long size, boolean isElsewhere, JsonNode json) {

  static Descriptor of(JsonNode json) {
    return new Descriptor(
        json.path("digest").asText(),
        json.path("mediaType").asText(),
        json.path("size").asLong(-1),
        !json.path("urls").isEmpty(),
        json);
  }

  /** In the words of traits. */
  String words() {
    return "%s %s %d%s".formatted(digest, mediaType, size, isElsewhere ? " from elsewhere" : "");
  }
}
