/** The scenarios we publish. */
@NullMarked
package eu.sortie.scenarios;

import org.jspecify.annotations.NullMarked;
