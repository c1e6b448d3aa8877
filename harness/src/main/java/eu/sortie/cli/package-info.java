/** The command {@code sortie}. */
@NullMarked
package eu.sortie.cli;

import org.jspecify.annotations.NullMarked;
