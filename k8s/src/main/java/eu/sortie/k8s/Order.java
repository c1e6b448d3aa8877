package eu.sortie.k8s;

import eu.sortie.inventory.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which resources have to be there before which: who is looked up by a name comes before who looks. */
final class Order {

  /** The sorts that are in no namespace, and leave with what needs them. */
  static final List<ResourceType> OF_THE_CLUSTER =
      List.of(ResourceType.DEFINITION, ResourceType.PRIORITY_CLASS);

  /** By sort, the first first; what is not named comes where the star stands. */
  private static final List<String> SORTS = List.of(
      ResourceType.DEFINITION.typeName(),
      ResourceType.PRIORITY_CLASS.typeName(),
      "limitrange",
      // Before the secrets: a token of an account that is not there is removed at once.
      "serviceaccount",
      "secret",
      "configmap",
      "persistentvolumeclaim",
      "role.rbac.authorization.k8s.io",
      "rolebinding.rbac.authorization.k8s.io",
      "networkpolicy.networking.k8s.io",
      "service",
      "*",
      "poddisruptionbudget.policy",
      "pod",
      "replicationcontroller",
      "replicaset.apps",
      "daemonset.apps",
      "statefulset.apps",
      "deployment.apps",
      "job.batch",
      "cronjob.batch",
      "horizontalpodautoscaler.autoscaling",
      "ingress.networking.k8s.io",
      // It counts what is there, and what is there may already be as much as it allows.
      "resourcequota");

  static final Comparator<Item> BY_NEED = Comparator.<Item>comparingInt(
          item -> place(item.id().key()))
      .thenComparing(item -> item.id().key());

  private Order() {}

  private static int place(String id) {
    int place = SORTS.indexOf(ResourceKey.of(id).type());
    return place < 0 ? SORTS.indexOf("*") : place;
  }

  /** Whether it is in no namespace. */
  static boolean isOfTheCluster(String id) {
    return ofTheCluster(id).isPresent();
  }

  /** The sort of a resource that is in no namespace. */
  static ResourceType typeOfTheCluster(String id) {
    return ofTheCluster(id)
        .orElseThrow(() -> new IllegalArgumentException(id + " is in a namespace"));
  }

  private static Optional<ResourceType> ofTheCluster(String id) {
    var sort = ResourceKey.of(id).type();
    return OF_THE_CLUSTER.stream().filter(type -> type.typeName().equals(sort)).findFirst();
  }
}
