/** The environment of real storage servers: published images, started through a Docker engine. */
@NullMarked
package eu.sortie.containers;

import org.jspecify.annotations.NullMarked;
