package eu.sortie.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.inventory.Cause;
import eu.sortie.inventory.Concession;
import eu.sortie.s3.bucket.BucketCalls.Answer;
import eu.sortie.scenario.BucketTraits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BucketRestoreTests {

  private static final String PUBLIC =
      "<Grant><Grantee><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>";

  private static final String BY_ITSELF =
      "the destination's buckets have one by themselves, and the source's has none";

  private final MemoryBucket source = MemoryBucket.empty();
  private final MemoryBucket destination = MemoryBucket.empty();

  private List<Concession> restore() throws IOException {
    var json = BucketItem.read(source, "photos").exported();
    return BucketRestore.restore(new ByteArrayInputStream(json), destination, "photos-drill");
  }

  @Nested
  class WhereTheEndTakesIt {

    @Test
    void whatIsThereAlreadyIsNotPutAgain() throws IOException {
      assertThat(restore()).isEmpty();
      assertThat(destination.writes()).isEmpty();
    }

    @Test
    void everyConfigurationThatStaysInTheBucketArrives() throws IOException {
      source.has(
          "versioning",
          "<GetBucketVersioningResponse><Status>Suspended</Status></GetBucketVersioningResponse>");
      source.has(
          "tagging",
          "<Tagging><TagSet><Tag><Key>a&amp;b</Key><Value> 1 </Value></Tag></TagSet></Tagging>");
      source.has(
          "lifecycle",
          "<LifecycleConfiguration><Rule><ID>x</ID><Prefix/><Status>Enabled</Status><Expiration><Days>9</Days></Expiration></Rule></LifecycleConfiguration>");
      source.has(
          "policy",
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::photos\",\"arn:aws:s3:::photos/*\",\"arn:aws:s3:::photos-2\"]}]}");
      source.has(
          "publicAccessBlock",
          "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>");

      assertThat(restore()).isEmpty();

      assertThat(destination.written())
          .containsExactly("tagging", "lifecycle", "publicAccessBlock", "versioning", "policy");
      assertThat(BucketItem.read(destination, "photos-drill").traits())
          .containsAllEntriesOf(BucketItem.read(source, "photos").traits());
      assertThat(destination.writes().get(4).body())
          .contains("arn:aws:s3:::photos-drill/*", "arn:aws:s3:::photos-2")
          .doesNotContain("photos/*");
    }

    @Test
    void aPublicListIsPutAsTheCannedOneThatSaysIt() throws IOException {
      source.has("acl", MemoryBucket.acl("source", PUBLIC));
      restore();

      assertThat(destination.writes().get(0).headers()).containsEntry("x-amz-acl", "public-read");
    }

    @Test
    void grantsThatNoCannedListSaysKeepTheOwnersOwn() throws IOException {
      source.has("acl", MemoryBucket.acl("source", PUBLIC + PUBLIC.replace("READ", "READ_ACP")));
      restore();

      assertThat(destination.writes().get(0).headers())
          .containsEntry("x-amz-grant-full-control", "id=\"destination\"")
          .containsEntry(
              "x-amz-grant-read-acp", "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"")
          .doesNotContainKey("x-amz-acl");
    }

    @Test
    void aBlockThatNewBucketsHaveGoesBeforeAnythingPublicIsPut() throws IOException {
      destination.has(
          "publicAccessBlock",
          "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>");
      source.has("acl", MemoryBucket.acl("source", PUBLIC));

      assertThat(restore()).isEmpty();
      assertThat(destination.written()).containsExactly("publicAccessBlock", "acl");
    }

    @Test
    void anOwnershipThatNewBucketsHaveIsSetBackToTheUsual() throws IOException {
      destination.has(
          "ownershipControls",
          "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");

      assertThat(restore()).isEmpty();
      assertThat(destination.writes().get(0).body()).contains("ObjectWriter");
    }
  }

  @Nested
  class WhereTheSourceIsOdd {

    @Test
    void whatItDoesNotKnowItHasNot() throws IOException {
      source.answers("ownershipControls", MemoryBucket.error(501, "NotImplemented"));
      destination.has(
          "ownershipControls",
          "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");

      assertThat(restore()).isEmpty();
      assertThat(destination.writes().get(0).body()).contains("ObjectWriter");
    }

    @Test
    void aNumberThatWasNotGivenIsNotPut() throws IOException {
      source.has(
          "object-lock",
          "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days><Years>0</Years></DefaultRetention></Rule></ObjectLockConfiguration>");
      restore();

      assertThat(destination.writes().get(0).body()).contains("<Days>1<").doesNotContain("Years");
    }
  }

  @Nested
  class WhereItCannotBe {

    @Test
    void theEndsOwnWordsSayWhy() throws IOException {
      source.has(
          "cors",
          "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>");
      destination.refuses("cors", MemoryBucket.error(501, "NotImplemented"));

      assertThat(restore())
          .containsExactly(
              new Concession(BucketTraits.CORS, Cause.DESTINATION, "501 NotImplemented made up"));
    }

    @Test
    void nothingIsPutOnAnEndThatDoesNotKnowTheQuestion() throws IOException {
      source.has(
          "cors",
          "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>");
      source.has(
          "publicAccessBlock",
          "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>");
      destination.has("cors", "<ListBucketResult/>");
      destination.answers("publicAccessBlock", MemoryBucket.error(501, "NotImplemented"));

      assertThat(restore())
          .extracting(Concession::trait)
          .containsExactly(BucketTraits.CORS, BucketTraits.PUBLIC_ACCESS_BLOCK);
      assertThat(destination.writes()).isEmpty();
    }

    @Test
    void nothingIsEverDeleted() throws IOException {
      destination.has(
          "versioning",
          "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
      destination.has(
          "requestPayment",
          "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>");
      destination.has("policy", "{\"Statement\":[]}");
      destination.has(
          "publicAccessBlock",
          "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>");

      assertThat(restore())
          .containsOnly(
              new Concession(BucketTraits.REQUEST_PAYMENT, Cause.DESTINATION, BY_ITSELF),
              new Concession(BucketTraits.VERSIONING, Cause.DESTINATION, BY_ITSELF),
              new Concession(BucketTraits.POLICY, Cause.DESTINATION, BY_ITSELF));
      assertThat(destination.writes()).extracting(BucketCalls.Request::method).containsOnly("PUT");
    }

    @Test
    void whatActsOutsideTheBucketIsLeftOut() throws IOException {
      source.has(
          "notification",
          "<NotificationConfiguration><QueueConfiguration><Queue>arn:aws:sqs:eu-west-1:123456789012:q</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration></NotificationConfiguration>");
      source.has(
          "logging",
          "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket></LoggingEnabled></BucketLoggingStatus>");
      source.has(
          "replication",
          "<ReplicationConfiguration><Role>arn:aws:iam::123456789012:role/r</Role><Rule><Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::copy</Bucket></Destination></Rule></ReplicationConfiguration>");

      assertThat(restore())
          .allSatisfy(concession -> assertThat(concession.cause()).isEqualTo(Cause.TOOL))
          .extracting(Concession::trait)
          .containsExactly(
              BucketTraits.LOGGING, BucketTraits.NOTIFICATIONS, BucketTraits.REPLICATION);
      assertThat(destination.writes()).isEmpty();
    }

    @Test
    void whatStaysInsideTheBucketIsPutUnderItsNewName() throws IOException {
      source.has(
          "logging",
          "<BucketLoggingStatus><LoggingEnabled><TargetBucket>photos</TargetBucket><TargetPrefix>l/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>");
      source.has(
          "inventory",
          "<ListInventoryConfigurationsResult><InventoryConfiguration><Id>i</Id><Destination><S3BucketDestination><Bucket>arn:aws:s3:::photos</Bucket></S3BucketDestination></Destination></InventoryConfiguration></ListInventoryConfigurationsResult>");

      assertThat(restore()).isEmpty();
      assertThat(destination.writes())
          .extracting(BucketCalls.Request::body)
          .satisfiesExactly(
              logging -> assertThat(logging).contains("<TargetBucket>photos-drill<"),
              inventory -> assertThat(inventory).contains("<Bucket>arn:aws:s3:::photos-drill<"));
      assertThat(destination.writes().get(1).query()).containsEntry("id", "i");
    }

    @Test
    void grantsToAccountsOfTheSourceAreLeftOut() throws IOException {
      source.has(
          "acl",
          MemoryBucket.acl(
              "source",
              "<Grant><Grantee><ID>someone</ID></Grantee><Permission>READ</Permission></Grant>"));

      assertThat(restore())
          .first()
          .satisfies(concession -> assertThat(concession.because()).contains("user someone"));
    }

    @Test
    void whatCouldNotBeSeenAtTheSourceSaysSo() throws IOException {
      source.answers("policy", MemoryBucket.error(403, "AccessDenied"));

      assertThat(restore())
          .containsExactly(
              new Concession(BucketTraits.POLICY, Cause.SOURCE, "403 AccessDenied made up"));
    }

    @Test
    void tagsOfTheProviderAreLeftOutAndTheOthersArrive() throws IOException {
      source.has(
          "tagging",
          "<Tagging><TagSet><Tag><Key>aws:createdBy</Key><Value>x</Value></Tag><Tag><Key>cost</Key><Value>1</Value></Tag></TagSet></Tagging>");

      assertThat(restore()).extracting(Concession::cause).containsExactly(Cause.TOOL);
      assertThat(destination.writes().get(0).body())
          .contains("cost")
          .doesNotContain("aws:createdBy");
    }

    @Test
    void whatIsNoExportIsNotTakenForOne() {
      assertThatThrownBy(() -> BucketRestore.restore(
              new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), destination, "b"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no export of a bucket");
    }
  }

  @Nested
  class TheKey {

    @Test
    void ofAPolicyThatLocksOutIsTakenAway() throws IOException {
      destination.has("policy", "{\"Statement\":[]}");
      BucketRestore.unlock(destination);

      assertThat(destination.writes())
          .extracting(BucketCalls.Request::method)
          .containsExactly("DELETE");
    }

    @Test
    void isNotTriedWhereThereIsNoPolicy() throws IOException {
      BucketRestore.unlock(destination);
      BucketRestore.unlock(destination.answers("policy", new Answer(200, "<ListBucketResult/>")));

      assertThat(destination.writes()).isEmpty();
    }
  }
}
