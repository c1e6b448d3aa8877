package eu.sortie.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/**
 * Puts a Content-MD5 to objects and parts, which the SDK left to its callers.
 *
 * <p>Where S3 asks for a checksum, the SDK's own plugin for old servers does the same; it leaves objects out (facts P02, P03).
 */
final class ContentMd5 implements ExecutionInterceptor {

  private static final String HEADER = "Content-MD5";

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return body(context)
        .map(body ->
            context.httpRequest().toBuilder().putHeader(HEADER, md5(body)).build())
        .map(SdkHttpRequest.class::cast)
        .orElseGet(context::httpRequest);
  }

  private static Optional<RequestBody> body(Context.ModifyHttpRequest context) {
    var carriesObject = context.request() instanceof PutObjectRequest
        || context.request() instanceof UploadPartRequest;
    return carriesObject && context.httpRequest().firstMatchingHeader(HEADER).isEmpty()
        ? context.requestBody()
        : Optional.empty();
  }

  private static String md5(RequestBody body) {
    try (var bytes = body.contentStreamProvider().newStream()) {
      var digest = MessageDigest.getInstance("MD5");
      var some = new byte[8192];
      for (int read = bytes.read(some); read >= 0; read = bytes.read(some)) {
        digest.update(some, 0, read);
      }
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every JDK has MD5", never);
    }
  }
}
