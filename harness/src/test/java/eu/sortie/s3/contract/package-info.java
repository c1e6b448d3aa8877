/** The S3 ends, held against the contracts at every server there is. */
@NullMarked
package eu.sortie.s3.contract;

import org.jspecify.annotations.NullMarked;
