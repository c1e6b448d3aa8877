/**
 * The S3 ends: the AWS SDK reads at the source and writes at the destination, the MinIO client reads back.
 *
 * <p>Every client sits on a {@link eu.sortie.spi.Line}: what is not counted there was not sent.
 */
@NullMarked
package eu.sortie.s3;

import org.jspecify.annotations.NullMarked;
