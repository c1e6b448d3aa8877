package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.NonPrintableStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes YAML that reads back as what it was: lists of words in one line, everything else line by line. */
final class Pen {

  private static final DumpSettings SETTINGS = DumpSettings.builder()
      .setSchema(new CoreSchema())
      .setIndent(2)
      .setIndicatorIndent(2)
      .setIndentWithIndicator(true)
      .setSplitLines(false)
      .setWidth(Integer.MAX_VALUE)
      .setMaxSimpleKeyLength(1024)
      .setNonPrintableStyle(NonPrintableStyle.ESCAPE)
      .build();

  private Pen() {}

  static String write(Node root) {
    var written = new Written();
    new Dump(SETTINGS).dumpNode(root, written);
    return written.text.toString();
  }

  /**
   * Text, in quotes where it would be taken for something else.
   *
   * @throws Misuse for text that UTF-8 cannot hold
   */
  static Node text(String text) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw new Misuse(
          "there is half a character in '%s', expected whole ones; UTF-8 cannot hold it"
              .formatted(text));
    }
    var style = isOneCalmLine(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    return new ScalarNode(Tag.STR, text, style);
  }

  static Node flag(boolean flag) {
    return new ScalarNode(Tag.BOOL, Boolean.toString(flag), ScalarStyle.PLAIN);
  }

  static Node number(long number) {
    return new ScalarNode(Tag.INT, Long.toString(number), ScalarStyle.PLAIN);
  }

  /** Keys with values, a line each. */
  static Node lines(Map<String, Node> fields) {
    return map(fields, FlowStyle.BLOCK);
  }

  /** Keys with values in one line. */
  static Node line(Map<String, Node> fields) {
    return map(fields, FlowStyle.FLOW);
  }

  /** Items, a line each. */
  static Node items(List<Node> items) {
    return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
  }

  /** Words in one line. */
  static Node words(List<String> words) {
    return new SequenceNode(Tag.SEQ, words.stream().map(Pen::text).toList(), FlowStyle.FLOW);
  }

  private static Node map(Map<String, Node> fields, FlowStyle style) {
    var tuples = new ArrayList<NodeTuple>();
    fields.forEach((key, value) -> tuples.add(new NodeTuple(text(key), value)));
    return new MappingNode(Tag.MAP, tuples, style);
  }

  private static boolean isOneCalmLine(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c)
            || Character.getType(c) == Character.FORMAT
            || c == '\u2028'
            || c == '\u2029');
  }

  private static final class Written implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String more) {
      text.append(more);
    }

    @Override
    public void write(String more, int from, int length) {
      text.append(more, from, from + length);
    }
  }
}
