package eu.sortie.oci;

/**
 * What images and tags are called as items: {@code REPOSITORY@DIGEST} and {@code REPOSITORY:TAG}, as people name them.
 *
 * @param repository by its name at the source
 * @param reference the digest or the tag
 */
record ImageKey(String repository, String reference) {

  static ImageKey ofImage(String key) {
    return split(key, key.indexOf('@'));
  }

  static ImageKey ofTag(String key) {
    return split(key, key.lastIndexOf(':'));
  }

  static String image(String repository, String digest) {
    return repository + '@' + digest;
  }

  static String tag(String repository, String tag) {
    return repository + ':' + tag;
  }

  private static ImageKey split(String key, int at) {
    return new ImageKey(key.substring(0, at), key.substring(at + 1));
  }
}
