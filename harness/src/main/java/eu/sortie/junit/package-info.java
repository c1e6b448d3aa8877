/** A drill inside JUnit: annotation, parameter, one test per gate. */
@NullMarked
package eu.sortie.junit;

import org.jspecify.annotations.NullMarked;
