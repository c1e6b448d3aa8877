/** What should be able to leave, and what must hold. */
@NullMarked
package eu.sortie.scenario;

import org.jspecify.annotations.NullMarked;
