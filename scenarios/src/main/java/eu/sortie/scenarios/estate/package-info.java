/** What emulated sources hold before a drill: the estates that ship, and the user's own folder. */
@NullMarked
package eu.sortie.scenarios.estate;

import org.jspecify.annotations.NullMarked;
