package eu.sortie.yaml;

import eu.sortie.scenario.Misuse;
import eu.sortie.scenario.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a file, before anybody asks what it says.
 *
 * @param file as the user named it
 * @param text without byte order mark
 */
record Page(String file, String text) {

  /** Nobody writes a longer one by hand; whoever reads it in full could be kept busy for long. */
  static final int MOST_BYTES = 256 * 1024;

  Page {
    if (text.length() > MOST_BYTES) {
      throw tooLarge(file);
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /**
   * Reads a file.
   *
   * @throws Misuse where it is not there, a folder, too large or not UTF-8
   */
  static Page of(Path path) {
    return new Page(path.toString(), decode(path.toString(), bytes(path)));
  }

  /** The place of a line, counted from 1. */
  Place line(int line) {
    return new Place(file, line);
  }

  private static byte[] bytes(Path path) {
    if (Files.isDirectory(path)) {
      throw new Misuse(path + ": this is a folder, expected a YAML file; name a file in it");
    }
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw tooLarge(path.toString());
      }
      return bytes;
    } catch (NoSuchFileException absent) {
      throw new Misuse(
          path + ": there is no such file, expected a YAML file; check the path", absent);
    } catch (AccessDeniedException denied) {
      throw new Misuse(path + ": this file may not be read; check who may read it", denied);
    } catch (IOException broken) {
      throw new Misuse(
          "%s: this file cannot be read: %s; check the path and the disk"
              .formatted(path, broken.getMessage()),
          broken);
    }
  }

  private static String decode(String file, byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    try {
      // The convenience decoder reports what it cannot read instead of replacing it, and stands
      // where it stopped.
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException malformed) {
      throw new Misuse(
          new Place(file, lineOf(bytes, in.position()))
              + ": this file is not UTF-8, expected UTF-8 text; save it again in that encoding",
          malformed);
    }
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static Misuse tooLarge(String file) {
    return new Misuse(
        "%s: this file is larger than %d KiB, expected one written by hand; is it the right one?"
            .formatted(file, MOST_BYTES / 1024));
  }
}
