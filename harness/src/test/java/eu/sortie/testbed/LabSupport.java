package eu.sortie.testbed;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import eu.sortie.containers.LabServers;
import eu.sortie.junit.LeftOut;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Leaves out what needs the lab where there is none, and hands the lab to the others. */
final class LabSupport implements ExecutionCondition, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(LabSupport.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var asked = context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsLab.class));
    if (asked.isEmpty()) {
      return enabled("asks for no lab of its own");
    }
    return LeftOut.unlessThere(whyNot(context), asked.get().because());
  }

  /** Asked once: looking for an engine that is not there takes its time. */
  @SuppressWarnings("unchecked")
  private static Optional<String> whyNot(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("why not", any -> LabServers.whyNot(), Optional.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Lab.class, any -> new Lab(EmbeddedServers.pair(context)), Lab.class);
  }
}
