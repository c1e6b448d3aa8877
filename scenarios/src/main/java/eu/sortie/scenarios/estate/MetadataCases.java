package eu.sortie.scenarios.estate;

import static eu.sortie.scenarios.estate.PoisonCase.poisoned;

import java.util.List;
import java.util.stream.Stream;

/** Cases that lie in user metadata and tags: what people wrote onto their items. */
final class MetadataCases {

  /** S3 counts the bytes of names and values together. */
  private static final int MOST_METADATA_BYTES = 2048;

  private MetadataCases() {}

  static List<PoisonCase> all() {
    return Stream.of(userMetadata(), pollution(), tags(), clocks())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PoisonCase> userMetadata() {
    return List.of(
        poisoned("O06", "a letter of Latin-1", item("O06/latin").metadata("owner", "\u00c6gir")),
        poisoned(
            "O06",
            "letters beyond Latin-1",
            item("O06/wide").metadata("owner", "\u5c71\u7530 \u82b1\u5b50")),
        poisoned(
            "O06",
            "a character beyond 16 bits",
            item("O06/emoji").metadata("mood", "\ud83d\ude00")),
        poisoned(
            "O06",
            "right-to-left text",
            item("O06/hebrew").metadata("owner", "\u05e9\u05dc\u05d5\u05dd")),
        poisoned(
            "O06",
            "a decomposed letter: folding it composes it",
            item("O06/decomposed").metadata("owner", "Zoe\u0308")),
        poisoned(
            "O06",
            "text that is an encoded word of mail: to decode it is to change it",
            item("O06/encoded-word").metadata("owner", "=?UTF-8?Q?=C3=86gir?=")),
        poisoned(
            "O06",
            "text that looks escaped: to decode it is to change it",
            item("O06/escaped").metadata("owner", "%C3%86gir+1")),
        poisoned(
            "O06",
            "commas and quotes: some split the value at them",
            item("O06/commas").metadata("owners", "\"Anna, Noor\", Zoe; and others")),
        poisoned(
            "O06",
            "two spaces in a row within the value",
            item("O06/spaces").metadata("owner", "Anna  Noor")),
        poisoned("O06", "an empty value", item("O06/empty").metadata("owner", "")),
        poisoned(
            "O06",
            "a name of letters, digits, dots, hyphens and underscores",
            item("O06/name").metadata("a.b_c-9", "name")),
        poisoned(
            "O06",
            "a name with capitals, which the wire does not tell from small letters",
            item("O06/capitals").metadata("OwnerName", "Anna")));
  }

  private static List<PoisonCase> pollution() {
    return List.of(
        poisoned("O07", "no user metadata: none may be added", item("O07/none")),
        poisoned(
            "O07",
            "names that copying tools use for themselves",
            item("O07/tools")
                .metadata("mtime", "1451606400.000000000")
                .metadata("md5chksum", "1B2M2Y8AsgTpgAmY7PhCfg==")
                .metadata("s3cmd-attrs", "uid:1000/gname:staff")),
        poisoned(
            "O07", "all 2,048 bytes of user metadata taken: one name more does not fit", full()));
  }

  /** Some servers count the prefix of the name too, so that all agree on a value that fills the rest. */
  private static Specimen full() {
    int rest = MOST_METADATA_BYTES - (Specimen.META + "owner").length();
    return item("O07/full").metadata("owner", "o".repeat(rest));
  }

  private static List<PoisonCase> tags() {
    return List.of(
        poisoned("O08", "one tag", item("O08/one").tag("class", "confidential")),
        poisoned("O08", "ten tags, the most there can be", tenTags()),
        poisoned("O08", "a tag without a value", item("O08/empty").tag("reviewed", "")),
        poisoned(
            "O08",
            "every mark a tag may hold",
            item("O08/marks").tag("path:of/it", "a+b=c - d_e.f @home")),
        poisoned("O08", "a tag beyond ASCII", item("O08/wide").tag("owner", "\u00c6gir")),
        poisoned(
            "O08",
            "a tag beside user metadata of the same name",
            item("O08/both").tag("owner", "tagged").metadata("owner", "written")));
  }

  private static Specimen tenTags() {
    var item = item("O08/ten");
    for (int i = 0; i < 10; i++) {
      item = item.tag("tag-" + i, "value " + i);
    }
    return item;
  }

  private static List<PoisonCase> clocks() {
    return List.of(
        poisoned(
            "O09",
            "the date that counts stands in user metadata, for every copy restarts Last-Modified",
            item("O09/dated").metadata("created", "2016-01-01T00:00:00Z")),
        poisoned(
            "O09",
            "says to be kept until a date, in user metadata and in a tag",
            item("O09/kept")
                .metadata("retain-until", "2036-01-01")
                .tag("retain-until", "2036-01-01")));
  }

  private static Specimen item(String key) {
    return PoisonCase.plain(key);
  }
}
