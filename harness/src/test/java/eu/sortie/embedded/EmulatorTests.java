package eu.sortie.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorTests {

  @TempDir
  private Path folder;

  @Test
  void theSourceSaysWhichPortItTook() throws IOException {
    var source = S3Mock.in(folder, folder.resolve("source"));

    assertThat(source.port("Tomcat initialized with ports 0 (https), 0 (http)")).isEmpty();
    assertThat(source.port(
            "up\nTomcat started on ports 35781 (https), 39007 (http) with context path '/'\n"))
        .contains(39007);
  }

  @Test
  void theDestinationSaysWhichPortItTook() throws IOException {
    var destination = S3Proxy.in(folder, folder.resolve("destination"));
    var said = "Started ogsoejs.ServerConnector@19ae6bb{HTTP/1.1, (http/1.1)}{127.0.0.1:34203}";

    assertThat(destination.port(said)).contains(34203);
  }

  @Test
  void halfANumberIsNoPort() throws IOException {
    assertThat(S3Proxy.in(folder, folder.resolve("destination"))
            .port("Started ServerConnector@1{HTTP/1.1, (http/1.1)}{127.0.0.1:342"))
        .isEmpty();
    assertThat(S3Mock.in(folder, folder.resolve("source"))
            .port("Tomcat started on ports 35781 (https), 390"))
        .isEmpty();
  }

  @Test
  void nobodyIsToldWhichPortToTake() throws IOException {
    assertThat(S3Mock.in(folder, folder.resolve("source")).command()).contains("--http.port=0");
    assertThat(folder.resolve("s3proxy.properties")).doesNotExist();
    S3Proxy.in(folder, folder.resolve("destination"));
    assertThat(folder.resolve("s3proxy.properties"))
        .content()
        .contains("s3proxy.endpoint=http://127.0.0.1:0");
  }
}
