package eu.sortie.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes down which tests were left out and why, for the build to say at its end. */
public final class LeftOut implements TestExecutionListener {

  private static final String FILE = "sortie.left.out";

  private final List<String> tests = new ArrayList<>();

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    tests.add("%s: %s".formatted(nameOf(test), reason));
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    var file = System.getProperty(FILE, "");
    if (file.isEmpty()) {
      return;
    }
    try {
      var path = Path.of(file);
      Files.deleteIfExists(path);
      if (!tests.isEmpty()) {
        Files.writeString(
            path,
            "These tests were left out; -Dsortie.lab.required=true makes that a failure:\n  "
                + String.join("\n  ", tests) + "\n");
      }
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private static String nameOf(TestIdentifier test) {
    var source = test.getSource().orElse(null);
    if (source instanceof MethodSource method) {
      return simple(method.getClassName()) + "." + test.getDisplayName();
    }
    return source instanceof ClassSource of ? simple(of.getClassName()) : test.getDisplayName();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }
}
