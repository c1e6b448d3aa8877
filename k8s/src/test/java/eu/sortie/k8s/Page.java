package eu.sortie.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of the documentation, as tests hold it against the code. */
public record Page(Path file) {

  /** The page of that name. */
  public static Page of(String name) {
    return new Page(Path.of("..", "docs", name));
  }

  /** The rows of the tables below a heading that begin with a word of code. */
  public List<String> rowsBelow(String heading) throws IOException {
    var rows = new ArrayList<String>();
    var below = false;
    for (var line : Files.readAllLines(file)) {
      below = line.startsWith("## ") ? line.equals(heading) : below;
      if (below && line.startsWith("| `")) {
        rows.add(line);
      }
    }
    return rows;
  }
}
