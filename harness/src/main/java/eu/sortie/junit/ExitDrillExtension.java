package eu.sortie.junit;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the drill as the first test of an {@link ExitDrill}, and gives each gate a test of its own behind it. */
final class ExitDrillExtension implements TestTemplateInvocationContextProvider {

  static final String ENVIRONMENT = "sortie.environment";
  static final String EVIDENCE = "sortie.evidence";

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return annotation(context).isPresent();
  }

  /** The stream is taken one by one: the gates are known only when the drill, which is first, has run. */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    var drill =
        WatchedDrill.of(annotation(context).orElseThrow(), name -> parameter(context, name));
    return Stream.concat(
        Stream.of(new DrillInvocation(drill)),
        Stream.of(drill).flatMap(ran -> ran.gates().stream().map(GateInvocation::new)));
  }

  private static Optional<ExitDrill> annotation(ExtensionContext context) {
    return context
        .getTestMethod()
        .flatMap(method -> AnnotationSupport.findAnnotation(method, ExitDrill.class));
  }

  private static Optional<String> parameter(ExtensionContext context, String name) {
    return context.getConfigurationParameter(name).filter(value -> !value.isBlank());
  }
}
