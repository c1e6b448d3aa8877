package eu.sortie.yaml;

import eu.sortie.scenario.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up what an environment only refers to: {@code env:NAME} and {@code file:PATH}. */
final class References {

  private static final String ENV = "env:";
  private static final String FILE = "file:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int MOST_BYTES = 64 * 1024;

  private final Path folder;
  private final Function<String, @Nullable String> variables;

  /**
   * References that stand in one file.
   *
   * @param folder the file's own: a path begins there
   */
  References(Path folder, Function<String, @Nullable String> variables) {
    this.folder = folder;
    this.variables = variables;
  }

  static boolean isReference(String written) {
    return written.startsWith(ENV) || written.startsWith(FILE);
  }

  /** A setting as it is written, or what it refers to. */
  Setting read(Part part) {
    var written = part.scalar();
    if (written.startsWith(ENV)) {
      return new Setting(variable(part, written), part.place(), written);
    }
    return written.startsWith(FILE)
        ? new Setting(content(part, written), part.place(), written)
        : new Setting(written, part.place());
  }

  private String variable(Part part, String written) {
    var name = written.substring(ENV.length());
    if (!NAME.matcher(name).matches()) {
      // Not repeated: it may be the secret itself.
      throw part.wrong(
          "what follows env: is not the name of a variable, expected as in env:SRC_KEY");
    }
    var value = variables.apply(name);
    if (value == null || value.isEmpty()) {
      throw part.wrong("the environment variable %s is %s; set it, or refer to another one"
          .formatted(name, value == null ? "not set" : "empty"));
    }
    return value;
  }

  private String content(Part part, String written) {
    var name = written.substring(FILE.length());
    try (var in = Files.newInputStream(folder.resolve(name))) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      var text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
      if (text.isEmpty() || bytes.length > MOST_BYTES) {
        throw part.wrong("the file '%s' is %s, expected the value alone in it"
            .formatted(name, text.isEmpty() ? "empty" : "larger than 64 KiB"));
      }
      return text;
    } catch (IOException | InvalidPathException unreadable) {
      throw part.wrong(
          "the file '%s' it refers to cannot be read (%s); a path begins at the folder of this file"
              .formatted(name, unreadable.getClass().getSimpleName()));
    }
  }
}
