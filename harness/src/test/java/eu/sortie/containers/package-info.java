@NullMarked
package eu.sortie.containers;

import org.jspecify.annotations.NullMarked;
