package eu.sortie.scenario;

import eu.sortie.inventory.Kinds;

/**
 * The objects of a bucket that leave.
 *
 * @param bucket where they are at the source
 * @param under only keys that begin so; empty for all
 * @param into the bucket at the destination; empty for one the drill creates and removes again
 */
public record ObjectSelection(String bucket, String under, String into) implements Selection {

  public ObjectSelection {
    if (bucket.isBlank()) {
      throw new Misuse("objects: no bucket is named, expected the name of a bucket at the source");
    }
  }

  /** Narrows it to keys that begin with a prefix. */
  public ObjectSelection under(String prefix) {
    return new ObjectSelection(bucket, prefix, into);
  }

  /** Says in which bucket of the destination they arrive; it must not hold anything yet. */
  public ObjectSelection into(String destinationBucket) {
    return new ObjectSelection(bucket, under, destinationBucket);
  }

  @Override
  public Kinds kinds() {
    return Kinds.of(ObjectTraits.OBJECT, ObjectTraits.DELETE_MARKER, BucketTraits.BUCKET);
  }

  @Override
  public String toString() {
    return under.isEmpty() ? "objects of " + bucket : "objects of " + bucket + " under " + under;
  }
}
