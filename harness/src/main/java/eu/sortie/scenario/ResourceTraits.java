package eu.sortie.scenario;

import eu.sortie.inventory.Kind;
import eu.sortie.inventory.Trait;
import java.util.List;

/** The traits of a Kubernetes resource: the fields that were declared, by path, each compared by what it means. */
public final class ResourceTraits {

  /** An entry for each declared field below {@code spec}, by its path. */
  public static final Trait SPEC = Trait.compared("spec");
  /** An entry for each key of {@code data} and {@code binaryData}; of a secret, by keyed digest. */
  public static final Trait DATA = Trait.compared("data");
  /** Labels. */
  public static final Trait LABELS = Trait.compared("labels");
  /** Annotations, without what tools note down for themselves; of a secret, by keyed digest. */
  public static final Trait ANNOTATIONS = Trait.compared("annotations");
  /** What a role allows: an entry for each thing, with its verbs. */
  public static final Trait RULES = Trait.compared("rules");
  /** Who must be done with it before it goes. */
  public static final Trait FINALIZERS = Trait.compared("finalizers");
  /** An entry for each declared field elsewhere: {@code type}, {@code roleRef}, {@code webhooks} and so on. */
  public static final Trait OTHER_FIELDS = Trait.compared("other-fields");
  /** Fields nobody declared: defaults, and what the cluster filled in. Another cluster fills in its own, so they are recorded only. */
  public static final Trait DEFAULTS = Trait.recorded("defaults");
  /** The version of the API it was read in, as in {@code apps/v1}. */
  public static final Trait API_VERSION = Trait.recorded("api-version");
  /** Owners that are not themselves in the inventory. */
  public static final Trait OWNERS = Trait.recorded("owners");
  /** What a secret holds that only means something at the source: an entry for each place, with the sort of reference and nothing of its text. */
  public static final Trait HIDDEN_REFERENCES = Trait.recorded("hidden-references");
  /** The cluster's own name for it. */
  public static final Trait UID = Trait.recorded("uid");

  /** A resource in a namespace, by the name {@code kubectl get -o name} gives it. */
  public static final Kind RESOURCE = new Kind(
      "resource",
      List.of(
          SPEC,
          DATA,
          LABELS,
          ANNOTATIONS,
          RULES,
          FINALIZERS,
          OTHER_FIELDS,
          DEFAULTS,
          API_VERSION,
          OWNERS,
          HIDDEN_REFERENCES,
          UID),
      Kind.Leaves.AS_EXPORT);

  private ResourceTraits() {}
}
