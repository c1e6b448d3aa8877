package eu.sortie.k8s;

import eu.sortie.scenario.Environment;
import eu.sortie.spi.Created;
import eu.sortie.spi.Surroundings;
import eu.sortie.yaml.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Two whole clusters of the lab with pods that run; the shop is at the source, and the cut ends all of that cluster. */
final class ClusterPair implements Surroundings {

  @Override
  public String name() {
    return "cluster pair";
  }

  @Override
  public Running start(Path folder, Consumer<Created> created) throws IOException {
    created.accept(new Created(
        "aws", "two clusters of the lab", LabProgram.LAB.resolve("kube-pair") + " down"));
    var kubeconfigs = LabProgram.run(
            "", List.of(LabProgram.LAB.resolve("kube-pair").toString(), "up"))
        .lines()
        .toList();
    var file = Files.createTempFile("cluster-pair", ".yaml");
    Files.writeString(file, """
        environment: cluster pair
        ends:
          aws:
            live: false
            kubernetes: {kubeconfig: "%s"}
          europe:
            live: false
            kubernetes: {kubeconfig: "%s"}
        """.formatted(kubeconfigs.get(0), kubeconfigs.get(1)));
    var environment = EnvironmentFile.read(file, name -> null);
    Files.delete(file);
    return new Pair(environment);
  }

  private record Pair(Environment environment) implements Running {

    @Override
    public void switchOff(String end) {
      LabProgram.run(
          "",
          List.of(
              LabProgram.LAB.resolve("kube-down").toString(),
              end.equals("aws") ? "exit-source" : "exit-destination"));
    }

    @Override
    public void close() {
      LabProgram.run("", List.of(LabProgram.LAB.resolve("kube-pair").toString(), "down"));
    }
  }
}
