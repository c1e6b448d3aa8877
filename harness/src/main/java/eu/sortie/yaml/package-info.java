/**
 * A scenario or an environment read from a file.
 *
 * <p>Whatever is wrong in a file is said with its line, before anything moves: nothing here lets another exception out than {@link
 * eu.sortie.scenario.Misuse}.
 */
@NullMarked
package eu.sortie.yaml;

import org.jspecify.annotations.NullMarked;
