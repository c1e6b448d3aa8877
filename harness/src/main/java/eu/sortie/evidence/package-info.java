/** The outcome as files, and files as an outcome. */
@NullMarked
package eu.sortie.evidence;

import org.jspecify.annotations.NullMarked;
