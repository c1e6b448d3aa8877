/**
 * Time, bytes, requests, money: quantities with units.
 *
 * <p>Nothing here measures by itself: clocks and wires are read elsewhere and handed in.
 */
@NullMarked
package eu.sortie.measure;

import org.jspecify.annotations.NullMarked;
