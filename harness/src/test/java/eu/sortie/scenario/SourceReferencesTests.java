package eu.sortie.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.ItemId;
import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.scenario.SourceReferences.Reference;
import eu.sortie.scenario.SourceReferences.Sort;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReferencesTests {

  private static final String ID64 =
      "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

  private static List<Reference> in(Trait trait, Value value) {
    return SourceReferences.in(new Item(ItemId.of("object", "k"), Map.of(trait, value)));
  }

  private static List<Reference> in(String text) {
    return in(ObjectTraits.REDIRECT_LOCATION, Value.text(text));
  }

  @Nested
  class Found {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "ARN, arn:aws:iam::123456789012:role/r",
      "ARN, arn:aws-cn:s3:::other/*",
      "ARN, arn:aws-us-gov:sqs:us-gov-west-1:123456789012:q",
      "VPC, vpce-1a2b3c4d",
      "VPC, vpc-0123456789abcdef0",
      "PROVIDER_NAME, aws:SourceVpce",
      "PROVIDER_NAME, aws:PrincipalTag/dept",
      "PROVIDER_NAME, aws:cloudformation:stack-name",
      "SERVICE, logging.s3.amazonaws.com",
      "SERVICE, lambda.amazonaws.com",
      "URL, https://photos.s3.eu-west-3.amazonaws.com/a/b.jpg?X-Amz-Signature=1",
      "URL, photos.s3.eu-west-3.amazonaws.com",
      "URL, s3.amazonaws.com/photos/a",
      "S3_URI, s3://photos/a/b.jpg",
      "S3_URI, s3a://photos",
      "KEY, alias/aws/s3",
      "KEY, mrk-0123456789abcdef0123456789abcdef",
      "METADATA_ADDRESS, 169.254.169.254",
      "METADATA_ADDRESS, 169.254.170.23",
      "METADATA_ADDRESS, fd00:ec2::254",
      "FILE_SYSTEM, fs-0123456789abcdef0",
      "FILE_SYSTEM, fs-1a2b3c4d",
      "FILE_SYSTEM, fsap-0123456789abcdef0",
      "VOLUME, vol-0123456789abcdef0",
      "VOLUME, snap-0123456789abcdef0",
      "NETWORK, subnet-0123456789abcdef0",
      "NETWORK, sg-1a2b3c4d",
      "NETWORK, eni-0123456789abcdef0",
      "LOAD_BALANCER, k8s-shop-web-0a1b2c3d4e",
      "LOAD_BALANCER, app/my-lb/50dc6c495c0c9188",
      "LOAD_BALANCER, targetgroup/my-targets/73e2d6bc24d8a067",
      "REGION, eu-west-3",
      "REGION, eu-west-3a",
      "REGION, eu-north-1",
      "REGION, eu-central-1",
      "REGION, us-gov-east-1b",
      "REGION, us-west-2-lax-1a",
      "REGION, eusc-de-east-1",
      "REGION, use1-az4",
    })
    void byItsForm(Sort sort, String text) {
      for (var around : List.of("%s", "see '%s' there", "\"%s\"", "x=%s, y")) {
        assertThat(in(around.formatted(text)))
            .extracting(Reference::sort, Reference::text)
            .as(around)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(sort, text));
      }
    }

    @Test
    void anAccountWhereTheWordBeforeSaysSo() {
      assertThat(in("AWS 123456789012")).extracting(Reference::sort).containsExactly(Sort.ACCOUNT);
      assertThat(in("aws:SourceAccount 123456789012"))
          .extracting(Reference::sort)
          .containsExactlyInAnyOrder(Sort.PROVIDER_NAME);
      assertThat(in(ObjectTraits.TAGS, Value.entries(Map.of("account-id", "123456789012"))))
          .containsExactly(
              new Reference(Sort.ACCOUNT, "123456789012", ObjectTraits.TAGS, "account-id"));
    }

    @Test
    void aCanonicalUserInAnAccessList() {
      assertThat(in(BucketTraits.BUCKET_ACL, Value.entries(Map.of("user " + ID64, "READ"))))
          .containsExactly(
              new Reference(Sort.CANONICAL_USER, ID64, BucketTraits.BUCKET_ACL, "user " + ID64));
    }

    @Test
    void aRegionInWhatAWorkloadIsToldOfItsPlace() {
      assertThat(in(
              ResourceTraits.SPEC,
              Value.entries(
                  Map.of("containers[name=web].env[name=AWS_REGION].value", "eu-west-3"))))
          .extracting(Reference::toString)
          .containsExactly("eu-west-3 in spec 'containers[name=web].env[name=AWS_REGION].value'");
    }

    @Test
    void anAddressInALinkOfTheMetadataService() {
      assertThat(in("curl http://169.254.169.254/latest/meta-data/ or http://[fd00:ec2::254]/."))
          .extracting(Reference::text)
          .containsExactly("169.254.169.254", "fd00:ec2::254");
    }

    @Test
    void oneInAnotherOnlyOnce() {
      assertThat(in("fs-0123456789abcdef0.efs.eu-west-3.amazonaws.com"))
          .extracting(Reference::sort)
          .containsExactly(Sort.URL);
    }

    @Test
    void anyKeyOfAnEncryption() {
      var value =
          Value.entries(Map.of("mode", "aws:kms", "key", "1234abcd-12ab-34cd-56ef-1234567890ab"));

      assertThat(in(BucketTraits.DEFAULT_ENCRYPTION, value))
          .extracting(Reference::sort)
          .containsExactly(Sort.KEY);
    }

    @Test
    void inTheNameOfAnEntryAloneAndNotWithItsValue() {
      var queue = "arn:aws:sqs:us-east-1:123456789012:q";

      assertThat(in(
              BucketTraits.NOTIFICATIONS,
              Value.entries(Map.of("queue " + queue, "s3:ObjectCreated:*"))))
          .extracting(Reference::text)
          .containsExactly(queue);
    }

    @Test
    void eachOnceAndWithItsPlace() {
      var found = in(
          BucketTraits.POLICY,
          Value.entries(
              Map.of(
                  "Deny Action s3:*",
                  "Condition{StringNotEquals{aws:SourceVpce vpce-1a2b3c4d}}; Principal AWS arn:aws:iam::123456789012:root; Resource arn:aws:s3:::<this bucket>/*")));

      assertThat(found)
          .extracting(Reference::text)
          .containsExactlyInAnyOrder(
              "aws:SourceVpce", "vpce-1a2b3c4d", "arn:aws:iam::123456789012:root");
      assertThat(found.get(0))
          .hasToString("arn:aws:iam::123456789012:root in policy 'Deny Action s3:*'");
    }
  }

  @Nested
  class NotFound {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "123456789012",
          "a discount 123456789012 given",
          ID64,
          "aws:kms",
          "aws:kms:dsse",
          "paws:SourceVpce",
          "we use AWS: it is fine",
          "arn:aws:s3:::<this bucket>/*",
          "vpc-xyz",
          "https://example.org/amazonaws.com",
          "notamazonaws.com",
          "https://s3.gra.io.cloud.ovh.net/photos",
          "image/jpeg",
          "attachment; filename=\"a.jpg\"",
          "alias/mine",
          "169.254.169.254.1",
          "1169.254.169.254",
          "169.254.169.2540",
          "fd00:ec2::2541",
          "169.254.0.1",
          "s3fs-1a2b3c4d",
          "snap-20241124",
          "sg-20241124",
          "fs-1",
          "subnet-a",
          "msg-1a2b3c4d",
          "k8s-shop",
          "k8s-shop-web-0123456789abc",
          "x/app/my-lb/50dc6c495c0c9188",
          "app/my-lb/50dc6c495c0c91881",
          "my-eu-west-3",
          "eu-west-3-archive",
          "photos.eu-west-3.example.org",
          "logs/eu-west-3/2026",
          "eu-west-9",
          "eu-west-3x",
          "eu-west-par-a",
          "fr-par-1",
          "us-central-1",
          "north-1",
          "text-7",
        })
    void inOrdinaryTexts(String text) {
      assertThat(in(text)).isEmpty();
    }

    @Test
    void inTraitsThatAreOnlyRecorded() {
      assertThat(in(BucketTraits.BUCKET_OWNER, Value.text("owner " + ID64))).isEmpty();
    }

    @Test
    void inWhatCouldNotBeSeen() {
      assertThat(in(BucketTraits.POLICY, Value.unknown("403 arn:aws:iam::123456789012:role/r")))
          .isEmpty();
      assertThat(in(BucketTraits.POLICY, Value.absent())).isEmpty();
    }
  }

  @Property(tries = 500)
  void noTextIsTooOdd(@ForAll String text, @ForAll("pieces") String pieces) {
    assertThat(in(text + pieces)).isNotNull();
    assertThat(in(ObjectTraits.USER_METADATA, Value.entries(Map.of(pieces, text))))
        .isNotNull();
  }

  @Property(tries = 500)
  void wordsAndNumbersAreNoReference(@ForAll("ordinary") List<String> words) {
    assertThat(in(String.join(" ", words))).isEmpty();
    assertThat(in(String.join("/", words))).isEmpty();
  }

  @Property(tries = 300)
  void whatIsFoundStandsThere(@ForAll("pieces") String text) {
    assertThat(in(text)).allSatisfy(found -> assertThat(text).contains(found.text()));
  }

  @Property(tries = 2000)
  void aQuickLookOverlooksNothing(@ForAll("pieces") String text, @ForAll Sort sort) {
    if (sort.isIn(text)) {
      assertThat(sort.mayBeIn(text)).as(text).isTrue();
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "arn:",
            "aws:",
            "aws",
            "s3://",
            ":",
            "/",
            "123456789012",
            " ",
            ".",
            "amazonaws.com",
            "vpce-",
            "1a2b3c4d",
            "account",
            "=",
            "\"",
            "https://",
            "alias/aws/s3",
            "mrk-0123456789abcdef0123456789abcdef",
            "canonical user ",
            ID64,
            "169.254.169.254",
            "fd00:ec2::254",
            "fs-",
            "fsap-",
            "vol-",
            "snap-",
            "subnet-",
            "sg-",
            "eni-",
            "k8s-a-b-",
            "0a1b2c3d4e",
            "app/a/",
            "50dc6c495c0c9188",
            "eu-west-3",
            "us-gov-east-1",
            "-lax-1a",
            "eu-",
            "north-1",
            "use1-az4",
            "x")
        .list()
        .ofMaxSize(12)
        .map(some -> String.join("", some));
  }

  @Provide
  Arbitrary<List<String>> ordinary() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "user",
                "id",
                "photo",
                "vpc",
                "arn",
                "account",
                "s3",
                "amazon",
                "alias",
                "key",
                "role",
                "2026-11-24",
                "image.jpg"),
            Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9),
            Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(11))
        .list()
        .ofMaxSize(10);
  }
}
