package eu.sortie.oci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an image runs on.
 *
 * @param os as in {@code linux}
 * @param architecture as in {@code arm64}
 * @param variant as in {@code v8}; empty for none
 * @param osVersion as Windows has it; empty for none
 */
record Platform(String os, String architecture, String variant, String osVersion) {

  private static final Pattern WRITTEN =
      Pattern.compile("([a-z0-9]+)/([a-z0-9_]+)(?:/([a-z0-9.]+))?");

  private static final String UNKNOWN = "unknown";

  /** Reads it as people write it. */
  static Optional<Platform> parse(String written) {
    var found = WRITTEN.matcher(written);
    if (!found.matches()) {
      return Optional.empty();
    }
    var variant = found.group(3);
    return Optional.of(
        new Platform(found.group(1), found.group(2), variant == null ? "" : variant, ""));
  }

  /** Reads it from a descriptor or a configuration; empty where it says nothing, as of an attestation. */
  static Optional<Platform> of(JsonNode node) {
    var os = node.path("os").asText();
    var architecture = node.path("architecture").asText();
    return os.isEmpty() || architecture.isEmpty() || os.equals(UNKNOWN)
        ? Optional.empty()
        : Optional.of(new Platform(
            os,
            architecture,
            node.path("variant").asText(),
            node.path("os.version").asText()));
  }

  /** Whether a node of this platform runs an image of another; a variant that either leaves open is no obstacle. */
  boolean runs(Platform image) {
    return os.equals(image.os)
        && architecture.equals(image.architecture)
        && (variant.isEmpty() || image.variant.isEmpty() || variant.equals(image.variant));
  }

  @Override
  public String toString() {
    return os
        + '/'
        + architecture
        + (variant.isEmpty() ? "" : '/' + variant)
        + (osVersion.isEmpty() ? "" : ' ' + osVersion);
  }
}
