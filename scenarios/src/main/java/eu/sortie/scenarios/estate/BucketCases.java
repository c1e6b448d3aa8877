package eu.sortie.scenarios.estate;

import static eu.sortie.scenarios.estate.BucketCase.configured;
import static eu.sortie.scenarios.estate.BucketCase.granted;

import eu.sortie.scenario.BucketTraits;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cases that lie in a bucket itself: what it does with its objects, whom it lets in and whom it tells. */
final class BucketCases {

  private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";
  private static final String SIGNED_IN =
      "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

  private BucketCases() {}

  /**
   * What stands on a bucket with histories; in the order in which it can be set: moto takes access logs only where the access list
   * lets them in, and breaks on them where a policy is for everybody.
   */
  static List<BucketCase> ofHistories(String bucket) {
    return List.of(
        configured(
            "V07",
            "versions are on: a destination may say yes to it and make none",
            BucketTraits.VERSIONING,
            "versioning",
            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"),
        configured(
            "B01",
            "lifecycle rules that abort uploads, move by tag, and end older versions",
            BucketTraits.LIFECYCLE,
            "lifecycle",
            lifecycle()),
        configured(
            "B03", "rules for browsers (CORS), in their order", BucketTraits.CORS, "cors", cors()),
        configured(
            "B03",
            "a website with an error page and routing rules",
            BucketTraits.WEBSITE,
            "website",
            website()),
        configured(
            "B04",
            "notifications to a queue, a topic and a function of the source",
            BucketTraits.NOTIFICATIONS,
            "notification",
            notifications()),
        granted(
            "B06",
            "an access list of its own: everybody with an account may list, log delivery may write",
            Map.of(
                "x-amz-grant-read", "uri=\"" + SIGNED_IN + "\"",
                "x-amz-grant-write", "uri=\"" + LOG_DELIVERY + "\"",
                "x-amz-grant-read-acp", "uri=\"" + LOG_DELIVERY + "\""),
            Grants.words(SIGNED_IN + " READ", LOG_DELIVERY + " WRITE", LOG_DELIVERY + " READ_ACP"),
            BucketTraits.BUCKET_ACL,
            BucketTraits.BUCKET_EXPOSURE),
        configured(
            "B05",
            "access logs, written to a bucket of the source",
            BucketTraits.LOGGING,
            "logging",
            "<BucketLoggingStatus><LoggingEnabled><TargetBucket>" + bucket
                + "</TargetBucket><TargetPrefix>access/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>"),
        configured(
            "B02",
            "a policy bound to an account, an organisation and a private endpoint of the source",
            BucketTraits.POLICY,
            "policy",
            policy(bucket)),
        configured(
            "B05",
            "replication to another bucket of the source",
            BucketTraits.REPLICATION,
            "replication",
            replication(bucket)),
        configured(
                "B05", "a weekly inventory", BucketTraits.INVENTORY, "inventory", inventory(bucket))
            .named("weekly"),
        configured(
                "B05",
                "an analysis of storage classes",
                BucketTraits.ANALYTICS,
                "analytics",
                "<AnalyticsConfiguration><Id>seldom</Id><StorageClassAnalysis/></AnalyticsConfiguration>")
            .named("seldom"),
        configured(
            "B05",
            "accelerated transfers",
            BucketTraits.ACCELERATION,
            "accelerate",
            "<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>"),
        configured(
            "B06",
            "no policy may make it public",
            BucketTraits.PUBLIC_ACCESS_BLOCK,
            "publicAccessBlock",
            "<PublicAccessBlockConfiguration><BlockPublicAcls>false</BlockPublicAcls>"
                + "<IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"),
        configured(
            "B06",
            "its owner owns what others write into it",
            BucketTraits.OWNERSHIP_CONTROLS,
            "ownershipControls",
            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerPreferred</ObjectOwnership></Rule></OwnershipControls>"),
        configured(
            "B08",
            "whoever reads it pays",
            BucketTraits.REQUEST_PAYMENT,
            "requestPayment",
            "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>"),
        configured(
            "B08",
            "tags by which its cost is booked",
            BucketTraits.BUCKET_TAGS,
            "tagging",
            "<Tagging><TagSet><Tag><Key>cost-centre</Key><Value>4711</Value></Tag>"
                + "<Tag><Key>owner</Key><Value>archive</Value></Tag></TagSet></Tagging>"),
        configured(
            "O15",
            "encrypts what comes without being asked, with a key of the source's key service",
            BucketTraits.DEFAULT_ENCRYPTION,
            "encryption",
            "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                + "<SSEAlgorithm>aws:kms</SSEAlgorithm>"
                + "<KMSMasterKeyID>arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab</KMSMasterKeyID>"
                + "</ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule>"
                + "</ServerSideEncryptionConfiguration>"));
  }

  /** What no trait of a bucket speaks for, so that it is tried, and not planted. */
  static BucketCase untold() {
    return new BucketCase(
            "B05",
            "a configuration of intelligent tiering",
            Set.of(),
            "intelligent-tiering",
            "intelligent-tiering",
            Map.of(),
            "<IntelligentTieringConfiguration><Id>cold</Id><Status>Enabled</Status>"
                + "<Tiering><Days>90</Days><AccessTier>ARCHIVE_ACCESS</AccessTier></Tiering></IntelligentTieringConfiguration>")
        .named("cold");
  }

  /** What stands on a bucket under lock. */
  static List<BucketCase> underLock() {
    return List.of(
        configured(
            "B07",
            "locked from its creation, with a retention that every new object gets",
            BucketTraits.OBJECT_LOCK,
            "object-lock",
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>"
                + "<Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>"),
        configured(
            "B01",
            "one plain lifecycle rule: what lies under a prefix goes after a year",
            BucketTraits.LIFECYCLE,
            "lifecycle",
            "<LifecycleConfiguration><Rule><ID>old-news</ID><Filter><Prefix>news/</Prefix></Filter>"
                + "<Status>Enabled</Status><Expiration><Days>365</Days></Expiration></Rule></LifecycleConfiguration>"));
  }

  private static String lifecycle() {
    return """
        <LifecycleConfiguration>
          <Rule><ID>uploads</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>
            <AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule>
          <Rule><ID>cold</ID><Filter><And><Prefix>logs/</Prefix><Tag><Key>class</Key><Value>old</Value></Tag></And></Filter>
            <Status>Enabled</Status>
            <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>
            <Transition><Days>90</Days><StorageClass>GLACIER</StorageClass></Transition></Rule>
          <Rule><ID>older</ID><Filter><Prefix>drafts/</Prefix></Filter><Status>Enabled</Status>
            <NoncurrentVersionExpiration><NoncurrentDays>365</NoncurrentDays></NoncurrentVersionExpiration></Rule>
        </LifecycleConfiguration>""";
  }

  private static String policy(String bucket) {
    return """
        {"Version": "2012-10-17", "Statement": [
          {"Sid": "readers", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:role/readers"},
           "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%s/*",
           "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}},
          {"Sid": "organisation", "Effect": "Allow", "Principal": "*", "Action": "s3:ListBucket",
           "Resource": "arn:aws:s3:::%s",
           "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}}]}""".formatted(bucket, bucket);
  }

  private static String cors() {
    return """
        <CORSConfiguration>
          <CORSRule><AllowedOrigin>https://app.example</AllowedOrigin><AllowedMethod>GET</AllowedMethod>
            <AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader>
            <MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule>
          <CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>
        </CORSConfiguration>""";
  }

  private static String website() {
    return """
        <WebsiteConfiguration>
          <IndexDocument><Suffix>index.html</Suffix></IndexDocument><ErrorDocument><Key>404.html</Key></ErrorDocument>
          <RoutingRules><RoutingRule><Condition><KeyPrefixEquals>docs/</KeyPrefixEquals></Condition>
            <Redirect><ReplaceKeyPrefixWith>documents/</ReplaceKeyPrefixWith></Redirect></RoutingRule></RoutingRules>
        </WebsiteConfiguration>""";
  }

  private static String notifications() {
    return """
        <NotificationConfiguration>
          <QueueConfiguration><Id>queue</Id><Queue>arn:aws:sqs:us-east-1:111122223333:arrivals</Queue>
            <Event>s3:ObjectCreated:*</Event></QueueConfiguration>
          <TopicConfiguration><Id>topic</Id><Topic>arn:aws:sns:us-east-1:111122223333:arrivals</Topic>
            <Event>s3:ObjectCreated:Put</Event></TopicConfiguration>
          <CloudFunctionConfiguration><Id>function</Id>
            <CloudFunction>arn:aws:lambda:us-east-1:111122223333:function:thumbnails</CloudFunction>
            <Event>s3:ObjectRemoved:*</Event></CloudFunctionConfiguration>
        </NotificationConfiguration>""";
  }

  private static String replication(String bucket) {
    return """
        <ReplicationConfiguration><Role>arn:aws:iam::111122223333:role/replication</Role>
          <Rule><ID>twin</ID><Priority>1</Priority><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>
            <DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication>
            <Destination><Bucket>arn:aws:s3:::%s-twin</Bucket></Destination></Rule>
        </ReplicationConfiguration>""".formatted(bucket);
  }

  private static String inventory(String bucket) {
    return """
        <InventoryConfiguration><Destination><S3BucketDestination><Bucket>arn:aws:s3:::%s</Bucket><Format>CSV</Format>
          </S3BucketDestination></Destination><IsEnabled>true</IsEnabled><Id>weekly</Id>
          <IncludedObjectVersions>All</IncludedObjectVersions><Schedule><Frequency>Weekly</Frequency></Schedule>
        </InventoryConfiguration>""".formatted(bucket);
  }
}
