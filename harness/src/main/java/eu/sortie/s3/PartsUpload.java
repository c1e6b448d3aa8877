package eu.sortie.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object on its way in parts.
 *
 * @param client that puts the parts together
 * @param calls that send a part as it is
 * @param plain whether parts go as they are; where an end asks for more, the client sends them too
 * @param object as it was begun
 * @param id the end's name for the upload
 */
record PartsUpload(
    S3Client client, ObjectCalls calls, boolean plain, ObjectRequest object, String id) {

  static PartsUpload begin(
      S3Connection connection, ObjectCalls calls, S3Client beginning, ObjectRequest object) {
    var answer = beginning.createMultipartUpload(object.createMultipart());
    return new PartsUpload(
        connection.client(),
        calls,
        connection.settings().tuning().isPlain(),
        object,
        answer.uploadId());
  }

  /** Sends all of it; gives what the end calls the version it made, empty where it names none. */
  String send(byte[] first, InputStream rest, PartsPlan plan, PartsInFlight flight)
      throws IOException {
    var parts = flight.send(first, rest, plan.partBytes(), plan.heldMebibytes(), this::send);
    return Objects.requireNonNullElse(complete(parts), "");
  }

  private CompletedPart send(byte[] part, int number) {
    var headers = new HashMap<String, String>();
    var checksum = object.checksum();
    checksum.ifPresent(kept -> headers.putAll(kept.ofPart(part)));
    if (object.isLocked()) {
      headers.put("Content-MD5", Checksum.md5(part));
    }
    var tag = plain
        ? calls.putPart(key(), id, number, headers, part)
        : client
            .uploadPart(
                send -> send.bucket(object.bucket())
                    .key(key())
                    .uploadId(id)
                    .partNumber(number)
                    .overrideConfiguration(override -> headers.forEach(override::putHeader)),
                ObjectWriter.body(part))
            .eTag();
    var sent = CompletedPart.builder().partNumber(number).eTag(tag);
    checksum.ifPresent(kept -> kept.name(sent, kept.of(part)));
    return sent.build();
  }

  /** An end that does not take the checksum of the whole may well take the parts, and shows afterwards what it has. */
  private String complete(List<CompletedPart> parts) {
    var whole = object.checksum().map(Checksum::ofCompletion).orElse(Map.of());
    try {
      return complete(parts, whole);
    } catch (S3Exception answer) {
      if (whole.isEmpty() || (answer.statusCode() != 400 && answer.statusCode() != 501)) {
        throw answer;
      }
      return complete(parts, Map.of());
    }
  }

  private String complete(List<CompletedPart> parts, Map<String, String> headers) {
    return client
        .completeMultipartUpload(complete -> complete
            .bucket(object.bucket())
            .key(key())
            .uploadId(id)
            .multipartUpload(all -> all.parts(parts))
            .overrideConfiguration(override -> headers.forEach(override::putHeader)))
        .versionId();
  }

  /** Parts that nobody completes cost money for ever. */
  void abort(Exception because) {
    try {
      client.abortMultipartUpload(
          abort -> abort.bucket(object.bucket()).key(key()).uploadId(id));
    } catch (SdkException failed) {
      because.addSuppressed(failed);
    }
  }

  private String key() {
    return object.item().id().key();
  }
}
