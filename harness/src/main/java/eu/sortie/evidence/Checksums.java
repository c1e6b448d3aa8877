package eu.sortie.evidence;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The digests of all files of a drill, in the form {@code sha256sum -c} reads. */
final class Checksums {

  static final String NAME = "SHA256SUMS";

  private Checksums() {}

  /** Digests every file in the folder except itself and those left out by their path in the folder. */
  static void write(Path folder, Predicate<Path> leftOut) throws IOException {
    var digests = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(NAME) && !leftOut.test(folder.relativize(file))) {
          digests.put(name, of(file));
        }
      }
    }
    var lines = new StringBuilder();
    digests.forEach(
        (name, digest) -> lines.append(digest).append("  ").append(name).append('\n'));
    Durable.write(folder.resolve(NAME), lines.toString());
  }

  /** The digest that was written down for a file, empty where none was. */
  static Optional<String> writtenDown(Path folder, String name) throws IOException {
    var lines = new String(Durable.read(folder.resolve(NAME)), StandardCharsets.UTF_8).lines();
    return lines
        .filter(line -> line.endsWith("  " + name) && line.length() == 66 + name.length())
        .map(line -> line.substring(0, 64))
        .findFirst();
  }

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static String of(Path file) throws IOException {
    var digest = sha256();
    try (var bytes = new DigestInputStream(new FileInputStream(file.toFile()), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
