package eu.sortie.measure;

/**
 * What crossed the wire in one operation, retries included.
 *
 * @param requests how many were sent
 * @param sentBytes bytes of their bodies
 * @param receivedBytes bytes of the answers' bodies
 */
public record Traffic(long requests, long sentBytes, long receivedBytes) {

  /** Nothing crossed. */
  public static final Traffic NONE = new Traffic(0, 0, 0);

  /** Adds more of it. */
  public Traffic plus(Traffic more) {
    return new Traffic(
        requests + more.requests, sentBytes + more.sentBytes, receivedBytes + more.receivedBytes);
  }
}
