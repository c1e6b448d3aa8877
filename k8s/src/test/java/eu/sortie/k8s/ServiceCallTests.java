package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static eu.sortie.scenario.Gate.answers;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.spi.Sign;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceCallTests {

  private static final String POD =
      "{'spec':{'initContainers':[{'restartPolicy':'Always','ports':[{'name':'proxy','containerPort':15001}]},"
          + "{'ports':[{'name':'once','containerPort':1}]}],"
          + "'containers':[{'ports':[{'name':'metrics','containerPort':9090}]},"
          + "{'ports':[{'name':'http','containerPort':8080}]}]}}";

  @Nested
  class ThePort {

    private void is(String wanted, Integer expected, String... ports) {
      var service = json("{'spec':{'ports':[" + String.join(",", ports) + "]}}");
      var target = ServiceCall.target(service, wanted, json(POD));
      if (expected == null) {
        assertThat(target).isEmpty();
      } else {
        assertThat(target).contains(expected);
      }
    }

    private static final String NUMBERED = "{'name':'web','port':80,'targetPort':8081}";
    private static final String NAMED = "{'name':'stats','port':81,'targetPort':'metrics'}";

    @Test
    void isTheFirstWhereNoneIsNamed() {
      is("", 8081, NUMBERED, NAMED);
      is("", 9090, NAMED, NUMBERED);
    }

    @Test
    void isFoundByItsNumber() {
      is("81", 9090, NUMBERED, NAMED);
    }

    @Test
    void isFoundByItsName() {
      is("stats", 9090, NUMBERED, NAMED);
    }

    @Test
    void isThatOfTheServiceAndNotOfThePod() {
      is("8081", null, NUMBERED, NAMED);
    }

    @Test
    void mayBeThatOfASidecarButOfNoOtherContainerThatOnlyBegins() {
      is("", 15001, "{'port':80,'targetPort':'proxy'}");
      is("", null, "{'port':80,'targetPort':'once'}");
    }

    @Test
    void ofANameThatNoContainerHasIsNone() {
      is("", null, "{'port':80,'targetPort':'grpc'}");
      is("grpc", null, NUMBERED);
    }

    @Test
    void isTheSameAtThePodWhereNothingIsSaid() {
      is("", 80, "{'port':80}");
    }

    @Test
    void ofAServiceWithoutAnyIsNone() {
      is("", null);
    }
  }

  @Nested
  class TheAnswer {

    @Test
    void isWhatWasAskedFor() {
      assertThat(ServiceCall.judge(answers("web", "/health"), 200, "anything", "pod web-1 in 2 ms"))
          .isEqualTo(Sign.alive("200 by pod web-1 in 2 ms"));
    }

    @Test
    void withAnotherStatusIsQuoted() {
      var sign = ServiceCall.judge(answers("web", "/health"), 503, " no database\n", "pod web-1");

      assertThat(sign.life()).isEqualTo(Sign.Life.DEAD);
      assertThat(sign.seen()).isEqualTo("503 by pod web-1");
      assertThat(sign.details()).containsExactly("the body begins: no database");
    }

    @Test
    void mayBeWantedToBeAnError() {
      assertThat(
              ServiceCall.judge(answers("web", "/").status(404), 404, "", "pod").life())
          .isEqualTo(Sign.Life.ALIVE);
    }

    @Test
    void withoutTheWordsIsNone() {
      var gate = answers("web", "/health").bodyContains("ok");

      assertThat(ServiceCall.judge(gate, 200, "all ok", "pod").life()).isEqualTo(Sign.Life.ALIVE);
      assertThat(ServiceCall.judge(gate, 200, "down", "pod").life()).isEqualTo(Sign.Life.DEAD);
    }

    @Test
    void isNotQuotedForEver() {
      assertThat(ServiceCall.judge(answers("web", "/"), 500, "x".repeat(5000), "pod")
              .details())
          .singleElement()
          .asString()
          .hasSizeLessThan(150)
          .endsWith("…");
    }
  }
}
