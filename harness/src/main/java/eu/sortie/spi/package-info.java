/**
 * The two ends: the only package an adapter author reads.
 *
 * <p>Write a {@link eu.sortie.spi.Protocol}, name it in {@code META-INF/services}, and drills find it.
 */
@NullMarked
package eu.sortie.spi;

import org.jspecify.annotations.NullMarked;
