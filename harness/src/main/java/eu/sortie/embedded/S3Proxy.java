package eu.sortie.embedded;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.Capabilities.KeyRule;
import eu.sortie.scenario.ObjectTraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The destination's S3: S3Proxy on a folder, which checks signatures and knows no tags. */
final class S3Proxy {

  /** Both emulators listen on this machine only and live for one drill: nothing is protected by these. */
  static final String IDENTITY = "sortie";

  static final String SECRET = "sortie-embedded";

  /** What S3Proxy on a file system does not keep; tried with the poison estate. */
  static final Capabilities CAPABILITIES = new Capabilities(
      "S3Proxy 4.1.0, filesystem-nio2, tried 2026-11-24",
      Map.of(
          ObjectTraits.TAGS, "it has no object tagging: a PUT with tags is answered NotImplemented",
          ObjectTraits.REDIRECT_LOCATION,
              "it has no website hosting: a PUT with a redirect is refused"),
      List.of(
          new KeyRule(
              "^/|//",
              "its keys are paths of files: slashes in a row collapse, a leading one is refused"),
          new KeyRule(
              "(^|/)\\.{1,2}(/|$)|^\\.\\.",
              "its keys are paths of files: dot segments are resolved or refused"),
          new KeyRule(
              "/$",
              "its keys are paths of files: one that ends in a slash is a folder without bytes"),
          new KeyRule(
              "[^/]{255}", "its keys are paths of files: a segment has fewer than 255 bytes")));

  private S3Proxy() {}

  static List<String> command(Path emulators, int port, Path data) throws IOException {
    Files.createDirectories(data);
    var settings = data.resolveSibling("s3proxy.properties");
    Files.writeString(
        settings, """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """.formatted(port, IDENTITY, SECRET, data.toString().replace("\\", "/")));
    return List.of(
        Java.executable(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + data.getParent(),
        "-jar",
        emulators.resolve("s3proxy.jar").toString(),
        "--properties",
        settings.toString());
  }
}
