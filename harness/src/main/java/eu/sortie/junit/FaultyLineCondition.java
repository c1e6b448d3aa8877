package eu.sortie.junit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import eu.sortie.containers.FaultyLine;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out what needs a faulty line where none can be laid. */
final class FaultyLineCondition implements ExecutionCondition {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FaultyLineCondition.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsFaultyLine.class))
        .map(needs -> LeftOut.unlessThere(whyNot(context), needs.because()))
        .orElseGet(() -> enabled("asks for no line of its own"));
  }

  /** Asked once: looking for an engine that is not there takes its time. */
  @SuppressWarnings("unchecked")
  private static Optional<String> whyNot(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("why not", any -> FaultyLine.whyNot(), Optional.class);
  }
}
