package eu.sortie.junit;

import eu.sortie.drill.Drill;
import eu.sortie.drill.GateResult;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;

/** One gate as a test: the method is not run again, only the judgement is shown. */
record GateInvocation(GateResult gate)
    implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

  @Override
  public String getDisplayName(int index) {
    return gate.gate();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  /** The drill alone: every other parameter has a resolver of its own, and two for one are an error. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Drill.class;
  }

  /** Nobody reads it: the method is skipped. */
  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> what, ExtensionContext context) {
    method.skip();
    switch (gate.result()) {
      case CLEARED -> {}
      case BREACHED ->
        throw new AssertionFailedError(words("breached"), gate.wanted(), gate.seen());
      case INCONCLUSIVE ->
        throw new AssertionFailedError(words("inconclusive"), gate.wanted(), gate.seen());
    }
  }

  private String words(String how) {
    var examples = gate.examples().isEmpty() ? "" : "\n  " + String.join("\n  ", gate.examples());
    return "%s: %s\n  wanted %s\n  seen %s%s"
        .formatted(how, gate.gate(), gate.wanted(), gate.seen(), examples);
  }
}
