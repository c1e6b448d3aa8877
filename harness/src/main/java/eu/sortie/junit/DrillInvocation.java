package eu.sortie.junit;

import eu.sortie.drill.Drill;
import eu.sortie.drill.ExitFailedError;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;

/** The first test: the method itself, with its drill. */
record DrillInvocation(WatchedDrill drill)
    implements TestTemplateInvocationContext, ParameterResolver, InvocationInterceptor {

  @Override
  public String getDisplayName(int index) {
    return "the drill";
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Drill.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return drill;
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> method, ReflectiveInvocationContext<Method> what, ExtensionContext context)
      throws Throwable {
    try {
      method.proceed();
    } catch (ExitFailedError failed) {
      throw new AssertionFailedError(drill.summary(), failed);
    }
    if (!drill.hasRun()) {
      throw new AssertionFailedError(
          "the method ran no drill: expected a call of drill.run(scenario)");
    }
    // A breach has a test of its own. That a drill broke off may have none, and must not look
    // green.
    if (drill.isInconclusive()) {
      throw new AssertionFailedError(drill.summary());
    }
  }
}
