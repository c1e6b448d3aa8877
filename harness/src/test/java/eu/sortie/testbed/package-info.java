/** What tests of several packages stand on: servers that answer as told, and a third client. */
@NullMarked
package eu.sortie.testbed;

import org.jspecify.annotations.NullMarked;
