package eu.sortie.scenarios.estate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the AWS SDK sees in a bucket. */
record Bucket(S3Client client, String name) {

  /** URL-encoded on the wire: without it the SDK ends a listing at the first control character, and says nothing. */
  List<S3Object> objects() {
    return client
        .listObjectsV2Paginator(list -> list.bucket(name).encodingType(EncodingType.URL))
        .contents()
        .stream()
        .toList();
  }

  List<String> keys() {
    return objects().stream().map(S3Object::key).toList();
  }

  ResponseInputStream<GetObjectResponse> open(String key) {
    return client.getObject(get -> get.bucket(name).key(key));
  }

  byte[] bytes(String key) {
    return client.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray();
  }

  GetObjectResponse read(String key) {
    return client.getObjectAsBytes(get -> get.bucket(name).key(key)).response();
  }

  /** The SDK's transport reads header values as ISO 8859-1; on the wire they are UTF-8. */
  static Map<String, String> metadata(GetObjectResponse response) {
    var metadata = new TreeMap<String, String>();
    response
        .metadata()
        .forEach((name, value) -> metadata.put(
            name, new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
    return metadata;
  }

  Map<String, String> tags(String key) {
    var tags = new TreeMap<String, String>();
    client
        .getObjectTagging(get -> get.bucket(name).key(key))
        .tagSet()
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  /** One digest over every key, its bytes, headers, user metadata and tags. */
  String digest() throws IOException {
    var whole = Digests.begin();
    try (var hands = new Hands()) {
      hands
          .each(keys(), this::line)
          .forEach(line -> whole.update(line.getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(whole.digest());
  }

  private String line(String key) throws IOException {
    try (var in = open(key)) {
      var content = Digests.begin();
      var buffer = new byte[64 * 1024];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        content.update(buffer, 0, count);
      }
      var response = in.response();
      return String.join(
              "|",
              key,
              HexFormat.of().formatHex(content.digest()),
              response.eTag(),
              String.valueOf(response.contentType()),
              String.valueOf(response.cacheControl()),
              String.valueOf(response.contentDisposition()),
              String.valueOf(response.contentLanguage()),
              String.valueOf(response.expiresString()),
              metadata(response).toString(),
              tags(key).toString())
          + "\n";
    }
  }
}
