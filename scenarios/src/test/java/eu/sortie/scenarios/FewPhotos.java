package eu.sortie.scenarios;

import eu.sortie.scenario.End;
import eu.sortie.spi.Estate;
import eu.sortie.spi.PlantedCase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An estate of one's own, for a drill that is over in seconds: twenty small photos with metadata and tags. */
final class FewPhotos implements Estate {

  private static final int PHOTOS = 20;

  @Override
  public String name() {
    return "few photos";
  }

  @Override
  public List<PlantedCase> plant(End source) {
    try (var client = client(source)) {
      client.createBucket(create -> create.bucket("photos"));
      for (int number = 1; number <= PHOTOS; number++) {
        var key = "2026/%04d.jpg".formatted(number);
        client.putObject(
            put -> put.bucket("photos")
                .key(key)
                .contentType("image/jpeg")
                .metadata(Map.of("owner", "Anna"))
                .tagging("album=holiday"),
            RequestBody.fromString("the bytes of " + key));
      }
    }
    return List.of();
  }

  private static S3Client client(End source) {
    var credentials =
        AwsBasicCredentials.create(setting(source, "access-key"), setting(source, "secret-key"));
    return S3Client.builder()
        .endpointOverride(URI.create(setting(source, "endpoint")))
        .region(Region.of(setting(source, "region")))
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static String setting(End end, String key) {
    return end.settings().get(key).value();
  }
}
