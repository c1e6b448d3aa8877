package eu.sortie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The destination's S3: S3Proxy on a folder, which checks signatures and knows no tags. */
final class S3Proxy {

  /** Both emulators listen on this machine only and live for one drill: nothing is protected by these. */
  static final String IDENTITY = "sortie";

  static final String SECRET = "sortie-embedded";

  /** What S3Proxy on a file system does not keep; tried with the poison estate. */
  static final String CAPABILITIES = "s3proxy";

  /** As in: Started ServerConnector@19ae6bb{HTTP/1.1, (http/1.1)}{127.0.0.1:34203}. */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("Started \\S*ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}");

  private S3Proxy() {}

  static Emulator in(Path emulators, Path data) throws IOException {
    Files.createDirectories(data);
    var settings = data.resolveSibling("s3proxy.properties");
    Files.writeString(
        settings, """
        s3proxy.endpoint=http://127.0.0.1:0
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """.formatted(IDENTITY, SECRET, data.toString().replace("\\", "/")));
    var command = List.of(
        Java.executable(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-Djava.io.tmpdir=" + data.getParent(),
        "-jar",
        emulators.resolve("s3proxy.jar").toString(),
        "--properties",
        settings.toString());
    return new Emulator(command, ANNOUNCEMENT);
  }
}
