/**
 * What was seen at an end, and what is lost between two sights.
 *
 * <p>Nothing here reads a file, a clock or a network: what is lost is computable from two items alone.
 */
@NullMarked
package eu.sortie.inventory;

import org.jspecify.annotations.NullMarked;
