package eu.sortie.measure;

/**
 * What lies in an archive and gives no bytes until it is restored.
 *
 * @param objects how many
 * @param bytes of all of them
 */
public record Archived(long objects, long bytes) {

  /** Nothing is archived. */
  public static final Archived NONE = new Archived(0, 0);

  /** Adds more of it. */
  public Archived plus(Archived more) {
    return new Archived(objects + more.objects, bytes + more.bytes);
  }
}
