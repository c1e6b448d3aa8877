package eu.sortie.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Keys by chance from all that S3 allows, the awkward ones far more often than in life. */
final class RandomKeys {

  private static final int LONGEST_BYTES = 1024;
  private static final List<String> AWKWARD = List.of(
      "foo",
      "foo/",
      "foo/bar",
      "foo/bar/",
      "foo//bar",
      "/foo",
      "//foo",
      "FOO",
      "foo.",
      "foo /bar",
      "foo/bar/baz",
      "foo-bar",
      "foo.txt",
      ".",
      "..",
      "./foo",
      "../foo",
      "foo/.",
      "foo/..",
      "foo/./bar",
      "foo/../bar",
      "...",
      ".foo",
      "a/b/c/",
      "a/b/c",
      "a",
      "a ",
      " a",
      "a  b",
      "+",
      "a+b",
      "a b",
      "a%20b",
      "a%2Bb",
      "%",
      "%%",
      "%zz",
      "a&b",
      "a?b",
      "a#b",
      "a=b",
      "a;b",
      "a:b",
      "a@b",
      "a!b",
      "a$b",
      "a'b",
      "a(b)",
      "a*b",
      "a,b",
      "a~b",
      "a`b",
      "a^b",
      "a|b",
      "a\\b",
      "a\"b",
      "a<b>",
      "a{b}",
      "a[b]",
      "&amp;",
      "<Key>",
      "]]>",
      "caf\u00e9",
      "cafe\u0301",
      "\u00c5",
      "A\u030a",
      "\u212b",
      "\ufb01",
      "stra\u00dfe",
      "\u0130",
      "\u65e5\u672c\u8a9e",
      "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
      "\u202eabc",
      "\u200b",
      "\ufeff",
      "\ud834\udd1e",
      "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
      "\ud83c\uddeb\ud83c\uddf7/\ud83c\udde9\ud83c\uddea",
      "\uffee",
      "\ue000",
      "con",
      "nul.txt",
      "index.html",
      "key?versionId=1",
      "?acl",
      "a/?tagging",
      "soap",
      "bucket/key");
  private static final String CONTROLS = "\u0001\u0008\t\n\u000b\r\u001f\u007f\u0085\u2028";
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_.~!*'() /+&$@=;:?,%#[]{}<>\\^`|\"éßøñ日本𝄞😀";

  private final Random random;

  RandomKeys(Random random) {
    this.random = random;
  }

  String next() {
    int roll = random.nextInt(100);
    if (roll < 40) {
      return AWKWARD.get(random.nextInt(AWKWARD.size()));
    }
    if (roll < 55) {
      return AWKWARD.get(random.nextInt(AWKWARD.size())) + "/"
          + AWKWARD.get(random.nextInt(AWKWARD.size()));
    }
    if (roll < 60) {
      return "ctl" + CONTROLS.charAt(random.nextInt(CONTROLS.length())) + word(3);
    }
    if (roll < 65) {
      return longest();
    }
    if (roll < 80) {
      return "photos/" + (2000 + random.nextInt(27)) + "/" + word(8) + ".jpg";
    }
    return fitting(word(1 + random.nextInt(30)));
  }

  private String word(int length) {
    var points = LETTERS.codePoints().toArray();
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return word.toString();
  }

  private String longest() {
    var unit = List.of("x", "segment/", "é", "𝄞", "0123456789/").get(random.nextInt(5));
    return fitting(unit.repeat(LONGEST_BYTES / unit.getBytes(StandardCharsets.UTF_8).length));
  }

  private static String fitting(String key) {
    var fitting = key;
    while (fitting.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
    }
    return fitting;
  }
}
