package eu.sortie.scenarios.estate;

/**
 * A part that went up.
 *
 * @param etag as the source answered it
 * @param algorithm of its additional checksum; empty where it has none
 * @param checksum in Base64; empty where it has none
 */
record WrittenPart(String etag, String algorithm, String checksum) {}
