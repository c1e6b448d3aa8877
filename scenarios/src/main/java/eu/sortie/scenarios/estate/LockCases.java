package eu.sortie.scenarios.estate;

import static eu.sortie.scenario.ObjectTraits.LEGAL_HOLD;
import static eu.sortie.scenario.ObjectTraits.RETENTION;
import static eu.sortie.scenarios.estate.Moment.VERSIONED;

import eu.sortie.inventory.Trait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases that lie in locks: who may not delete, and until when.
 *
 * <p>They hold for two days only. At a destination they hold as well, against whoever drilled there.
 */
final class LockCases {

  private static final String UNTIL = "x-amz-object-lock-retain-until-date";
  private static final String MODE = "x-amz-object-lock-mode";
  private static final String HOLD = "x-amz-object-lock-legal-hold";

  private final Instant until;

  LockCases(Instant until) {
    this.until = until;
  }

  List<PoisonHistory> all() {
    return Stream.of(
            locked(
                "retained in governance, from its write on",
                RETENTION,
                retained("O24/governance", "GOVERNANCE")),
            locked(
                "retained in compliance, from its write on: nobody can undo it",
                RETENTION,
                retained("O24/compliance", "COMPLIANCE")),
            locked("on legal hold, from its write on", LEGAL_HOLD, held(plain("O24/held"))),
            locked(
                    "retained and on legal hold at once",
                    RETENTION,
                    held(retained("O24/both", "GOVERNANCE")))
                .about(LEGAL_HOLD, RETENTION),
            locked(
                "retained, said once it was there",
                RETENTION,
                retainedLater("O24/governance-later", "GOVERNANCE")),
            locked(
                "on legal hold, said once it was there",
                LEGAL_HOLD,
                plain("O24/held-later")
                    .then(Later.put("legal-hold", "<LegalHold><Status>ON</Status></LegalHold>"))
                    .shows(Question.LEGAL_HOLD, "ON")),
            locked(
                "its older version is on legal hold, its newest is not",
                LEGAL_HOLD,
                plain("O24/older-held")
                    .then(Later.put("legal-hold", "<LegalHold><Status>ON</Status></LegalHold>"))
                    .shows(Question.LEGAL_HOLD, "ON"),
                plain("O24/older-held")),
            locked(
                "as long as the bucket says: it got no lock of its own",
                RETENTION,
                plain("O24/default")))
        .toList();
  }

  private static PoisonHistory locked(String what, Trait trait, Specimen... versions) {
    return PoisonHistory.history(
            "O24",
            what,
            Stream.of(versions).map(version -> Act.write(VERSIONED, version)).toArray(Act[]::new))
        .about(trait);
  }

  private Specimen retained(String key, String mode) {
    return plain(key)
        .header(MODE, mode)
        .header(UNTIL, until.toString())
        .shows(Question.RETENTION, mode + " until " + until);
  }

  private Specimen retainedLater(String key, String mode) {
    return plain(key)
        .then(Later.put(
            "retention",
            "<Retention><Mode>%s</Mode><RetainUntilDate>%s</RetainUntilDate></Retention>"
                .formatted(mode, until)))
        .shows(Question.RETENTION, mode + " until " + until);
  }

  private static Specimen held(Specimen specimen) {
    return specimen.header(HOLD, "ON").shows(Question.LEGAL_HOLD, "ON");
  }

  /** With its digest: where a bucket retains by itself, S3 wants one with every write. */
  private static Specimen plain(String key) {
    var plain = PoisonCase.plain(key);
    try {
      return plain.header("Content-MD5", Checksums.of("MD5", plain.body()));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
