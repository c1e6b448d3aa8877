package eu.sortie.s3;

import eu.sortie.scenario.ObjectSelection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists the current objects of a bucket, page by page.
 *
 * <p>A page that does not come is asked for once more by the last key seen: MinIO of 2025 was seen to answer a token with silence, minute
 * after minute, and everything else at once. That is done only while keys come in the order of their bytes, as S3 lists them; elsewhere
 * a key says nothing of what comes after it, and the token is all there is.
 */
final class ObjectListing {

  private final S3Connection connection;
  private final ObjectSelection selection;
  private final Retries retries;
  private String last = "";
  private boolean inOrder = true;

  ObjectListing(S3Connection connection, ObjectSelection selection) {
    this.connection = connection;
    this.selection = selection;
    this.retries = new Retries(connection, selection.bucket());
  }

  /** Hands over every object. */
  void each(Consumer<S3Object> seen) {
    try (var client = connection.clientOnce()) {
      @Nullable String token = null;
      do {
        var page = page(client, token);
        for (var object : page.contents()) {
          note(object.key());
          seen.accept(object);
        }
        token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
      } while (token != null);
    }
  }

  private void note(String key) {
    inOrder &= Arrays.compareUnsigned(
            last.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8))
        < 0;
    last = key;
  }

  private ListObjectsV2Response page(S3Client client, @Nullable String token) {
    var again = new AtomicBoolean();
    return retries.call(() -> {
      var ask = ListObjectsV2Request.builder()
          .bucket(selection.bucket())
          .prefix(selection.under().isEmpty() ? null : selection.under())
          .encodingType(EncodingType.URL);
      if (again.getAndSet(true) && token != null && inOrder) {
        ask.startAfter(last);
      } else {
        ask.continuationToken(token);
      }
      return client.listObjectsV2(ask.build());
    });
  }
}
