package eu.sortie.embedded;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Environment;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Created;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Surroundings;
import eu.sortie.yaml.CapabilityBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The environment {@code embedded}: S3Mock as {@code aws}, S3Proxy as {@code europe}, both emulated, each a process the cut can kill. */
public final class EmbeddedSurroundings implements Surroundings {

  private static final String SOURCE = "aws";
  private static final String DESTINATION = "europe";

  @Override
  public String name() {
    return "embedded";
  }

  @Override
  public List<Finding> examine() {
    try {
      return List.of(new Finding(
          name(), Finding.Answer.YES, "can be started; its servers are in " + Emulators.find()));
    } catch (Misuse missing) {
      return List.of(new Finding(name(), Finding.Answer.NO, String.valueOf(missing.getMessage())));
    }
  }

  @Override
  public Running start(Path folder, Consumer<Created> created) throws IOException {
    var emulators = Emulators.find();
    var data = Files.createTempDirectory(folder, "sortie-embedded-");
    created.accept(new Created("this machine", "folder " + data, "rm -rf " + data));
    var processes = new EmbeddedEnds(data);
    try {
      // Both at once: the slower one decides how long it takes.
      processes.start(SOURCE, created, S3Mock.in(emulators, data.resolve("source")));
      processes.start(DESTINATION, created, S3Proxy.in(emulators, data.resolve("destination")));
      processes.await();
    } catch (IOException | RuntimeException failed) {
      processes.close();
      throw failed;
    }
    return new EmbeddedRunning(environment(processes), processes);
  }

  private static Environment environment(EmbeddedEnds processes) {
    var source = End.of(
        SOURCE,
        false,
        "s3",
        settings(processes.port(SOURCE), "us-east-1", "sortie"),
        Capabilities.UNSTATED);
    var destination = End.of(
        DESTINATION,
        false,
        "s3",
        settings(processes.port(DESTINATION), "gra", S3Proxy.SECRET),
        CapabilityBook.load(S3Proxy.CAPABILITIES));
    return Environment.of(
        "embedded",
        List.of(source, destination),
        Map.of(SOURCE, "aws-eu-west-3", DESTINATION, "ovh-gra"));
  }

  private static Map<String, String> settings(int port, String region, String secret) {
    return Map.of(
        "endpoint",
        "http://127.0.0.1:" + port,
        "region",
        region,
        "path-style",
        "true",
        "access-key",
        S3Proxy.IDENTITY,
        "secret-key",
        secret);
  }

  private record EmbeddedRunning(Environment environment, EmbeddedEnds processes)
      implements Running {
    @Override
    public void switchOff(String end) {
      processes.kill(end);
    }

    @Override
    public void close() {
      processes.close();
    }
  }
}
