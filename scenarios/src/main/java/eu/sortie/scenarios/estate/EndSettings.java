package eu.sortie.scenarios.estate;

import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import java.net.URI;
import java.util.Locale;

/**
 * What planting needs to know of an end; refuses every end at which nothing may be planted.
 *
 * @param endpoint where it answers
 * @param region as signatures name it
 * @param accessKey who signs
 * @param secretKey with what; never printed
 */
record EndSettings(URI endpoint, String region, String accessKey, String secretKey) {

  static EndSettings of(End end) {
    if (end.live()) {
      throw Misuse.at(
          end.place(),
          "'%s' is live, expected an emulated end: nothing is ever planted at a live one. Run without an estate, or name an emulated end"
              .formatted(end.name()));
    }
    if (!end.protocol().equals("s3")) {
      throw Misuse.at(
          end.place(),
          "'%s' speaks %s, expected s3: this estate is made of objects"
              .formatted(end.name(), end.protocol()));
    }
    if (optional(end, "path-style", "true").equals("false")) {
      throw Misuse.at(
          end.place(),
          "'%s' has path-style: false, expected true: estates are planted by path only. Emulated servers take path-style: true"
              .formatted(end.name()));
    }
    return new EndSettings(
        endpoint(end),
        optional(end, "region", "us-east-1"),
        required(end, "access-key"),
        required(end, "secret-key"));
  }

  private static URI endpoint(End end) {
    var text = required(end, "endpoint");
    URI endpoint;
    try {
      endpoint = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw notAnEndpoint(end, text);
    }
    if (!"http".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
      throw notAnEndpoint(end, text);
    }
    if (endpoint.getHost().toLowerCase(Locale.ROOT).endsWith(".amazonaws.com")) {
      throw Misuse.at(
          end.place(),
          "'%s' is called emulated, but %s is the real thing: nothing is planted there. Say live: true"
              .formatted(end.name(), endpoint.getHost()));
    }
    return endpoint;
  }

  private static Misuse notAnEndpoint(End end, String seen) {
    return Misuse.at(
        end.place(),
        "endpoint of '%s': expected http, a host and a port, as in http://127.0.0.1:9000, saw '%s'"
            .formatted(end.name(), seen));
  }

  private static String required(End end, String key) {
    var setting = end.settings().get(key);
    if (setting == null) {
      throw Misuse.at(
          end.place(),
          "'%s' has no %s, expected one: without it no estate can be planted"
              .formatted(end.name(), key));
    }
    return setting.value();
  }

  private static String optional(End end, String key, String otherwise) {
    var setting = end.settings().get(key);
    return setting == null ? otherwise : setting.value();
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return endpoint.toString();
  }
}
