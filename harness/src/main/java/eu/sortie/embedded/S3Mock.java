package eu.sortie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The source's S3: Adobe S3Mock, which keeps odd keys and metadata as they are. */
final class S3Mock {

  /** As in: Tomcat started on ports 35781 (https), 39007 (http). */
  private static final Pattern ANNOUNCEMENT =
      Pattern.compile("Tomcat started on ports .*?(\\d+) \\(http\\)");

  private S3Mock() {}

  static Emulator in(Path emulators, Path data) throws IOException {
    Files.createDirectories(data);
    var command = List.of(
        Java.executable(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // It takes its temporary files along when it goes.
        "-Djava.io.tmpdir=" + data,
        "-jar",
        emulators.resolve("s3mock.jar").toString(),
        "--http.port=0",
        // It insists on a TLS port as well.
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--com.adobe.testing.s3mock.store.root=" + data);
    return new Emulator(command, ANNOUNCEMENT);
  }
}
