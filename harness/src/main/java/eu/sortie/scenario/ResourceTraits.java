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
  /**
   * What the source says of it and no field of Kubernetes can hold: an entry for each place, with what stands there and why. It is never
   * at a destination, so each is a loss. Nothing that was a resource of Kubernetes at the source has any.
   */
  public static final Trait WITHOUT_COUNTERPART = Trait.compared("without-counterpart");
  /** Fields nobody declared: defaults, and what the cluster filled in. Another cluster fills in its own, so they are recorded only. */
  public static final Trait DEFAULTS = Trait.recorded("defaults");
  /** The version of the API it was read in, as in {@code apps/v1}. */
  public static final Trait API_VERSION = Trait.recorded("api-version");
  /** Owners that are not themselves in the inventory. */
  public static final Trait OWNERS = Trait.recorded("owners");
  /** What a secret holds that only means something at the source: an entry for each place, with the sort of reference and nothing of its text. */
  public static final Trait HIDDEN_REFERENCES = Trait.recorded("hidden-references");
  /** What fields were made of where the source is no Kubernetes: an entry for each, with what it was there, by which rule and why. */
  public static final Trait MADE_OF = Trait.recorded("made-of");
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
          WITHOUT_COUNTERPART,
          DEFAULTS,
          API_VERSION,
          OWNERS,
          HIDDEN_REFERENCES,
          MADE_OF,
          UID),
      Kind.Leaves.AS_EXPORT);

  private ResourceTraits() {}
}
