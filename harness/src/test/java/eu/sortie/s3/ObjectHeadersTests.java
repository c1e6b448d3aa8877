package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ACL;
import static eu.sortie.scenario.ObjectTraits.ARCHIVE;
import static eu.sortie.scenario.ObjectTraits.CACHE_CONTROL;
import static eu.sortie.scenario.ObjectTraits.CHECKSUMS;
import static eu.sortie.scenario.ObjectTraits.CONTENT;
import static eu.sortie.scenario.ObjectTraits.CONTENT_DISPOSITION;
import static eu.sortie.scenario.ObjectTraits.CONTENT_ENCODING;
import static eu.sortie.scenario.ObjectTraits.CONTENT_LANGUAGE;
import static eu.sortie.scenario.ObjectTraits.CONTENT_TYPE;
import static eu.sortie.scenario.ObjectTraits.ENCRYPTION;
import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.EXPIRES;
import static eu.sortie.scenario.ObjectTraits.EXPOSURE;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.LATEST;
import static eu.sortie.scenario.ObjectTraits.LEGAL_HOLD;
import static eu.sortie.scenario.ObjectTraits.LISTED;
import static eu.sortie.scenario.ObjectTraits.NULL_VERSION;
import static eu.sortie.scenario.ObjectTraits.OBJECT;
import static eu.sortie.scenario.ObjectTraits.OWNER;
import static eu.sortie.scenario.ObjectTraits.PARTS;
import static eu.sortie.scenario.ObjectTraits.POSITION;
import static eu.sortie.scenario.ObjectTraits.REDIRECT_LOCATION;
import static eu.sortie.scenario.ObjectTraits.RETENTION;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static eu.sortie.scenario.ObjectTraits.TAGS;
import static eu.sortie.scenario.ObjectTraits.USER_METADATA;
import static eu.sortie.scenario.ObjectTraits.VERSION_ID;
import static eu.sortie.scenario.ObjectTraits.VERSION_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObjectHeadersTests {

  private static final List<Trait> SEEN_IN_LISTINGS =
      List.of(LISTED, POSITION, NULL_VERSION, VERSION_TIME, VERSION_ID, LATEST);

  private static Map<Trait, Value> traits(Map<String, List<String>> headers) {
    return new ObjectHeaders(headers).traits();
  }

  @Nested
  class WhatTheyShow {

    @Test
    void eachHeaderIsItsTrait() {
      var traits = traits(Map.of(
          "Content-Type", List.of("image/jpeg"),
          "Content-Encoding", List.of("gzip"),
          "Content-Language", List.of("fr"),
          "Content-Disposition", List.of("attachment"),
          "Cache-Control", List.of("no-cache"),
          "Expires", List.of("soon"),
          "x-amz-website-redirect-location", List.of("/there"),
          "x-amz-storage-class", List.of("GLACIER"),
          "ETag", List.of("\"abc\"")));

      assertThat(traits)
          .containsEntry(CONTENT_TYPE, Value.text("image/jpeg"))
          .containsEntry(CONTENT_ENCODING, Value.text("gzip"))
          .containsEntry(CONTENT_LANGUAGE, Value.text("fr"))
          .containsEntry(CONTENT_DISPOSITION, Value.text("attachment"))
          .containsEntry(CACHE_CONTROL, Value.text("no-cache"))
          .containsEntry(EXPIRES, Value.text("soon"))
          .containsEntry(REDIRECT_LOCATION, Value.text("/there"))
          .containsEntry(STORAGE_CLASS, Value.text("GLACIER"))
          .containsEntry(ETAG, Value.text("\"abc\""));
    }

    @Test
    void allTraitsButThoseSeenElsewhereAreShownEvenByNoHeaderAtAll() {
      assertThat(traits(Map.of()).keySet())
          .containsExactlyInAnyOrderElementsOf(OBJECT.traits().stream()
              .filter(
                  trait -> !List.of(CONTENT, SIZE, TAGS, ACL, EXPOSURE, OWNER).contains(trait))
              .filter(trait -> !SEEN_IN_LISTINGS.contains(trait))
              .toList());
    }

    @Test
    void whatHasNoHeaderIsAbsentAndNotUnknown() {
      assertThat(traits(Map.of()))
          .containsEntry(CONTENT_TYPE, Value.absent())
          .containsEntry(USER_METADATA, Value.absent())
          .containsEntry(LAST_MODIFIED, Value.absent());
    }

    @Test
    void anEmptyHeaderIsNone() {
      assertThat(traits(Map.of("Cache-Control", List.of(""))))
          .containsEntry(CACHE_CONTROL, Value.absent());
    }

    @Test
    void theStorageClassThatIsNotNamedIsStandard() {
      assertThat(traits(Map.of())).containsEntry(STORAGE_CLASS, Value.text("STANDARD"));
    }

    @Test
    void aDateOfModificationIsAnInstant() {
      assertThat(traits(Map.of("Last-Modified", List.of("Tue, 24 Nov 2026 10:14:05 GMT"))))
          .containsEntry(LAST_MODIFIED, Value.text("2026-11-24T10:14:05Z"));
    }

    @Test
    void aDateNobodyCanReadStaysAsItIs() {
      assertThat(traits(Map.of("Last-Modified", List.of("yesterday"))))
          .containsEntry(LAST_MODIFIED, Value.text("yesterday"));
    }
  }

  @Nested
  class Spelling {

    @Test
    void namesHaveNoCase() {
      assertThat(traits(Map.of("CONTENT-TYPE", List.of("text/plain"))))
          .containsEntry(CONTENT_TYPE, Value.text("text/plain"));
    }

    @Test
    void valuesAreTakenAsTheyAre() {
      assertThat(traits(Map.of("x-amz-meta-owner", List.of(" Ægir; A=B, \"c\" "))))
          .containsEntry(USER_METADATA, Value.entries(Map.of("owner", " Ægir; A=B, \"c\" ")));
    }

    @Test
    void aHeaderThatComesTwiceIsOneWithACommaBetween() {
      assertThat(traits(Map.of("x-amz-meta-a", List.of("1", "2"))))
          .containsEntry(USER_METADATA, Value.entries(Map.of("a", "1,2")));
    }

    @Test
    void theStatusLineAmongTheHeadersIsNone() {
      var headers = new HashMap<String, List<String>>();
      headers.put(null, List.of("HTTP/1.1 200 OK"));

      assertThat(traits(headers)).containsEntry(CONTENT_TYPE, Value.absent());
    }
  }

  @Nested
  class UserMetadata {

    @Test
    void anEntryMayBeEmpty() {
      assertThat(traits(Map.of("x-amz-meta-empty", List.of(""))))
          .containsEntry(USER_METADATA, Value.entries(Map.of("empty", "")));
    }

    @Test
    void isUnknownWhereTheServerSaysThatItCannotShowAll() {
      var traits =
          traits(Map.of("x-amz-missing-meta", List.of("2"), "x-amz-meta-shown", List.of("here")));

      assertThat(traits.get(USER_METADATA)).isInstanceOf(Value.Unknown.class);
      assertThat(traits.get(USER_METADATA))
          .hasToString("unknown: 2 entries cannot be shown in headers");
    }
  }

  @Nested
  class WhatGoesBeyondMetadata {

    @Test
    void aMultipartETagTellsTheNumberOfParts() {
      assertThat(traits(Map.of("ETag", List.of("\"ea7939217b6cf4692ddca8000a94da63-3\""))))
          .containsEntry(PARTS, Value.text("3"));
      assertThat(traits(Map.of("ETag", List.of("\"5eb63bbbe01eeed093cb22bb8f5acdc3\""))))
          .containsEntry(PARTS, Value.absent());
    }

    @Test
    void checksumsAreEntriesWithTheirType() {
      assertThat(traits(Map.of(
              "x-amz-checksum-crc32", List.of("DUoRhQ=="),
              "x-amz-checksum-type", List.of("FULL_OBJECT"))))
          .containsEntry(
              CHECKSUMS, Value.entries(Map.of("crc32", "DUoRhQ==", "type", "FULL_OBJECT")));
    }

    @Test
    void theTypeOfAChecksumIsReadOffItsValueWhereNobodyNamesIt() {
      assertThat(traits(Map.of("x-amz-checksum-sha256", List.of("DUoRhQ==-3"))))
          .containsEntry(
              CHECKSUMS, Value.entries(Map.of("sha256", "DUoRhQ==-3", "type", "COMPOSITE")));
    }

    @Test
    void aTypeAloneIsNoChecksum() {
      assertThat(traits(Map.of("x-amz-checksum-type", List.of("FULL_OBJECT"))))
          .containsEntry(CHECKSUMS, Value.absent());
    }

    @Test
    void encryptionIsItsModeAndItsKey() {
      assertThat(traits(Map.of(
              "x-amz-server-side-encryption", List.of("aws:kms"),
              "x-amz-server-side-encryption-aws-kms-key-id", List.of("arn:k"))))
          .containsEntry(ENCRYPTION, Value.entries(Map.of("mode", "aws:kms", "key", "arn:k")));
      assertThat(
              traits(Map.of("x-amz-server-side-encryption-customer-algorithm", List.of("AES256"))))
          .containsEntry(ENCRYPTION, Value.entries(Map.of("mode", "SSE-C")));
    }

    @Test
    void aRetentionIsTheSameInstantWithAndWithoutFractions() {
      for (var until : List.of("2026-11-24T21:56:05.000Z", "2026-11-24T21:56:05Z")) {
        assertThat(traits(Map.of(
                "x-amz-object-lock-mode", List.of("GOVERNANCE"),
                "x-amz-object-lock-retain-until-date", List.of(until))))
            .containsEntry(
                RETENTION,
                Value.entries(Map.of("mode", "GOVERNANCE", "until", "2026-11-24T21:56:05Z")));
      }
    }

    @Test
    void aLegalHoldThatIsOffIsNone() {
      assertThat(traits(Map.of("x-amz-object-lock-legal-hold", List.of("ON"))))
          .containsEntry(LEGAL_HOLD, Value.text("ON"));
      assertThat(traits(Map.of("x-amz-object-lock-legal-hold", List.of("OFF"))))
          .containsEntry(LEGAL_HOLD, Value.absent());
    }

    @Test
    void whatIsRestoredSaysForHowLong() {
      assertThat(traits(Map.of(
              "x-amz-restore",
              List.of("ongoing-request=\"false\", expiry-date=\"Thu, 26 Nov 2026 22:38:03 GMT\""))))
          .containsEntry(ARCHIVE, Value.text("restored until 2026-11-26T22:38:03Z"));
      assertThat(traits(Map.of("x-amz-restore", List.of("ongoing-request=\"true\""))))
          .containsEntry(ARCHIVE, Value.absent());
    }
  }
}
