/**
 * The S3 ends: the AWS SDK reads at the source and writes at the destination over Apache HttpCore; the MinIO client lists
 * what arrived, and OkHttp, which it brings, reads it back.
 *
 * <p>Every client sits on a {@link eu.sortie.spi.Line}: what is not counted there was not sent.
 */
@NullMarked
package eu.sortie.s3;

import org.jspecify.annotations.NullMarked;
