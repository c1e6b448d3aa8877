/** The order of events, the journal, the outcome, the verdict. */
@NullMarked
package eu.sortie.drill;

import org.jspecify.annotations.NullMarked;
