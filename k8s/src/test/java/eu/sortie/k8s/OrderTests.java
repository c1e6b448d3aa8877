package eu.sortie.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTests {

  private static List<String> inOrder(String... ids) {
    var items = new java.util.ArrayList<>(Arrays.stream(ids)
        .map(id -> new Item(ItemId.of("resource", id), Map.of()))
        .toList());
    Collections.shuffle(items, new Random(7));
    return items.stream().sorted(Order.BY_NEED).map(item -> item.id().key()).toList();
  }

  private static void holds(String... ids) {
    assertThat(inOrder(ids)).containsExactly(ids);
  }

  @Test
  void definitionsComeBeforeAllThatTheyDefine() {
    holds(
        "customresourcedefinition.apiextensions.k8s.io/prices.shop.example",
        "serviceaccount/shop",
        "price.shop.example/bread");
  }

  @Test
  void accountsComeBeforeSecretsSinceATokenWithoutItsAccountIsRemoved() {
    holds("serviceaccount/shop", "secret/shop-token");
  }

  @Test
  void whatAPodLooksUpComesBeforeWhatRunsOne() {
    holds(
        "priorityclass.scheduling.k8s.io/high",
        "limitrange/limits",
        "serviceaccount/shop",
        "secret/db",
        "configmap/settings",
        "persistentvolumeclaim/data",
        "service/web",
        "poddisruptionbudget.policy/web",
        "statefulset.apps/db",
        "deployment.apps/web",
        "job.batch/once",
        "cronjob.batch/nightly");
  }

  @Test
  void aRoleComesBeforeWhatBindsIt() {
    holds("role.rbac.authorization.k8s.io/z", "rolebinding.rbac.authorization.k8s.io/a");
  }

  @Test
  void aPolicyOfTheNetworkComesBeforeAnybodyWhoCouldTalk() {
    holds("networkpolicy.networking.k8s.io/z", "pod/a");
  }

  @Test
  void whatScalesAWorkloadComesAfterIt() {
    holds("deployment.apps/z", "horizontalpodautoscaler.autoscaling/a");
  }

  @Test
  void theQuotaComesLastSinceItCountsWhatIsThere() {
    holds("ingress.networking.k8s.io/web", "resourcequota/all");
  }

  @Test
  void whatNobodyNamedComesInTheMiddle() {
    holds("service/z", "price.shop.example/bread", "wheel.shop.example/a", "pod/a");
  }

  @Test
  void ofOneSortTheNameDecides() {
    holds("configmap/a", "configmap/b", "configmap/c");
  }

  @Test
  void definitionsAndClassesOfPriorityAreInNoNamespace() {
    assertThat(Order.isOfTheCluster("priorityclass.scheduling.k8s.io/high")).isTrue();
    assertThat(Order.isOfTheCluster("customresourcedefinition.apiextensions.k8s.io/a.b"))
        .isTrue();
    assertThat(Order.isOfTheCluster("configmap/customresourcedefinition")).isFalse();
    assertThat(Order.typeOfTheCluster("priorityclass.scheduling.k8s.io/high"))
        .isEqualTo(ResourceType.PRIORITY_CLASS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Order.typeOfTheCluster("configmap/a"))
        .withMessage("configmap/a is in a namespace");
  }
}
