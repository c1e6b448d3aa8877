package eu.sortie.s3;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Uploads in parts that a process that died began and did not end: they cost money and show in no listing of objects.
 *
 * @param client that ends them
 * @param bucket they go into
 */
record UnfinishedUploads(S3Client client, String bucket) {

  /**
   * Aborts all uploads of these keys.
   *
   * <p>Each key is asked for by its whole name, since MinIO lists no upload under less (minio/minio issue 20989).
   */
  void abort(List<String> keys) {
    try {
      keys.forEach(this::abort);
    } catch (S3Exception answer) {
      if (answer.statusCode() != 501 && answer.statusCode() != 405) {
        throw answer;
      }
      // An end that lists no uploads takes none, or removes them by itself.
    }
  }

  private void abort(String key) {
    var uploads = client
        .listMultipartUploadsPaginator(
            list -> list.bucket(bucket).prefix(key).encodingType(EncodingType.URL))
        .uploads();
    for (var upload : uploads) {
      if (upload.key().equals(key)) {
        client.abortMultipartUpload(
            abort -> abort.bucket(bucket).key(key).uploadId(upload.uploadId()));
      }
    }
  }
}
