package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one S3Mock, started once for all of them and killed in the end. */
final class S3Mock implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(S3Mock.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServerProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(ServerProcess.class, key -> start(), ServerProcess.class);
  }

  private static ServerProcess start() {
    try {
      return ServerProcess.s3Mock();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
