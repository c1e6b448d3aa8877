package eu.sortie.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Hands the console to the commands that talk. */
final class Wiring implements IFactory {

  private final Console console;

  Wiring(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Console.class) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
