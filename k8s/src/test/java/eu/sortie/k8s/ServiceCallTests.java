package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

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
}
