package eu.sortie.scenarios.estate;

import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.PARTS;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenarios.estate.PoisonCase.poisoned;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Cases that lie in the bytes, and in the headers that say how to read them. */
final class PayloadCases {

  private static final long SEED = 20_261_124L;
  private static final int MIB = 1024 * 1024;
  /** The least S3 takes for a part that is not the last. */
  private static final int LEAST_PART = 5 * MIB;

  private static final String LINES = "id,amount\n1,100\n2,200\n".repeat(64);

  private PayloadCases() {}

  static List<PoisonCase> all() {
    return Stream.of(
            encodings(), transport(), autoDecompression(), headers(), parts(), sizes(), others())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PoisonCase> encodings() {
    return List.of(
        poisoned(
            "O01",
            "text stored as gzip: without its Content-Encoding it is unreadable",
            text("O01/lines.csv", gzip(LINES)).header("Content-Encoding", "gzip")),
        poisoned(
            "O01",
            "a Content-Encoding that few programs know",
            text("O01/lines.zstd", new Body.Noise(SEED, 700)).header("Content-Encoding", "zstd")),
        poisoned(
            "O01",
            "two Content-Encodings, in their order",
            text("O01/lines.twice", new Body.Noise(SEED + 1, 700))
                .header("Content-Encoding", "br, gzip")));
  }

  private static List<PoisonCase> transport() {
    return List.of(
        poisoned(
            "O02",
            "no Content-Encoding: none may be invented from the transport",
            text("O02/bare.csv", Body.text(LINES))),
        poisoned(
            "O02",
            "aws-chunked that an earlier copy left in Content-Encoding",
            text("O02/left.csv", gzip(LINES + "3,300\n"))
                .header("Content-Encoding", "gzip,aws-chunked")),
        poisoned(
            "O02",
            "aws-chunked alone in Content-Encoding, on bytes that are not chunked",
            text("O02/alone.csv", Body.text(LINES + "4,400\n"))
                .header("Content-Encoding", "aws-chunked")));
  }

  private static List<PoisonCase> autoDecompression() {
    return List.of(
        poisoned(
            "O03",
            "gzip bytes that say gzip: a client that unpacks them changes size and digest",
            text("O03/unpacked.log", gzip("line\n".repeat(5_000)))
                .header("Content-Encoding", "gzip")),
        poisoned(
            "O03",
            "says gzip and is not: a client that unpacks it fails",
            text("O03/false.log", Body.text("plain text\n")).header("Content-Encoding", "gzip")),
        poisoned(
            "O03",
            "says gzip and has no bytes",
            text("O03/empty.log", Body.EMPTY).header("Content-Encoding", "gzip")),
        poisoned(
            "O03",
            "a gzip file that is one, without Content-Encoding: it must stay packed",
            Specimen.of("O03/archive.gz", gzip(LINES)).contentType("application/gzip")));
  }

  private static List<PoisonCase> headers() {
    return List.of(
        poisoned(
            "O04",
            "Cache-Control",
            text("O04/cache", Body.text("cache"))
                .header("Cache-Control", "public, max-age=31536000, immutable")),
        poisoned(
            "O04",
            "a Content-Type with a parameter in capitals",
            Specimen.of("O04/type", Body.text("type")).contentType("text/plain;charset=UTF-8")),
        poisoned(
            "O04",
            "Content-Disposition with a file name beyond ASCII, escaped",
            text("O04/disposition", Body.text("disposition"))
                .header(
                    "Content-Disposition",
                    "attachment; filename=\"report.pdf\"; filename*=UTF-8''%C3%86gir.pdf")),
        poisoned(
            "O04",
            "Content-Disposition with a file name beyond ASCII, raw",
            text("O04/disposition-raw", Body.text("disposition, raw"))
                .header("Content-Disposition", "inline; filename=\"\u00c6gir.pdf\"")),
        poisoned(
            "O04",
            "Content-Language of two languages",
            text("O04/language", Body.text("language")).header("Content-Language", "fr, nl-BE")),
        poisoned(
            "O04",
            "Expires, a date",
            text("O04/expires", Body.text("expires"))
                .header("Expires", "Thu, 01 Dec 2033 16:00:00 GMT")),
        poisoned(
            "O04",
            "Expires, not a date: typed clients drop what they cannot parse",
            text("O04/expires-never", Body.text("expires, never")).header("Expires", "never")),
        poisoned("O04", "all of them on one item", allHeaders("O04/all", Body.text("all"))));
  }

  private static List<PoisonCase> parts() {
    return List.of(
        poisoned(
                "O05",
                "every header and user metadata on an item that went up in parts",
                allHeaders("O05/in-parts", new Body.Noise(SEED + 2, LEAST_PART + 1))
                    .metadata("owner", "Anna")
                    .metadata("purpose", "multipart copies begin with another request")
                    .inPartsOf(LEAST_PART))
            .about(
                CACHE_CONTROL,
                CONTENT_DISPOSITION,
                CONTENT_ENCODING,
                CONTENT_LANGUAGE,
                CONTENT_TYPE,
                EXPIRES,
                USER_METADATA),
        poisoned(
                "O10",
                "a multipart ETag of two parts: no digest of the bytes",
                binary("O10/two-parts", new Body.Noise(SEED + 3, LEAST_PART + 17))
                    .inPartsOf(LEAST_PART))
            .about(CONTENT, SIZE),
        poisoned(
                "O10",
                "a multipart ETag of one part",
                binary("O10/one-part", Body.text("small, and in one part")).inPartsOf(LEAST_PART))
            .about(CONTENT, SIZE),
        poisoned(
                "O10",
                "parts of a size that no tool chooses: the ETag cannot be rebuilt by guessing",
                binary("O10/odd-parts", new Body.Noise(SEED + 4, 2L * LEAST_PART + 12_345))
                    .inPartsOf(LEAST_PART + 4_321))
            .about(CONTENT, SIZE),
        poisoned(
                "O10",
                "the layout of its parts, which a copy in parts of another size changes",
                binary("O10/layout", new Body.Noise(SEED + 9, LEAST_PART + 99))
                    .inPartsOf(LEAST_PART))
            .about(PARTS));
  }

  private static List<PoisonCase> sizes() {
    return List.of(
        poisoned(
                "O21",
                "one byte more than a part of 5 MiB: the last part is one byte",
                binary("O21/5-mib-and-1", new Body.Noise(SEED + 5, 5 * MIB + 1)).inPartsOf(5 * MIB))
            .about(CONTENT, SIZE),
        poisoned(
                "O21",
                "one byte more than a part of 8 MiB",
                binary("O21/8-mib-and-1", new Body.Noise(SEED + 6, 8 * MIB + 1)).inPartsOf(8 * MIB))
            .about(CONTENT, SIZE),
        poisoned(
                "O21",
                "one byte more than a part of 16 MiB",
                binary("O21/16-mib-and-1", new Body.Noise(SEED + 7, 16 * MIB + 1))
                    .inPartsOf(16 * MIB))
            .about(CONTENT, SIZE),
        poisoned(
                "O21",
                "exactly one part of 8 MiB",
                binary("O21/8-mib", new Body.Noise(SEED + 8, 8 * MIB)).inPartsOf(8 * MIB))
            .about(CONTENT, SIZE));
  }

  private static List<PoisonCase> others() {
    return List.of(
        poisoned(
            "O22",
            "a storage class that destinations do not have: infrequent access",
            binary("O22/standard-ia", Body.text("seldom read"))
                .header("x-amz-storage-class", "STANDARD_IA")),
        poisoned(
            "O22",
            "a storage class that destinations do not have: reduced redundancy",
            binary("O22/reduced-redundancy", Body.text("cheap"))
                .header("x-amz-storage-class", "REDUCED_REDUNDANCY")),
        poisoned(
            "O26",
            "a website redirect",
            text("O26/redirect", Body.text("moved"))
                .header("x-amz-website-redirect-location", "/O26/moved")),
        poisoned(
            "O26",
            "stands for a symbolic link: its content is a path",
            Specimen.of("O26/link", Body.text("../control/plain.txt"))
                .contentType("inode/symlink")
                .metadata("symlink-target", "../control/plain.txt")),
        poisoned("O26", "an item without bytes", text("O26/empty", Body.EMPTY)),
        poisoned(
            "O26",
            "an item without bytes that carries headers and user metadata",
            allHeaders("O26/empty-with-all", Body.EMPTY).metadata("owner", "Anna")),
        poisoned("O26", "an item of one byte", binary("O26/one-byte", Body.text("1"))));
  }

  private static Specimen allHeaders(String key, Body body) {
    return text(key, body)
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"all.txt\"")
        .header("Content-Encoding", "identity")
        .header("Content-Language", "is")
        .header("Expires", "Thu, 01 Dec 2033 16:00:00 GMT");
  }

  private static Specimen text(String key, Body body) {
    return Specimen.of(key, body).contentType("text/plain");
  }

  private static Specimen binary(String key, Body body) {
    return Specimen.of(key, body).contentType("application/octet-stream");
  }

  private static Body gzip(String text) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Body.Bytes(packed.toByteArray());
  }
}
