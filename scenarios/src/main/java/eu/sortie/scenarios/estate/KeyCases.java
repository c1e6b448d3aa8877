package eu.sortie.scenarios.estate;

import static eu.sortie.scenarios.estate.PoisonCase.poisoned;
import static eu.sortie.scenarios.estate.PoisonCase.poisonedKeys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Cases that lie in the keys: what S3 tells apart and other stores do not. */
final class KeyCases {

  private static final int MOST_KEY_BYTES = 1024;

  private KeyCases() {}

  static List<PoisonCase> all() {
    return Stream.of(
            slashes(),
            signatures(),
            folderMarkers(),
            dots(),
            itemsThatAreFolders(),
            controls(),
            markup(),
            fileSystems(),
            lengths())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PoisonCase> slashes() {
    return List.of(
        poisonedKeys("K01", "two slashes in a row", "K01/two//slashes"),
        poisonedKeys("K01", "three slashes in a row", "K01/three///slashes"),
        poisonedKeys(
            "K01", "one, two and no more: a key and its collapsed twin", "K01/a/b", "K01/a//b"),
        poisonedKeys("K01", "ends in two slashes", "K01/end//"),
        poisonedKeys("K01", "begins with two slashes", "//K01-lead"));
  }

  private static List<PoisonCase> signatures() {
    return List.of(
        poisonedKeys("K02", "begins with a slash", "/K02-lead"),
        poisonedKeys("K02", "space and plus, which some decode to the same", "K02/a b", "K02/a+b"),
        poisonedKeys("K02", "a percent sign alone", "K02/100% done"),
        poisonedKeys("K02", "looks escaped already", "K02/a%2Fb", "K02/a%252Fb"),
        poisonedKeys("K02", "every mark that URLs reserve", "K02/!'()*,;:@=$#[]?~"),
        poisonedKeys(
            "K02", "letters beyond ASCII and beyond 16 bits", "K02/\u00c6gir/\u5c71/\ud83d\ude00"));
  }

  private static List<PoisonCase> folderMarkers() {
    return List.of(
        poisoned(
            "K03",
            "a folder marker of zero bytes",
            Specimen.of("K03/marker/", Body.EMPTY).contentType("application/x-directory")),
        poisoned(
            "K03",
            "a folder marker beside what is in it",
            Specimen.of("K03/parent/", Body.EMPTY).contentType("application/x-directory"),
            PoisonCase.plain("K03/parent/child")),
        poisonedKeys("K03", "a key that ends in a slash and has bytes", "K03/weighty/"),
        poisonedKeys("K03", "is nothing but a slash", "/"));
  }

  private static List<PoisonCase> dots() {
    return List.of(
        poisonedKeys("K04", "a segment of one dot in the middle", "K04/one/./dot"),
        poisonedKeys(
            "K04",
            "a segment of two dots, beside the key it would resolve to",
            "K04/two/../dots",
            "K04/dots"),
        poisonedKeys("K04", "ends in one dot", "K04/end/."),
        poisonedKeys("K04", "ends in two dots", "K04/end/.."),
        poisonedKeys("K04", "begins with one dot", "./K04-lead"),
        poisonedKeys("K04", "begins with two dots", "../K04-lead"),
        poisonedKeys("K04", "climbs out of the bucket", "K04/../../../K04-climb"),
        poisonedKeys("K04", "is nothing but two dots", ".."),
        poisonedKeys(
            "K04", "a segment of three dots, which means nothing anywhere", "K04/.../dots"));
  }

  private static List<PoisonCase> itemsThatAreFolders() {
    return List.of(
        poisonedKeys("K05", "an item and another below it", "K05/foo", "K05/foo/bar"),
        poisonedKeys(
            "K05", "an item and a folder marker of the same name", "K05/mark", "K05/mark/"),
        poisonedKeys(
            "K05",
            "an item, its folder marker and an item below, two levels deep",
            "K05/deep/a",
            "K05/deep/a/",
            "K05/deep/a/b",
            "K05/deep/a/b/c"));
  }

  private static List<PoisonCase> controls() {
    return List.of(
        poisonedKeys("K06", "U+0001, which XML 1.0 cannot say", "K06/start\u0001of-heading"),
        poisonedKeys(
            "K06",
            "two keys that are one once controls are replaced",
            "K06/twin\u0002",
            "K06/twin\u0003"),
        poisonedKeys("K06", "a tab", "K06/tab\there"),
        poisonedKeys("K06", "a line feed", "K06/line\nfeed"),
        poisonedKeys(
            "K06",
            "a carriage return, which XML readers turn into a line feed",
            "K06/carriage\rreturn"),
        poisonedKeys("K06", "an escape sequence for terminals", "K06/\u001b[31mred"),
        poisonedKeys("K06", "DEL", "K06/del\u007f"),
        poisonedKeys("K06", "U+FFFF, which is no character and not in XML", "K06/none\uffff"),
        poisonedKeys(
            "K06", "right-to-left override, which shows another name", "K06/\u202egpj.exe"),
        poisonedKeys("K06", "NUL", "K06/nul\u0000"));
  }

  private static List<PoisonCase> markup() {
    return List.of(
        poisonedKeys("K07", "an ampersand", "K07/this&that"),
        poisonedKeys("K07", "angle brackets", "K07/<key>"),
        poisonedKeys(
            "K07",
            "looks escaped for XML already, beside what it would become",
            "K07/a&amp;b",
            "K07/a&b"),
        poisonedKeys("K07", "a character reference", "K07/a&#10;b"),
        poisonedKeys("K07", "ends a CDATA section", "K07/]]>"),
        poisonedKeys("K07", "both kinds of quotes", "K07/\"both\" 'kinds'"));
  }

  private static List<PoisonCase> fileSystems() {
    return List.of(
        poisonedKeys("K08", "a backslash", "K08/back\\slash"),
        poisonedKeys(
            "K08", "keys that differ in case only", "K08/Readme", "K08/README", "K08/readme"),
        poisonedKeys(
            "K08",
            "keys that differ in Unicode form only: composed and decomposed",
            "K08/caf\u00e9",
            "K08/cafe\u0301"),
        poisonedKeys("K08", "names that Windows keeps for devices", "K08/CON", "K08/aux.txt"),
        poisonedKeys("K08", "ends in a dot", "K08/trailing."),
        poisonedKeys("K08", "ends in a space", "K08/trailing "),
        poisonedKeys("K08", "marks that Windows refuses", "K08/a:b*c?d|e"));
  }

  private static List<PoisonCase> lengths() {
    return List.of(
        poisonedKeys("K09", "1,024 bytes in short segments", filled("K09/short/", "segment/")),
        poisonedKeys("K09", "1,024 bytes in one segment", filled("K09/", "k")),
        poisonedKeys("K09", "1,024 bytes, three to a character", filled("K09/wide/xx", "\u5c71/")),
        poisonedKeys(
            "K09",
            "a segment of 255 bytes, the most of common file systems",
            "K09/" + "f".repeat(255)),
        poisonedKeys(
            "K09",
            "a segment of 256 bytes, one more than common file systems take",
            "K09/" + "s".repeat(256)));
  }

  /** A key of exactly as many bytes as S3 takes. */
  private static String filled(String beginning, String with) {
    var key = new StringBuilder(beginning);
    int bytes = beginning.length();
    int each = with.getBytes(StandardCharsets.UTF_8).length;
    for (; bytes + each <= MOST_KEY_BYTES; bytes += each) {
      key.append(with);
    }
    return key.append("x".repeat(MOST_KEY_BYTES - bytes)).toString();
  }
}
