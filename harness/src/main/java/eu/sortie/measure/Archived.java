package eu.sortie.measure;

/**
 * What lies in an archive and gives no bytes until it is restored.
 *
 * @param objects how many
 * @param bytes of all of them whose size was seen
 * @param unsized how many have a size that nobody saw
 */
public record Archived(long objects, long bytes, long unsized) {

  /** Nothing is archived. */
  public static final Archived NONE = new Archived(0, 0);

  /** So many of a size that was seen. */
  public Archived(long objects, long bytes) {
    this(objects, bytes, 0);
  }

  /** Adds more of it. */
  public Archived plus(Archived more) {
    return new Archived(objects + more.objects, bytes + more.bytes, unsized + more.unsized);
  }
}
