package eu.sortie.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.inventory.Trait;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls.Answer;
import eu.sortie.scenario.BucketTraits;
import eu.sortie.spi.RefusedException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketItemTests {

  private final MemoryBucket bucket = MemoryBucket.empty();

  private Value seen(Trait trait) throws IOException {
    return BucketItem.read(bucket, "photos")
        .traits()
        .getOrDefault(trait, Value.unknown("not there"));
  }

  private Value seen(Trait trait, String query, String document) throws IOException {
    bucket.has(query, document);
    return seen(trait);
  }

  @Nested
  class WhatIsNotThere {

    @Test
    void aBucketWithoutAnyConfigurationHasNoTraitButItsPrivacyAndItsOwner() throws IOException {
      var item = BucketItem.read(bucket, "photos");

      assertThat(item.traits().keySet())
          .containsExactlyInAnyOrderElementsOf(BucketTraits.BUCKET.traits());
      assertThat(item.notImplemented()).isEmpty();
      item.traits().forEach((trait, value) -> {
        switch (trait.name()) {
          case "bucket-exposure" -> assertThat(value).isEqualTo(Value.absent());
          case "bucket-owner" -> assertThat(value).isEqualTo(Value.text("destination"));
          default -> assertThat(value).as(trait.name()).isEqualTo(Value.absent());
        }
      });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"501, NotImplemented", "405, MethodNotAllowed", "400, UnsupportedArgument"})
    void whatAnEndDoesNotKnowIsAbsentAndItsWordsAreKept(int status, String code)
        throws IOException {
      bucket.answers("lifecycle", MemoryBucket.error(status, code));

      assertThat(seen(BucketTraits.LIFECYCLE)).isEqualTo(Value.absent());
      assertThat(BucketItem.read(bucket, "photos").notImplemented())
          .containsEntry(BucketTraits.LIFECYCLE, "%d %s made up".formatted(status, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lifecycle", "policy", "acl", "inventory"})
    void aListingOfTheBucketIsAnAnswerOfAServerThatDoesNotKnowTheQuestion(String query)
        throws IOException {
      bucket.has(query, "<ListBucketResult><Name>photos</Name></ListBucketResult>");

      assertThat(BucketItem.read(bucket, "photos").notImplemented().values())
          .containsOnly("answered with a document ListBucketResult");
    }

    @Test
    void whatIsNotAllowedIsUnknownAndNeverAbsent() throws IOException {
      bucket.answers("policy", MemoryBucket.error(403, "AccessDenied"));

      assertThat(seen(BucketTraits.POLICY)).isEqualTo(Value.unknown("403 AccessDenied made up"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"<LifecycleConfiguration><Rule>", "<!doctype html><title>Oops</title><p>", "Oops"
        })
    void whatCannotBeReadIsUnknown(String document) throws IOException {
      assertThat(seen(BucketTraits.LIFECYCLE, "lifecycle", document))
          .isInstanceOf(Value.Unknown.class);
    }

    @Test
    void aPolicyThatIsNoJsonIsUnknown() throws IOException {
      assertThat(seen(BucketTraits.POLICY, "policy", "{\"Statement\": ["))
          .isInstanceOf(Value.Unknown.class);
    }

    @Test
    void aDocumentReachesForNothingOutsideItself() throws IOException {
      assertThat(
              seen(
                  BucketTraits.LIFECYCLE,
                  "lifecycle",
                  "<!DOCTYPE L [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><LifecycleConfiguration><Rule><Status>&e;</Status></Rule></LifecycleConfiguration>"))
          .isInstanceOf(Value.Unknown.class);
    }

    @Test
    void aBucketThatIsNotThereIsRefused() {
      bucket.answers("versioning", MemoryBucket.error(404, "NoSuchBucket"));

      assertThatThrownBy(() -> BucketItem.read(bucket, "photos"))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Nested
  class Lists {

    @Test
    void comeInPages() throws IOException {
      bucket.has(
          "inventory",
          page(
              "one",
              "<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>"));
      bucket.has("inventory t", page("two", "<IsTruncated>false</IsTruncated>"));

      assertThat(seen(BucketTraits.INVENTORY))
          .isEqualTo(Value.entries(Map.of("one", "IsEnabled=true", "two", "IsEnabled=true")));
    }

    @Test
    void thatTurnInCirclesAreUnknown() throws IOException {
      var circle = page(
          "one", "<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>");
      bucket.has("inventory", circle).has("inventory t", circle);

      assertThat(seen(BucketTraits.INVENTORY)).isInstanceOf(Value.Unknown.class);
    }

    private static String page(String id, String more) {
      return "<ListInventoryConfigurationsResult><InventoryConfiguration><Id>%s</Id><IsEnabled>true</IsEnabled></InventoryConfiguration>%s</ListInventoryConfigurationsResult>"
          .formatted(id, more);
    }
  }

  @Nested
  class Meanings {

    @Test
    void aLifecycleRuleGoesByWhatItApplies() throws IOException {
      assertThat(
              seen(
                  BucketTraits.LIFECYCLE,
                  "lifecycle",
                  "<LifecycleConfiguration><Rule><ID>x</ID><Filter><And><Prefix>a b/</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule></LifecycleConfiguration>"))
          .isEqualTo(Value.entries(
              Map.of("prefix \"a b/\" and tag k=v", "Expiration{Days=3}, Status=Enabled")));
    }

    @Test
    void theOldPrefixAndTheFilterOfTodayAreOne() throws IOException {
      var old = seen(
          BucketTraits.LIFECYCLE,
          "lifecycle",
          "<LifecycleConfiguration><Rule><Prefix>a/</Prefix><Status>Enabled</Status><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration></Rule></LifecycleConfiguration>");
      var today = seen(
          BucketTraits.LIFECYCLE,
          "lifecycle",
          "<LifecycleConfiguration><Rule><ID>made-up-by-the-server</ID><Status>Enabled</Status><Expiration><Date>2030-01-01T00:00:00.000Z</Date></Expiration><Filter><Prefix>a/</Prefix></Filter></Rule></LifecycleConfiguration>");

      assertThat(today).isEqualTo(old).isInstanceOf(Value.Entries.class);
    }

    @Test
    void aPolicyReadsTheSameHoweverItIsWritten() throws IOException {
      var one = seen(
          BucketTraits.POLICY,
          "policy",
          "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"p\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::photos/*\"}}");
      var other = seen(
          BucketTraits.POLICY,
          "policy",
          "{\"Statement\":[{\"Resource\":[\"arn:aws:s3:::photos/*\"],\"Action\":[\"s3:GetObject\"],\"Principal\":{\"AWS\":[\"*\"]},\"Effect\":\"Allow\"}],\"Version\":\"2012-10-17\"}");

      assertThat(other)
          .isEqualTo(one)
          .isEqualTo(Value.entries(Map.of(
              "version", "2012-10-17",
              "Allow Action s3:GetObject",
                  "Principal AWS *; Resource \"arn:aws:s3:::<this bucket>/*\"")));
    }

    @Test
    void aPolicyOfAnotherBucketIsAnotherPolicy() throws IOException {
      var policy =
          "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::photos-2/*\"}}";

      assertThat(String.valueOf(seen(BucketTraits.POLICY, "policy", policy)))
          .contains("arn:aws:s3:::photos-2/*", "version=2008-10-17");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "requestPayment | <RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>",
          "accelerate | <AccelerateConfiguration><Status>Suspended</Status></AccelerateConfiguration>",
          "logging | <BucketLoggingStatus><!--<LoggingEnabled/>--></BucketLoggingStatus>",
          "notification | <NotificationConfiguration/>",
          "versioning | <GetBucketVersioningResponse/>",
          "publicAccessBlock | <PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls></PublicAccessBlockConfiguration>",
          "ownershipControls | <OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>",
          "website | <WebsiteConfiguration><RoutingRules></RoutingRules></WebsiteConfiguration>",
          "tagging | <Tagging><TagSet/></Tagging>",
        })
    void whatIsUsualIsTheSameAsNothing(String query, String document) throws IOException {
      bucket.has(query, document);

      assertThat(BucketItem.read(bucket, "photos").traits())
          .isEqualTo(BucketItem.read(MemoryBucket.empty(), "photos").traits());
    }

    @Test
    void aLockIsTheSameWhereAServerAnswersZeroYears() throws IOException {
      assertThat(
              seen(
                  BucketTraits.OBJECT_LOCK,
                  "object-lock",
                  "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days><Years>0</Years></DefaultRetention></Rule></ObjectLockConfiguration>"))
          .isEqualTo(
              Value.entries(Map.of("enabled", "Enabled", "mode", "GOVERNANCE", "days", "1")));
    }

    @Test
    void theFirstRouteAndTheFirstOriginThatMatchWinSoTheirOrderCounts() throws IOException {
      var one =
          "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>";
      var two =
          "<CORSRule><AllowedMethod>PUT</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>";

      assertThat(seen(
              BucketTraits.CORS,
              "cors",
              "<CORSConfiguration>" + one + two + "</CORSConfiguration>"))
          .isNotEqualTo(seen(
              BucketTraits.CORS,
              "cors",
              "<CORSConfiguration>" + two + one + "</CORSConfiguration>"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ | public-read",
          "<ID>all-users</ID></Grantee><Permission>READ | public-read",
          "<URI>http://acs.amazonaws.com/groups/global/AuthenticatedUsers</URI></Grantee><Permission>READ | authenticated-read",
          "<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>WRITE_ACP | public: everybody WRITE_ACP, any account ",
          "<URI>http://acs.amazonaws.com/groups/s3/LogDelivery</URI></Grantee><Permission>WRITE | <nothing>",
          "<ID>somebody</ID></Grantee><Permission>READ | <nothing>",
        })
    void theExposureIsCalledAsTheCannedListIs(String grantee, String exposure) throws IOException {
      assertThat(seen(
                  BucketTraits.BUCKET_EXPOSURE,
                  "acl",
                  MemoryBucket.acl(
                      "me",
                      "<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\">%s</Permission></Grant>"
                          .formatted(grantee)))
              .toString()
              .strip())
          .isEqualTo(exposure.strip().equals("<nothing>") ? "" : exposure.strip());
    }
  }

  @Nested
  class TheExport {

    @Test
    void isTheSameForTheSameBucket() throws IOException {
      assertThat(BucketItem.read(bucket, "photos").json())
          .isEqualTo(BucketItem.read(bucket, "photos").json());
    }

    @Test
    void holdsTheDocumentsAsTheyCameAndWhatCouldNotBeSeen() throws IOException {
      bucket.has("lifecycle", "<LifecycleConfiguration>\n  <Rule/></LifecycleConfiguration>");
      bucket.answers("policy", MemoryBucket.error(403, "AccessDenied"));
      bucket.answers("cors", new Answer(501, ""));

      assertThat(BucketItem.read(bucket, "photos").json())
          .contains(
              "\"bucket\" : \"photos\"",
              "\"region\" : \"nowhere-1\"",
              "<LifecycleConfiguration>\\n  <Rule/></LifecycleConfiguration>",
              "\"policy\" : \"403 AccessDenied made up\"",
              "\"not-implemented\" : {\n    \"cors\" : \"501\"");
    }
  }
}
