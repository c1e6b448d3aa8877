package eu.sortie.s3;

import static eu.sortie.scenario.Selection.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.scenario.Misuse;
import eu.sortie.spi.Finding;
import eu.sortie.spi.Finding.Answer;
import eu.sortie.spi.Line;
import eu.sortie.testbed.TinyServer;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BearingsTests {

  private static final Heard LISTED = heard(200, "<ListBucketResult></ListBucketResult>");
  private static final Heard BUCKETS = heard(
      200,
      "<?xml version=\"1.0\"?>\n<ListAllMyBucketsResult xmlns=\"x\"></ListAllMyBucketsResult>");

  private static Heard heard(int status, String body) {
    return new Heard(status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Heard refused(int status, String code, String more) {
    return heard(
        status, "<Error><Code>%s</Code><Message>made up</Message>%s</Error>".formatted(code, more));
  }

  private Bearings bearings(Map<String, String> more, Bearings.Ask ask) {
    var settings = new TreeMap<>(Map.of("endpoint", "https://s3.example.eu"));
    settings.putAll(more);
    var end = End.of("europe", true, "s3", settings, Capabilities.UNSTATED);
    return new Bearings(S3Settings.of(end), "photos", ask);
  }

  private static Finding of(Bearings bearings, String what) {
    return bearings.findings().stream()
        .filter(finding -> finding.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  /** Takes a region and no other, and says so in a way. */
  private static Bearings.Ask inRegion(String region, String saying) {
    return (tuning, bucket, query) -> {
      if (!tuning.region().equals(region)) {
        return refused(400, "AuthorizationHeaderMalformed", saying);
      }
      return bucket.isEmpty() ? BUCKETS : LISTED;
    };
  }

  @Nested
  class TheRegion {

    @Test
    void isTheOneTheRefusalNames() {
      var bearings = bearings(Map.of(), inRegion("gra", "<Region>gra</Region>"));

      assertThat(bearings.all().region()).isEqualTo("gra");
      assertThat(of(bearings, "region"))
          .isEqualTo(
              new Finding(
                  "region",
                  Answer.NO,
                  "it names region 'gra' and 'us-east-1' is set; it takes the one it names: set region: gra"));
    }

    @Test
    void isTheOneTheRefusalsWordsName() {
      var heard = refused(400, "AuthorizationHeaderMalformed", "")
          .text()
          .replace("made up", "the region 'us-east-1' is wrong; expecting 'eu-west-3'");

      assertThat(Heard.regionIn(heard)).contains("eu-west-3");
    }

    @Test
    void staysWhereTheEndRefusesTheOneItNamesAsWell() {
      var bearings = bearings(Map.of(), inRegion("gra", "<Region>sbg</Region>"));

      assertThat(bearings.all().region()).isEqualTo("us-east-1");
      assertThat(of(bearings, "region").detail())
          .contains("it does not take the one it names either: 400 AuthorizationHeaderMalformed");
    }

    @Test
    void isTheOneItNamesWhereItTakesOursAsWell() {
      var bearings = bearings(
          Map.of(),
          (tuning, bucket, query) ->
              bucket.isEmpty() ? BUCKETS : new Heard(200, Optional.of("sbg"), LISTED.body()));

      assertThat(bearings.all().region()).isEqualTo("sbg");
      assertThat(bearings.findings())
          .filteredOn(finding -> finding.what().equals("region"))
          .containsExactly(new Finding(
              "region", Answer.YES, "it names region 'sbg', and takes 'us-east-1' as well"));
    }

    @Test
    void isNotMistakenWhereBucketsAreListedForAnyAndNotOpenedForAny() {
      var bearings = bearings(
          Map.of(),
          (tuning, bucket, query) -> bucket.isEmpty()
              ? BUCKETS
              : inRegion("gra", "<Region>gra</Region>").get(tuning, bucket, query));

      assertThat(bearings.all().region()).isEqualTo("gra");
      assertThat(of(bearings, "region").answer()).isEqualTo(Answer.NO);
    }

    @Test
    void isNotMistakenWhereAnyIsTaken() {
      var bearings =
          bearings(Map.of(), (tuning, bucket, query) -> bucket.isEmpty() ? BUCKETS : LISTED);
      bearings.all();

      assertThat(of(bearings, "region"))
          .isEqualTo(new Finding("region", Answer.YES, "it takes 'us-east-1', and any other"));
    }

    @Test
    void isToldApartFromAny() {
      var bearings = bearings(Map.of("region", "gra"), inRegion("gra", "<Region>gra</Region>"));
      bearings.all();

      assertThat(of(bearings, "region"))
          .isEqualTo(new Finding("region", Answer.YES, "it takes 'gra', and not any"));
    }

    @Test
    void isTheBucketsWhereThatIsElsewhere() {
      var bearings = bearings(
          Map.of(),
          (tuning, bucket, query) -> bucket.isEmpty()
              ? BUCKETS
              : tuning.region().equals("eu-west-3")
                  ? LISTED
                  : new Heard(301, Optional.of("eu-west-3"), new byte[0]));

      assertThat(bearings.all().region()).isEqualTo("eu-west-3");
      assertThat(bearings.findings())
          .anySatisfy(finding -> assertThat(finding.detail())
              .startsWith("it names region 'eu-west-3' and 'us-east-1' is set"));
    }

    @Test
    void isUnknownWhereTheEndRefusesOurClock() {
      var bearings =
          bearings(Map.of(), (tuning, bucket, query) -> refused(403, "RequestTimeTooSkewed", ""));

      assertThat(bearings.all().region()).isEqualTo("us-east-1");
      assertThat(of(bearings, "region"))
          .isEqualTo(new Finding("region", Answer.UNKNOWN, "403 RequestTimeTooSkewed made up"));
      assertThat(of(bearings, "path").answer()).isEqualTo(Answer.UNKNOWN);
    }
  }

  @Nested
  class ADrillInTheWrongRegion {

    @Test
    void isToldTheRightOne() {
      var elsewhere = TinyServer.Answer.of(
              400,
              "<Error><Code>AuthorizationHeaderMalformed</Code><Message>the region is wrong; expecting 'gra'</Message></Error>")
          .with("Content-Type", "application/xml");
      try (var server = new TinyServer(request -> elsewhere);
          var source =
              new S3Protocol().source(server.end("aws"), Line.readOnly("aws"), objects("photos"))) {
        assertThatExceptionOfType(Misuse.class)
            .isThrownBy(source::preflight)
            .withMessageEndingWith(
                "it is in region 'gra' and 'us-east-1' is set (400 AuthorizationHeaderMalformed the region is wrong; expecting 'gra'); set region: gra");
      }
    }

    @Test
    void findsItWhereThatIsAuto() {
      var elsewhere = TinyServer.Answer.of(
              400,
              "<Error><Code>AuthorizationHeaderMalformed</Code><Message>made up</Message><Region>gra</Region></Error>")
          .with("Content-Type", "application/xml");
      try (var server = new TinyServer(
          request -> request.headers().getOrDefault("Authorization", "").contains("/gra/")
              ? TinyServer.Answer.of(200, LISTED.text())
              : elsewhere)) {
        var settings = new TreeMap<String, String>();
        server.end("aws").settings().forEach((key, set) -> settings.put(key, set.value()));
        settings.put("region", "auto");
        var end = End.of("aws", false, "s3", settings, Capabilities.UNSTATED);
        try (var source = new S3Protocol().source(end, Line.readOnly("aws"), objects("photos"))) {
          source.preflight();

          assertThat(source.manners().settings()).contains("region gra");
          assertThat(source.manners().found())
              .containsExactly(
                  "asked for its region: it names region 'gra' and 'us-east-1' is set; it takes the one it names: set region: gra");
        }
      }
    }
  }

  @Nested
  class ThePlaceOfTheBucket {

    @Test
    void isThePathWhereTheEndKnowsNoOther() {
      var bearings = bearings(
          Map.of(),
          (tuning, bucket, query) -> bucket.isEmpty() || !tuning.pathStyle() ? BUCKETS : LISTED);

      assertThat(bearings.all().pathStyle()).isTrue();
      assertThat(of(bearings, "path").answer()).isEqualTo(Answer.YES);
      assertThat(of(bearings, "host"))
          .isEqualTo(
              new Finding(
                  "host",
                  Answer.NO,
                  "asked for a bucket in the host name, it answers with a 'ListAllMyBucketsResult': it does not look there"));
    }

    @Test
    void isThePathWhereNoNameServiceKnowsTheHost() {
      var bearings = bearings(Map.of(), (tuning, bucket, query) -> {
        if (!bucket.isEmpty() && !tuning.pathStyle()) {
          throw new UnknownHostException("photos.s3.example.eu");
        }
        return bucket.isEmpty() ? BUCKETS : LISTED;
      });

      assertThat(bearings.all().pathStyle()).isTrue();
      assertThat(of(bearings, "host").detail())
          .isEqualTo("there is no host of the name photos.s3.example.eu");
    }

    @Test
    void isTheHostWhereThePathIsRefused() {
      var bearings = bearings(
          Map.of("path-style", "true"),
          (tuning, bucket, query) -> bucket.isEmpty()
              ? BUCKETS
              : tuning.pathStyle() ? refused(400, "InvalidRequest", "") : LISTED);

      assertThat(bearings.all().pathStyle()).isFalse();
    }

    @Test
    void staysAsSetWhereBothWork() {
      Bearings.Ask both = (tuning, bucket, query) -> bucket.isEmpty() ? BUCKETS : LISTED;

      assertThat(bearings(Map.of("path-style", "true"), both).all().pathStyle()).isTrue();
      assertThat(bearings(Map.of("path-style", "false"), both).all().pathStyle())
          .isFalse();
    }

    @Test
    void isSeenByABucketThatIsNotThere() {
      var bearings = bearings(
          Map.of(),
          (tuning, bucket, query) -> bucket.isEmpty()
              ? BUCKETS
              : tuning.pathStyle() ? refused(404, "NoSuchBucket", "") : BUCKETS);

      assertThat(bearings.all().pathStyle()).isTrue();
    }
  }

  @Nested
  class WhatIsAuto {

    @Test
    void isAskedForAndNothingElse() {
      var asked = new TreeMap<String, Integer>();
      var bearings = bearings(Map.of("path-style", "auto"), (tuning, bucket, query) -> {
        asked.merge(bucket, 1, Integer::sum);
        return tuning.pathStyle() ? LISTED : BUCKETS;
      });

      assertThat(bearings.asked().pathStyle()).isTrue();
      assertThat(asked).containsExactly(Map.entry("photos", 2));
    }
  }
}
