package eu.sortie.oci;

/** A manifest or an index as a registry sent it. */
final class Document {

  private final byte[] bytes;
  private final String mediaType;

  /**
   * One that came.
   *
   * @param bytes all of it
   * @param mediaType the type under which it was sent
   */
  Document(byte[] bytes, String mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  byte[] bytes() {
    return bytes;
  }

  String mediaType() {
    return mediaType;
  }

  /** Its digest, taken of its bytes. */
  String digest() {
    return Digest.of(bytes);
  }
}
