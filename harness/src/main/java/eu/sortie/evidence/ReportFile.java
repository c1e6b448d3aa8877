package eu.sortie.evidence;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import eu.sortie.drill.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An outcome as {@code report.html}: one page that needs nothing else, runs nothing and fetches nothing.
 *
 * <p>The template holds no value unescaped, and what is invisible is written by its number before it is escaped.
 */
public final class ReportFile {

  static final String TEMPLATE = "report.mustache";

  private static final Template PAGE = Mustache.compiler()
      .withEscaper(raw -> Escapers.HTML.escape(Visible.text(raw)))
      .emptyStringIsFalse(true)
      .strictSections(true)
      .compile(template());

  private ReportFile() {}

  /** Renders an outcome: HTML in UTF-8. */
  public static String write(Outcome outcome) {
    return PAGE.execute(Page.of(outcome));
  }

  static String template() {
    try (InputStream bytes =
        Objects.requireNonNull(ReportFile.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException("the template of the report cannot be read", damaged);
    }
  }
}
