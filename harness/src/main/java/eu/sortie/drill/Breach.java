package eu.sortie.drill;

/**
 * A gate that was not cleared.
 *
 * @param gate in its own words
 * @param seen what was observed instead
 */
public record Breach(String gate, String seen) {}
