package eu.sortie.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source's S3: Adobe S3Mock, which keeps odd keys and metadata as they are. */
final class S3Mock {

  private S3Mock() {}

  static List<String> command(Path emulators, int port, Path data) throws IOException {
    Files.createDirectories(data);
    return List.of(
        Java.executable(),
        "-Xmx384m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // It takes its temporary files along when it goes.
        "-Djava.io.tmpdir=" + data,
        "-jar",
        emulators.resolve("s3mock.jar").toString(),
        "--http.port=" + port,
        // It insists on a TLS port as well; 0 lets the system choose.
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--com.adobe.testing.s3mock.store.root=" + data);
  }
}
