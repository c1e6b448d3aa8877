package eu.sortie.measure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How archived objects are restored at a price: the faster, the dearer.
 *
 * @param tier the vendor's own name for it: {@code standard}
 * @param longestWait how long it takes at most; null where the price list does not say
 */
public record Retrieval(String tier, @Nullable Duration longestWait) {}
