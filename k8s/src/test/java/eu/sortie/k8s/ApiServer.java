package eu.sortie.k8s;

import eu.sortie.junit.LeftOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real API server over a real etcd, of the lab, for the tests of one class; nothing runs the pods of it. */
final class ApiServer implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

  private final String name;
  private final int port;
  private Path kubeconfig = Path.of("");

  ApiServer(String name, int port) {
    this.name = name;
    this.port = port;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return LeftOut.unlessThere(
        LabProgram.whyNotThere("kube-apiserver"),
        "only a real API server fills in defaults and says who owns which field");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    kubeconfig = Path.of(LabProgram.run(
            "",
            List.of(
                LabProgram.LAB.resolve("kube-up").toString(), name, String.valueOf(port), "api"))
        .strip());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    LabProgram.run("", List.of(LabProgram.LAB.resolve("kube-down").toString(), name));
  }

  /** Runs kubectl, with a document to read from its standard input. */
  String kubectl(String input, String... arguments) {
    var command = new ArrayList<>(List.of(
        LabProgram.BIN.resolve("kubectl").toString(), "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    return LabProgram.run(input, command);
  }
}
