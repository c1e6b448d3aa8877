package eu.sortie.scenarios.estate;

import org.jspecify.annotations.Nullable;

/**
 * One thing done to a key.
 *
 * @param when at which moment
 * @param key to which key
 * @param written what is written; null where the key is deleted
 */
record Act(Moment when, String key, @Nullable Specimen written) {

  static Act write(Moment when, Specimen specimen) {
    return new Act(when, specimen.key(), specimen);
  }

  static Act delete(Moment when, String key) {
    return new Act(when, key, null);
  }
}
