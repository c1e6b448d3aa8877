package eu.sortie.scenarios.estate;

import org.jspecify.annotations.Nullable;

/**
 * One thing done to a key.
 *
 * @param when at which moment
 * @param key to which key
 * @param written what is written; null where the key is deleted
 * @param passes whether it is removed by its name before the moment is over, so that what was done upon it stays alone
 */
record Act(Moment when, String key, @Nullable Specimen written, boolean passes) {

  static Act write(Moment when, Specimen specimen) {
    return new Act(when, specimen.key(), specimen, false);
  }

  /** Writes for a while: some servers mark no deletion where there is nothing to delete, or where it is marked already (MinIO). */
  static Act writeForAWhile(Moment when, Specimen specimen) {
    return new Act(when, specimen.key(), specimen, true);
  }

  static Act delete(Moment when, String key) {
    return new Act(when, key, null, false);
  }
}
