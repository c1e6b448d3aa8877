/** What a destination declares beside what was observed there: profiles of drills with an estate of known-hard things. */
@NullMarked
package eu.sortie.survey;

import org.jspecify.annotations.NullMarked;
