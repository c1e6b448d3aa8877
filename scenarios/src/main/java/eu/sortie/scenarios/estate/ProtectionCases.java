package eu.sortie.scenarios.estate;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.CHECKSUMS;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.EXPOSURE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenarios.estate.PoisonCase.poisoned;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Cases that lie in what a server does for an item: who may read it, how it is kept safe, whether it can be read at once. */
final class ProtectionCases {

  private static final long SEED = 20_261_125L;
  private static final int LEAST_PART = 5 * 1024 * 1024;
  private static final String KMS_KEY =
      "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  private static final String SOMEBODY =
      "9f1c7cbd0c5f4d3f8a5d6e7b8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f70819";

  private ProtectionCases() {}

  static List<PoisonCase> all() {
    return Stream.of(checksums(), encryption(), archives(), accessLists(), references())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PoisonCase> checksums() {
    return Stream.concat(
            Stream.of("CRC32", "CRC32C", "SHA1", "SHA256").map(ProtectionCases::checksum),
            Stream.of(
                poisoned(
                        "O11",
                        "a checksum over the checksums of its parts: another size of parts gives another",
                        inParts("O11/composite", SEED, "SHA256", "COMPOSITE"))
                    .about(CHECKSUMS),
                poisoned(
                        "O11",
                        "a checksum over the whole object, although it went up in parts",
                        inParts("O11/full", SEED + 1, "CRC32", "FULL_OBJECT"))
                    .about(CHECKSUMS)))
        .toList();
  }

  private static PoisonCase checksum(String algorithm) {
    var body = Body.text("carries its " + algorithm);
    try {
      return poisoned(
              "O11",
              "an additional checksum, " + algorithm,
              plain("O11/" + algorithm.toLowerCase(Locale.ROOT), body)
                  .header(
                      "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT),
                      Checksums.of(algorithm, body)))
          .about(CHECKSUMS);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static Specimen inParts(String key, long seed, String algorithm, String type) {
    return plain(key, new Body.Noise(seed, LEAST_PART + 3))
        .header("x-amz-checksum-algorithm", algorithm)
        .header("x-amz-checksum-type", type)
        .inPartsOf(LEAST_PART);
  }

  private static List<PoisonCase> encryption() {
    return List.of(
        poisoned(
                "O12",
                "encrypted with a key of the source's key service: who may read it is decided there",
                encrypted("O12/named-key", "aws:kms")
                    .header("x-amz-server-side-encryption-aws-kms-key-id", KMS_KEY))
            .about(ENCRYPTION),
        poisoned(
            "O13",
            "encrypted with a key that only the customer has: nobody reads it without",
            customerKey("O13/customer-key")),
        poisoned(
                "O14",
                "encrypted with the key service's own key",
                encrypted("O14/own-key", "aws:kms"))
            .about(ENCRYPTION),
        poisoned(
                "O14", "encrypted twice by the key service", encrypted("O14/twice", "aws:kms:dsse"))
            .about(ENCRYPTION),
        poisoned("O15", "encrypted by the server", encrypted("O15/server", "AES256"))
            .about(ENCRYPTION));
  }

  private static Specimen encrypted(String key, String mode) {
    return plain(key, Body.text("encrypted: " + mode)).header("x-amz-server-side-encryption", mode);
  }

  /** The key protects nothing: it stands here. */
  private static Specimen customerKey(String key) {
    var secret = new Body.Bytes(
        "a key of exactly 32 bytes, public".substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    try {
      return plain(key, Body.text("the customer has the key"))
          .header("x-amz-server-side-encryption-customer-algorithm", "AES256")
          .header(
              "x-amz-server-side-encryption-customer-key",
              Base64.getEncoder().encodeToString(secret.bytes()))
          .header("x-amz-server-side-encryption-customer-key-md5", Checksums.of("MD5", secret));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static List<PoisonCase> archives() {
    return List.of(
        poisoned(
            "O16",
            "archived: no byte of it can be read before it is restored",
            stored("O16/glacier", "GLACIER")),
        poisoned(
            "O16",
            "archived deeply: to restore it takes hours",
            stored("O16/deep", "DEEP_ARCHIVE")),
        poisoned(
            "O17",
            "archived and restored for a while: it can be read, and the listing does not say so",
            stored("O17/restored", "GLACIER")
                .then(
                    new Later(
                        "POST",
                        "restore",
                        Map.of(),
                        Body.text(
                            "<RestoreRequest xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Days>3</Days></RestoreRequest>")))
                .shows(Question.RESTORED, "for a while")),
        poisoned(
                "O22",
                "a storage class that is an archive and is read at once",
                stored("O22/glacier-ir", "GLACIER_IR"))
            .about(STORAGE_CLASS),
        poisoned(
                "O22",
                "a storage class that moves items by itself",
                stored("O22/intelligent", "INTELLIGENT_TIERING"))
            .about(STORAGE_CLASS),
        poisoned("O22", "a storage class in one zone only", stored("O22/one-zone", "ONEZONE_IA"))
            .about(STORAGE_CLASS));
  }

  private static Specimen stored(String key, String storage) {
    return plain(key, Body.text("stored as " + storage)).header("x-amz-storage-class", storage);
  }

  private static List<PoisonCase> accessLists() {
    return Stream.concat(
            Stream.of("public-read", "public-read-write", "authenticated-read")
                .map(name -> poisoned(
                        "O23",
                        "open by its access list: " + name,
                        plain("O23/" + name, Body.text("open: " + name))
                            .then(Later.cannedAcl(name))
                            .shows(Question.GRANTS, Grants.canned(name)))
                    .about(ACL, EXPOSURE)),
            Stream.of(
                poisoned(
                        "O23",
                        "open by a header of its write",
                        plain("O23/with-the-write", Body.text("open from the start"))
                            .header("x-amz-acl", "public-read")
                            .shows(Question.GRANTS, Grants.canned("public-read")))
                    .about(ACL, EXPOSURE),
                poisoned(
                        "O23",
                        "private among open ones: it must not be opened",
                        plain("O23/private", Body.text("nobody else's"))
                            .shows(Question.GRANTS, Grants.canned("private")))
                    .about(ACL, EXPOSURE),
                poisoned(
                        "O23",
                        "one other account may read it, by an id that means nothing elsewhere",
                        plain("O23/somebody", Body.text("one other may read"))
                            .header("x-amz-grant-read", "id=\"" + SOMEBODY + "\"")
                            .shows(Question.GRANTS, Grants.words(SOMEBODY + " READ")))
                    .about(ACL)))
        .toList();
  }

  private static List<PoisonCase> references() {
    return List.of(
        poisoned(
            "P15",
            "its text links to an address that only the source answers",
            Specimen.of(
                    "P15/page.html",
                    Body.text(
                        "<a href=\"https://poison.s3.eu-west-3.amazonaws.com/P15/next.html\">next</a>"))
                .contentType("text/html")),
        poisoned(
            "P15",
            "its user metadata names a resource of the source",
            PoisonCase.plain("P15/arn")
                .metadata("made-by", "arn:aws:lambda:eu-west-3:111122223333:function:thumbnails")),
        poisoned(
            "P15",
            "its tag names an account of the source",
            PoisonCase.plain("P15/account").tag("account", "111122223333")),
        poisoned(
            "P15",
            "its website redirect leads back to the source",
            PoisonCase.plain("P15/redirect")
                .header(
                    "x-amz-website-redirect-location",
                    "https://poison.s3-website.eu-west-3.amazonaws.com/")));
  }

  private static Specimen plain(String key, Body body) {
    return Specimen.of(key, body).contentType("text/plain");
  }
}
