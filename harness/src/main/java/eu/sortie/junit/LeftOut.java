package eu.sortie.junit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Leaves out tests that miss what they need, and writes down which were left out and why: into the file that the system property
 * {@code sortie.left.out} names, for the build to say at its end.
 */
public final class LeftOut implements TestExecutionListener {

  private static final String FILE = "sortie.left.out";

  /** Under it, leaving a test out fails. */
  static final String REQUIRED = "sortie.lab.required";

  private final List<String> tests = new ArrayList<>();

  /**
   * Decides whether a test runs.
   *
   * @param whyNot what is missing; empty where nothing is
   * @param because why the test needs it
   * @throws IllegalStateException where leaving one out is to fail
   */
  public static ConditionEvaluationResult unlessThere(Optional<String> whyNot, String because) {
    return decide(whyNot, because, Boolean.getBoolean(REQUIRED));
  }

  static ConditionEvaluationResult decide(
      Optional<String> whyNot, String because, boolean required) {
    if (whyNot.isEmpty()) {
      return enabled("what it needs is there");
    }
    if (required) {
      throw new IllegalStateException(
          "-D%s is set, and %s; '.ci/lab/docker-up && .ci/lab/build && .ci/lab/images' makes a lab"
              .formatted(REQUIRED, whyNot.get()));
    }
    return disabled("%s; it is needed because %s".formatted(whyNot.get(), because));
  }

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
