package eu.sortie.k8s;

import static eu.sortie.scenario.Gate.answers;
import static eu.sortie.scenario.Gate.answersAlike;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Gate.AnswersAlike;
import eu.sortie.scenario.Gate.AnswersAlike.Body;
import eu.sortie.spi.Recording;
import eu.sortie.spi.Sign;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTests {

  private static Reply.Answer answer(int status, String body, String... contentType) {
    var headers = contentType.length == 0
        ? Map.<String, List<String>>of()
        : Map.of("Content-Type", List.of(contentType));
    return Reply.Answer.of(
        status,
        HttpHeaders.of(headers, (name, value) -> true),
        body.getBytes(StandardCharsets.UTF_8),
        "pod web-1");
  }

  @Nested
  class AsAGateSays {

    @Test
    void isWhatWasAskedFor() {
      assertThat(Answers.judge(answers("web", "/health"), answer(200, "anything")))
          .isEqualTo(Sign.alive("200 by pod web-1"));
    }

    @Test
    void withAnotherStatusIsQuoted() {
      var sign = Answers.judge(answers("web", "/health"), answer(503, " no database\n"));

      assertThat(sign.life()).isEqualTo(Sign.Life.DEAD);
      assertThat(sign.seen()).isEqualTo("503 by pod web-1");
      assertThat(sign.details()).containsExactly("the body begins: no database");
    }

    @Test
    void mayBeWantedToBeAnError() {
      assertThat(Answers.judge(answers("web", "/").status(404), answer(404, "")).life())
          .isEqualTo(Sign.Life.ALIVE);
    }

    @Test
    void withoutTheWordsIsNone() {
      var gate = answers("web", "/health").bodyContains("ok");

      assertThat(Answers.judge(gate, answer(200, "all ok")).life()).isEqualTo(Sign.Life.ALIVE);
      assertThat(Answers.judge(gate, answer(200, "down")).life()).isEqualTo(Sign.Life.DEAD);
    }

    @Test
    void isNotQuotedForEver() {
      assertThat(
              Answers.judge(answers("web", "/"), answer(500, "x".repeat(5000))).details())
          .singleElement()
          .asString()
          .hasSizeLessThan(150)
          .endsWith("…");
    }
  }

  @Nested
  class AsAtTheSource {

    private static final AnswersAlike GATE = answersAlike("web", "/prices");

    private static Sign judge(AnswersAlike gate, Reply.Answer source, Reply.Answer here) {
      return Answers.judge(gate, Heard.of(gate, source), here);
    }

    @Test
    void isTheSameByteByByte() {
      assertThat(judge(GATE, answer(200, "bread"), answer(200, "bread")).life())
          .isEqualTo(Sign.Life.ALIVE);
      assertThat(judge(GATE, answer(200, "bread"), answer(200, "bread ")).details())
          .singleElement()
          .asString()
          .startsWith("body: at the source 5 bytes, sha256:");
    }

    @Test
    void mayBeAnErrorAsLongAsItWasOneThere() {
      assertThat(judge(GATE, answer(500, "no"), answer(500, "no")).life())
          .isEqualTo(Sign.Life.ALIVE);
      assertThat(judge(GATE, answer(500, "no"), answer(200, "no")).details())
          .containsExactly("status: at the source 500, here 200");
    }

    @Test
    void hasTheHeadersThatAreNamedAndAnyOthers() {
      var source = answer(200, "bread", "text/plain");
      var here = answer(200, "bread", "text/html");

      assertThat(judge(GATE, source, here).life()).isEqualTo(Sign.Life.ALIVE);
      assertThat(judge(GATE.headers("content-type"), source, here).details())
          .containsExactly("header content-type: at the source text/plain, here text/html");
      assertThat(
              judge(GATE.headers("content-type"), source, answer(200, "bread")).details())
          .containsExactly("header content-type: at the source text/plain, here none");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"a\": 1, \"b\": [2]} | {\"b\":[2],\"a\":1.0}",
          "[]                     | [ ]",
          "no json                | no json",
          "\"a\"                  | \"\\u0061\"",
        })
    void mayBeSpelledInAnotherWayWhereItIsComparedAsJson(String source, String here) {
      assertThat(judge(GATE.body(Body.JSON), answer(200, source), answer(200, here))
              .life())
          .isEqualTo(Sign.Life.ALIVE);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"a\": {\"b\": 1}} | {\"a\": {\"b\": 2}}  | body.a.b: at the source 1, here 2",
          "{\"a\": 1}          | {\"a\": \"1\"}       | body.a: at the source 1, here \"1\"",
          "{\"a\": null}       | {}               | body: at the source none, here {}",
          "[1, 2]              | [1]              | body[1]: at the source 2, here none",
          "{\"cpu\": \"1000m\"} | {\"cpu\": \"1\"} | body.cpu: at the source \"1000m\", here \"1\"",
          "0.1                 | 0.10000000000000001 | body: at the source 0.1, here 0.10000000000000001",
        })
    void isToldByThePathOfWhatItSaysAsJson(String source, String here, String told) {
      assertThat(judge(GATE.body(Body.JSON), answer(200, source), answer(200, here))
              .details())
          .contains(told);
    }

    @Test
    void isNotTakenForJsonWhereMoreFollows() {
      assertThat(judge(GATE.body(Body.JSON), answer(200, "{} a"), answer(200, "{} b"))
              .life())
          .isEqualTo(Sign.Life.DEAD);
    }

    @Test
    void mayHaveAnyBodyWhereThatIsSaid() {
      assertThat(judge(GATE.body(Body.ANY), answer(200, "a"), answer(200, "b")).life())
          .isEqualTo(Sign.Life.ALIVE);
    }

    @Test
    void thatIsNeverTheSameAtTheSourceSaysNothing() {
      var now = Heard.of(GATE, answer(200, "10:00"));
      var later = Heard.of(GATE, answer(200, "10:01"));

      assertThat(Answers.steady(now, now)).isEqualTo(now);
      assertThat(Answers.steady(now, later))
          .isEqualTo(
              Recording.unknown(
                  "asked twice it gave two answers, with another body; compare less of it, as with 'body: any'"));
    }
  }
}
