/**
 * A bucket as an item: its configurations read as they are, compared by what they mean, and brought back from the export alone.
 *
 * <p>{@link eu.sortie.s3.bucket.BucketItem} reads and {@link eu.sortie.s3.bucket.BucketRestore} brings back, both over
 * {@link eu.sortie.s3.bucket.BucketCalls}.
 */
@NullMarked
package eu.sortie.s3.bucket;

import org.jspecify.annotations.NullMarked;
