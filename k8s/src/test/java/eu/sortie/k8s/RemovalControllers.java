package eu.sortie.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The two controllers without which a namespace and its claims never go, beside an API server; nothing else runs, so nothing else changes anything. */
final class RemovalControllers implements BeforeAllCallback, AfterAllCallback {

  private final ApiServer server;
  private Process process;

  RemovalControllers(ApiServer server) {
    this.server = server;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var folder = server.kubeconfig().toAbsolutePath().getParent();
    try {
      process = new ProcessBuilder(
              LabProgram.BIN.resolve("kube-controller-manager").toString(),
              "--kubeconfig",
              server.kubeconfig().toString(),
              "--controllers=namespace-controller,persistentvolumeclaim-protection-controller",
              "--leader-elect=false",
              "--secure-port=0")
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("controllers.log").toFile())
          .start();
      // Whoever ends the server ends it too, should these tests die.
      Files.writeString(pid(folder), String.valueOf(process.pid()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    process.destroy();
    process.onExit().join();
    try {
      Files.delete(pid(server.kubeconfig().toAbsolutePath().getParent()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path pid(Path folder) {
    return folder.resolve("controllers.pid");
  }
}
