package eu.sortie.k8s;

import static eu.sortie.k8s.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleRulesTests {

  @Test
  void groupingAndOrderSayNothing() {
    var together = RoleRules.of(
        json("[{'apiGroups':['','apps'],'resources':['pods'],'verbs':['list','get']}]"));
    var apart = RoleRules.of(
        json(
            "[{'apiGroups':['apps'],'resources':['pods'],'verbs':['get','list']},"
                + "{'apiGroups':[''],'resources':['pods'],'verbs':['get']},{'apiGroups':[''],'resources':['pods'],'verbs':['list']}]"));
    assertThat(together).isEqualTo(apart);
    assertThat(together.orElseThrow())
        .containsEntry("pods", "get, list")
        .containsEntry("pods.apps", "get, list");
  }

  @Test
  void whatIsAllowedOnOneNameIsNotAllowedOnAll() {
    assertThat(RoleRules.of(json(
            "[{'apiGroups':[''],'resources':['secrets'],'resourceNames':['db'],'verbs':['get']}]")))
        .isNotEqualTo(
            RoleRules.of(json("[{'apiGroups':[''],'resources':['secrets'],'verbs':['get']}]")));
  }

  @Test
  void rulesOfAnythingElseAreLeftAsTheyAre() {
    assertThat(RoleRules.of(json("[{'host':'shop.example'}]"))).isEmpty();
  }
}
