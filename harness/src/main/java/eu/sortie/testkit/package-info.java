/** Contract suites and a strict end in memory, for adapter authors: what every end has to do, as tests to be filled in. */
@NullMarked
package eu.sortie.testkit;

import org.jspecify.annotations.NullMarked;
