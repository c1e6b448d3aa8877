package eu.sortie.scenarios.estate;

import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.POSITION;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenario.ObjectTraits.VERSION_ID;
import static eu.sortie.scenario.ObjectTraits.VERSION_TIME;
import static eu.sortie.scenarios.estate.Moment.AGAIN;
import static eu.sortie.scenarios.estate.Moment.BEFORE;
import static eu.sortie.scenarios.estate.Moment.SUSPENDED;
import static eu.sortie.scenarios.estate.Moment.VERSIONED;
import static eu.sortie.scenarios.estate.PoisonHistory.history;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases that lie in the history of a key: older versions, deletions, and times when the bucket made no versions. */
final class HistoryCases {

  private static final int MANY = 30;
  private static final int LEAST_PART = 5 * 1024 * 1024;
  private static final long SEED = 20_261_126L;

  private HistoryCases() {}

  static List<PoisonHistory> all() {
    return Stream.of(versions(), order(), deletions(), unversioned(), keys())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PoisonHistory> versions() {
    return List.of(
        history("V01", "three versions of one key", writes("V01/three", "one", "two", "three"))
            .about(CONTENT, SIZE, POSITION),
        history(
                "V01",
                "an older version that is much larger than the newest, and went up in parts",
                Act.write(
                    VERSIONED,
                    Specimen.of("V01/shrunk", new Body.Noise(SEED, LEAST_PART + 5))
                        .contentType("application/octet-stream")
                        .inPartsOf(LEAST_PART)),
                write(VERSIONED, "V01/shrunk", "small now"))
            .about(CONTENT, SIZE, POSITION),
        history("V01", "thirty versions of one key", many("V01/thirty"))
            .about(CONTENT, SIZE, POSITION),
        history(
                "V01",
                "other headers and user metadata on each version of the same bytes",
                Act.write(
                    VERSIONED,
                    Specimen.of("V01/traits", Body.text("the same"))
                        .contentType("text/plain")
                        .metadata("owner", "Anna")),
                Act.write(
                    VERSIONED,
                    Specimen.of("V01/traits", Body.text("the same"))
                        .contentType("text/markdown")
                        .header("Cache-Control", "no-store")
                        .metadata("owner", "Noor")),
                Act.write(
                    VERSIONED,
                    Specimen.of("V01/traits", Body.text("the same")).contentType("text/plain")))
            .about(CONTENT_TYPE, CACHE_CONTROL, USER_METADATA),
        history(
                "V01",
                "other tags on each version, none on the newest",
                Act.write(VERSIONED, PoisonCase.plain("V01/tags").tag("class", "draft")),
                Act.write(VERSIONED, PoisonCase.plain("V01/tags").tag("class", "final")),
                Act.write(VERSIONED, PoisonCase.plain("V01/tags")))
            .about(TAGS),
        history(
                "V01",
                "another storage class on the older version",
                Act.write(
                    VERSIONED,
                    PoisonCase.plain("V01/class").header("x-amz-storage-class", "STANDARD_IA")),
                Act.write(VERSIONED, PoisonCase.plain("V01/class")))
            .about(STORAGE_CLASS));
  }

  private static List<PoisonHistory> order() {
    return List.of(
        history(
                "V02",
                "the newest has the bytes of the oldest: only the order tells what was undone",
                writes("V02/undone", "right", "wrong", "right"))
            .about(CONTENT, POSITION),
        history(
                "V02",
                "the same bytes twice in a row: two versions that look like one",
                writes("V02/twice", "same", "same"))
            .about(CONTENT, POSITION),
        history(
                "V02",
                "when each version was written, which lifecycle rules count from",
                writes("V02/times", "early", "late"))
            .about(VERSION_TIME),
        history(
                "V03",
                "the names of its versions, which others may have written down",
                writes("V03/names", "named", "named anew"))
            .about(VERSION_ID));
  }

  private static List<PoisonHistory> deletions() {
    return List.of(
        history(
                "V04",
                "deleted and written again: the deletion stands in the middle",
                write(VERSIONED, "V04/again", "before"),
                Act.delete(VERSIONED, "V04/again"),
                write(VERSIONED, "V04/again", "after"))
            .about(CONTENT, POSITION),
        history(
                "V04",
                "deleted twice, then written again",
                write(VERSIONED, "V04/twice", "before"),
                Act.delete(VERSIONED, "V04/twice"),
                writeForAWhile("V04/twice"),
                Act.delete(VERSIONED, "V04/twice"),
                write(VERSIONED, "V04/twice", "after"))
            .about(CONTENT, POSITION),
        history(
                "V04",
                "deleted before it was ever written",
                writeForAWhile("V04/first"),
                Act.delete(VERSIONED, "V04/first"),
                write(VERSIONED, "V04/first", "after"))
            .about(CONTENT, POSITION),
        history(
                "V05",
                "deleted, and still there as an older version: it must not come back to life",
                write(VERSIONED, "V05/deleted", "gone for readers"),
                Act.delete(VERSIONED, "V05/deleted"))
            .about(CONTENT, POSITION),
        history(
                "V05",
                "nothing but a delete marker",
                writeForAWhile("V05/marker-alone"),
                Act.delete(VERSIONED, "V05/marker-alone"))
            .about(POSITION));
  }

  private static List<PoisonHistory> unversioned() {
    return List.of(
        history(
                "V06",
                "written before the bucket knew versions, and never since",
                write(BEFORE, "V06/untouched", "from before"))
            .about(CONTENT, POSITION, NULL_VERSION),
        history(
                "V06",
                "written before the bucket knew versions, and after: the oldest has no name",
                write(BEFORE, "V06/oldest", "from before"),
                write(VERSIONED, "V06/oldest", "with a name"),
                write(VERSIONED, "V06/oldest", "with another"))
            .about(CONTENT, POSITION, NULL_VERSION),
        history(
                "V06",
                "written while versions were suspended: the newest has no name",
                write(VERSIONED, "V06/newest", "with a name"),
                write(SUSPENDED, "V06/newest", "without"))
            .about(CONTENT, POSITION, NULL_VERSION),
        history(
                "V06",
                "written while versions were suspended, and after: the one without a name is in the middle",
                write(VERSIONED, "V06/middle", "with a name"),
                write(SUSPENDED, "V06/middle", "replaced at once"),
                write(SUSPENDED, "V06/middle", "without"),
                write(AGAIN, "V06/middle", "with a name again"))
            .about(CONTENT, POSITION, NULL_VERSION),
        history(
                "V06",
                "deleted while versions were suspended: a marker without a name",
                write(VERSIONED, "V06/marker", "with a name"),
                Act.delete(SUSPENDED, "V06/marker"))
            .about(CONTENT, POSITION, NULL_VERSION));
  }

  private static List<PoisonHistory> keys() {
    return List.of(
        history(
                "K08",
                "keys that differ in Unicode form only, each with a history of its own",
                write(VERSIONED, "K08/caf\u00e9", "composed, one"),
                write(VERSIONED, "K08/cafe\u0301", "decomposed, one"),
                write(VERSIONED, "K08/caf\u00e9", "composed, two"),
                write(VERSIONED, "K08/cafe\u0301", "decomposed, two"))
            .about(CONTENT, POSITION),
        history(
                "K05",
                "an item and another below it, each with a history of its own",
                write(VERSIONED, "K05/foo", "above, one"),
                write(VERSIONED, "K05/foo/bar", "below, one"),
                write(VERSIONED, "K05/foo", "above, two"),
                write(VERSIONED, "K05/foo/bar", "below, two"))
            .about(CONTENT, POSITION),
        history(
                "K02",
                "a key with every mark that URLs reserve, with a history",
                writes("K02/!'()*,;:@=$#[]?~ +%", "one", "two"))
            .about(CONTENT, POSITION));
  }

  private static Act[] writes(String key, String... texts) {
    return Stream.of(texts).map(text -> write(VERSIONED, key, text)).toArray(Act[]::new);
  }

  private static Act writeForAWhile(String key) {
    return Act.writeForAWhile(VERSIONED, Specimen.of(key, Body.text("here for a while")));
  }

  private static Act[] many(String key) {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(i -> write(VERSIONED, key, "version " + i))
        .toArray(Act[]::new);
  }

  private static Act write(Moment when, String key, String text) {
    return Act.write(when, Specimen.of(key, Body.text(text)).contentType("text/plain"));
  }
}
