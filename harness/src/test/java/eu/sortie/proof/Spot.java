package eu.sortie.proof;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.TreeMap;

/** Where an S3 server of the lab is, and with which keys it is spoken to. */
record Spot(InetSocketAddress address, Signer signer) {

  static Spot of(End end) {
    var endpoint = URI.create(setting(end, "endpoint", ""));
    return new Spot(
        new InetSocketAddress(endpoint.getHost(), endpoint.getPort()),
        new Signer(
            setting(end, "access-key", ""),
            setting(end, "secret-key", ""),
            setting(end, "region", "us-east-1")));
  }

  /** An end like another by another name, reached over another port of this machine; its smallest parts are small. */
  static End end(String name, End like, int port) {
    var settings = new TreeMap<String, String>();
    like.settings().forEach((key, setting) -> settings.put(key, setting.value()));
    settings.put("endpoint", "http://127.0.0.1:" + port);
    settings.put("part-size-mib", "5");
    return End.of(name, false, "s3", settings, Capabilities.UNSTATED);
  }

  private static String setting(End end, String name, String otherwise) {
    var setting = end.settings().get(name);
    return setting == null ? otherwise : setting.value();
  }

  /** As a Host field says it. */
  String host() {
    return address.getHostString() + ":" + address.getPort();
  }
}
