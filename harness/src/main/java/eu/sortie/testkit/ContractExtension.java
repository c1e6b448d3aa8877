package eu.sortie.testkit;

import eu.sortie.scenario.End;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Hands each clause its bench, and holds deviations to what they say. */
final class ContractExtension
    implements ParameterResolver, InvocationInterceptor, TestInstancePostProcessor {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ContractExtension.class);

  @Override
  public void postProcessTestInstance(Object test, ExtensionContext context) {
    for (var deviation : ((EndUnderTest) test).deviations()) {
      if (Arrays.stream(test.getClass().getMethods())
          .noneMatch(method -> isClause(method, deviation.clause()))) {
        throw new IllegalArgumentException(
            "%s lists a deviation from '%s', expected the name of a clause of its contracts; there is none of that name"
                .formatted(test.getClass().getSimpleName(), deviation.clause()));
      }
    }
  }

  private static boolean isClause(Method method, String name) {
    return method.getName().equals(name) && method.isAnnotationPresent(Test.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Bench.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var under = (EndUnderTest) context.getRequiredTestInstance();
    // One for each end: starting again for every clause would plant a thousand items each time.
    return context
        .getParent()
        .orElse(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            under.end().settings(), any -> new Bench(under.protocol(), under.end()), Bench.class);
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> clause,
      ReflectiveInvocationContext<Method> invocation,
      ExtensionContext context)
      throws Throwable {
    var name = invocation.getExecutable().getName();
    var listed = invocation
        .getTarget()
        .flatMap(under -> ((EndUnderTest) under)
            .deviations().stream().filter(one -> one.clause().equals(name)).findFirst());
    if (listed.isEmpty()) {
      clause.proceed();
      return;
    }
    judge(
        listed.get(), thrown(clause), ((EndUnderTest) invocation.getTarget().orElseThrow()).end());
    context.publishReportEntry("deviates", listed.get().because());
  }

  private static Optional<Throwable> thrown(Invocation<Void> clause) {
    try {
      clause.proceed();
      return Optional.empty();
    } catch (
        @SuppressWarnings(
            "IllegalCatch") // because whatever a clause throws is judged, and thrown on where it is
        // not what was listed
        Throwable broken) {
      return Optional.of(broken);
    }
  }

  private static void judge(Deviation listed, Optional<Throwable> seen, End end) {
    if (seen.isEmpty()) {
      throw new AssertionError(
          "'%s' keeps '%s' now; delete the deviation that says it does not because %s"
              .formatted(end.name(), listed.clause(), listed.because()));
    }
    if (!String.valueOf(seen.get().getMessage()).contains(listed.seen())) {
      throw new AssertionError(
          "'%s' deviates from '%s' in another way than is listed: expected to see '%s', saw '%s'"
              .formatted(end.name(), listed.clause(), listed.seen(), seen.get().getMessage()),
          seen.get());
    }
  }
}
