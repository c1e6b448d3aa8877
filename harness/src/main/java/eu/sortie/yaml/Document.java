package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The one document of a page, made of plain YAML only: no anchors, no aliases, no tags.
 *
 * <p>A scenario is a value and no program: what stands in a line is what counts there, so nothing may point elsewhere.
 */
final class Document {

  /** Deeper than any of our forms goes; composing is recursive, so somebody has to say where it ends. */
  private static final int MOST_DEPTH = 16;

  /** The parser quotes the character it stumbled over, and that may break the line. */
  private static final String NOT_FOR_ONE_LINE = "[\\p{Cntrl}\\u0085\\u2028\\u2029]+";

  private final Page page;
  private int documents;
  private int depth;
  private int lastLine = 1;

  private Document(Page page) {
    this.page = page;
  }

  /**
   * Reads a page.
   *
   * @param what the thing it should hold, for messages
   */
  static Part of(Page page, String what) {
    return new Document(page).root(what);
  }

  private Part root(String what) {
    requireReadableCharacters();
    return new Part(page.file(), compose(what), what);
  }

  private Node compose(String what) {
    var settings = LoadSettings.builder()
        .setLabel(page.file())
        .setSchema(new CoreSchema())
        .setAllowDuplicateKeys(true) // Fields says both of these better, with their lines.
        .setAllowNonScalarKeys(true)
        .build();
    try {
      new Parse(settings).parseString(page.text()).forEach(this::admit);
      return new Compose(settings)
          .composeString(page.text())
          .filter(node -> !node.getTag().equals(Tag.NULL))
          .orElseThrow(() -> empty(what));
    } catch (MarkedYamlEngineException broken) {
      var mark = broken.getProblemMark().or(broken::getContextMark);
      throw Misuse.at(
          page.line(lineOf(mark)),
          "this is not YAML: %s; check indentation, colons and quotes".formatted(said(broken)));
    } catch (Misuse refused) {
      throw refused;
    } catch (YamlEngineException | IllegalArgumentException broken) {
      // The parser lets some broken escapes through to the JDK, which knows no line.
      throw Misuse.at(
          page.line(lastLine),
          "this is not YAML: from here on the parser cannot go on; check quotes and what follows a backslash");
    }
  }

  private void admit(Event event) {
    lastLine = lineOf(event.getStartMark());
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      throw refused(event, "a second document begins here, expected one; put it into another file");
    }
    if (event instanceof AliasEvent) {
      throw refused(event, "an alias ('*…') stands here, expected the value itself; write it out");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw refused(event, "an anchor ('&…') stands here, expected the value alone; leave it out");
    }
    if (tagged(event)) {
      throw refused(event, "a tag ('!…') stands here, expected the value alone; leave it out");
    }
    if (event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")) {
      // Composing would merge without a word, and a key could stand twice unseen.
      throw refused(
          event, "a merge ('<<') stands here, expected the keys themselves; write them out");
    }
    if (event instanceof CollectionStartEvent && ++depth > MOST_DEPTH) {
      throw refused(event, "lists and maps are nested deeper than %d here".formatted(MOST_DEPTH));
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
  }

  private static boolean tagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
        || (event instanceof CollectionStartEvent start && start.getTag().isPresent());
  }

  private void requireReadableCharacters() {
    int line = 1;
    for (int i = 0; i < page.text().length(); ) {
      int c = page.text().codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        throw Misuse.at(
            page.line(line),
            "the character U+%04X cannot stand in YAML; write \"\\u%04X\" in double quotes"
                .formatted(c, c));
      }
      line += c == '\n' ? 1 : 0;
      i += Character.charCount(c);
    }
  }

  /** What the parser says, without what it read: in an environment that could be a secret. */
  private static String said(MarkedYamlEngineException broken) {
    var problem = broken.getProblem();
    if (problem == null || problem.startsWith("found undefined tag handle")) {
      return "a tag ('!…') stands here, leave it out";
    }
    var context = broken.getContext();
    return (context == null ? problem : context + ", " + problem).replaceAll(NOT_FOR_ONE_LINE, " ");
  }

  private Misuse empty(String what) {
    return Misuse.at(page.line(1), "this file is empty, expected %s".formatted(what));
  }

  private Misuse refused(Event event, String message) {
    return Misuse.at(page.line(lineOf(event.getStartMark())), message);
  }

  private static int lineOf(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
