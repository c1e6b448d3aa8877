package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.scenario.Capabilities;
import eu.sortie.scenario.End;
import eu.sortie.spi.Line;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class S3ConnectionTests {

  private static S3Connection to(Map<String, String> settings) {
    var end = End.of("europe", true, "s3", settings, Capabilities.UNSTATED);
    return new S3Connection(end, Line.open("europe"));
  }

  @Nested
  class WhereTheBucketStands {

    @Test
    void isTheHostWhereAwsPutsItThere() {
      try (var aws = to(Map.of("region", "eu-west-3"))) {
        assertThat(aws.bucketInPath("photos.s3.eu-west-3.amazonaws.com")).isFalse();
        assertThat(aws.bucketInPath("my_photos.s3.dualstack.eu-west-3.amazonaws.com"))
            .isFalse();
      }
    }

    @Test
    void isThePathAtAwsForANameThatNoCertificateCovers() {
      try (var aws = to(Map.of("region", "eu-west-3"))) {
        assertThat(aws.bucketInPath("s3.eu-west-3.amazonaws.com")).isTrue();
      }
    }

    @Test
    void isThePathWhereTheHostIsTheEndpointItself() {
      try (var europe = to(Map.of("endpoint", "https://s3.gra.io.cloud.ovh.net"))) {
        assertThat(europe.bucketInPath("s3.gra.io.cloud.ovh.net")).isTrue();
        assertThat(europe.bucketInPath("photos.s3.gra.io.cloud.ovh.net")).isFalse();
      }
    }
  }

  @Nested
  class Credentials {

    @Test
    void areTheOnesOfTheSettings() {
      try (var europe = to(Map.of("access-key", "AK", "secret-key", "SK"))) {
        assertThat(europe.credentials().resolveCredentials().accessKeyId()).isEqualTo("AK");
      }
    }

    @Test
    void mayBeTemporary() {
      var settings = Map.of("access-key", "AK", "secret-key", "SK", "session-token", "ST");
      try (var europe = to(settings)) {
        assertThat(europe.credentials().resolveCredentials())
            .isInstanceOfSatisfying(
                AwsSessionCredentials.class,
                session -> assertThat(session.sessionToken()).isEqualTo("ST"));
      }
    }
  }
}
