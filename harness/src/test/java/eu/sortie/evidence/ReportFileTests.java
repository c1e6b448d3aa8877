package eu.sortie.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.drill.GateResult;
import eu.sortie.drill.Verdict;
import eu.sortie.measure.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReportFileTests {

  private static String body(String html) {
    return html.substring(html.indexOf("<body>"));
  }

  /** What a reader sees, tags taken out. */
  private static String read(String html) {
    return body(html).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Property(tries = 100)
  void isWrittenWithoutAScriptOrAnInvisibleCharacter(@ForAll Random random) {
    var html = ReportFile.write(new RandomOutcome(random).next());

    assertThat(html.toLowerCase(Locale.ROOT)).doesNotContain("<script");
    assertThat(html).doesNotContain("\u202E", "\u0000", "\u2028", "\u007F", "\uFFFF");
  }

  @Nested
  class Values {

    private final String html = ReportFile.write(Outcomes.failed());

    @Test
    void areEscaped() {
      assertThat(html)
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;[U+202E]gpj.exe")
          .doesNotContain("<script");
    }

    @Test
    void areVisibleWhereTheyAreControlCharacters() {
      assertThat(html).contains("tab[U+0009]here.jpg");
    }

    @Test
    void haveNoWayAroundTheEscaper() {
      assertThat(ReportFile.template()).doesNotContain("{{{").doesNotContain("{{&");
    }
  }

  @Nested
  class Page {

    @Test
    void needsNothingElse() {
      var html = ReportFile.write(Outcomes.failed());

      assertThat(html)
          .contains("default-src 'none'")
          .doesNotContain("<link")
          .doesNotContain("<img")
          .doesNotContain("@import")
          .doesNotContain("url(")
          .doesNotContain("<iframe");
      assertThat(html.replaceAll("href=\"#[a-z-]+\"", ""))
          .doesNotContain("href=")
          .doesNotContain("src=");
    }

    @Test
    void saysFirstWhichEndWasEmulated() {
      assertThat(read(ReportFile.write(Outcomes.passed())))
          .startsWith(" Source emulated (aws at http:")
          .contains("destination emulated (europe at");
      assertThat(read(ReportFile.write(Outcomes.inconclusive())))
          .startsWith(" Source live (aws at https:")
          .doesNotContain("tooling only");
    }

    @Test
    void neverSaysTheWordThatNoReportMaySay() {
      assertThat(ReportFile.template().toLowerCase(Locale.ROOT)).doesNotContain("complian");
    }

    @Test
    void keepsTheThreeNumbersOfMoneyApart() {
      assertThat(read(ReportFile.write(Outcomes.passed())))
          .contains(
              "not the projected cost of a real exit, and not what the law lets the provider charge")
          .contains("unverified");
    }

    @Test
    void pricesWhatIsArchivedApartFromTheBill() {
      assertThat(read(ReportFile.write(Outcomes.failed())))
          .contains(
              "Restoring them would cost 0.09 USD at list price, not counting FROZEN, whose price is unknown",
              "this is no part of the bill above",
              "GLACIER 1 200 3.00 GiB tier standard, up to 5 h to wait",
              "FROZEN 2 1.00 KiB cost unknown because price list aws-eu-west-3 has none for restoring FROZEN",
              "0.03 USD: 3 × GiB at restore-glacier of aws-eu-west-3 unverified",
              "0.06 USD: 1.2 × 1 000 objects at restore-requests-glacier of aws-eu-west-3 unverified");
      assertThat(read(ReportFile.write(Outcomes.passed())))
          .doesNotContain("Archived at the source");
    }

    @Test
    void saysWhatWasChangedOnPurposeAndWhatStillNamesTheSource() {
      assertThat(read(ReportFile.write(Outcomes.failed())))
          .contains(
              "Translated Changed on purpose, so that it works where it arrived.",
              "persistentvolumeclaim/data spec storageClassName gp3 taken out the class is the source&#39;s own (storage-class)",
              "Residue of the source",
              "arn 1 configmap/settings data queue: arn:aws:sqs:eu-west-3:111122223333:new");
      assertThat(read(ReportFile.write(Outcomes.passed())))
          .doesNotContain("Translated", "Residue of the source");
    }

    @Test
    void showsTheLastWordsOfWhatDoesNotRunAndRunsNoneOfThem() {
      assertThat(ReportFile.write(Outcomes.dead()))
          .contains("deployment/web: 0 of 2 are ready", "says: &lt;b&gt;[U+001B][31mno")
          .doesNotContain("<b>[U+001B]");
    }

    @Test
    void saysHowLongItTookUntilItServedWhereThatWasAskedFor() {
      var served = Outcomes.withCostAndTime(
          Outcomes.failed(),
          "0.5121",
          Outcomes.timings(1_897_000, 570_000).with(Stage.SERVE, Duration.ofSeconds(30)));

      assertThat(read(ReportFile.write(served)))
          .contains("it took 10 min 00 s : restore and serve together.", "until it serves");
      assertThat(read(ReportFile.write(Outcomes.failed()))).doesNotContain("restore and serve");
    }

    @Test
    void saysResultsByWordAndShape() {
      assertThat(ReportFile.write(Outcomes.failed()))
          .contains("<use href=\"#breached\"/></svg>breached")
          .contains("<use href=\"#cleared\"/></svg>cleared")
          .contains("<use href=\"#case-lost-by-surprise\"/></svg>lost by surprise");
    }
  }

  @Nested
  class WhatIsNotKnown {

    @Test
    void isNotShownAsNothing() {
      assertThat(read(ReportFile.write(Outcomes.inconclusive())))
          .contains("Nothing was compared, so no loss could be found.")
          .contains("Time to exit not known")
          .contains("Cost to exit not known")
          .doesNotContain("Allowances that no loss needed")
          .doesNotContain("source.parquet")
          .doesNotContain("No loss was found");
    }

    @Test
    void isSaidOfAPassedDrillToo() {
      assertThat(read(ReportFile.write(Outcomes.passed())))
          .contains("812 noncurrent versions were not looked at");
    }
  }

  @Test
  void aBraceInAValueIsNoTemplate() {
    var outcome = Outcomes.withVerdict(
        Outcomes.passed(),
        new Verdict.Passed(),
        List.of(new GateResult("{{scenario}}", GateResult.Result.CLEARED, "", "", List.of())));

    assertThat(ReportFile.write(outcome)).contains("{{scenario}}");
  }
}
