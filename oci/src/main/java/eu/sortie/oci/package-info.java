/**
 * The ends that are OCI registries: images, tags and blobs leave from one for another.
 *
 * <p>A thin client over OkHttp reads the source and writes the destination; ORAS Java reads back.
 */
@NullMarked
package eu.sortie.oci;

import org.jspecify.annotations.NullMarked;
