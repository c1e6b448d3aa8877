package eu.sortie.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3OperationTests {

  private static String inPath(String method, String target) {
    return S3Operation.name(method, URI.create("http://127.0.0.1:9000" + target), true);
  }

  private static String inHost(String method, String target) {
    return S3Operation.name(
        method, URI.create("https://photos.s3.eu-west-3.amazonaws.com" + target), false);
  }

  @Nested
  class WithTheBucketInThePath {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
      "GET, /, ListBuckets",
      "GET, /?x-id=ListBuckets, ListBuckets",
      "HEAD, /photos, HeadBucket",
      "PUT, /photos, CreateBucket",
      "PUT, /photos/, CreateBucket",
      "DELETE, /photos, DeleteBucket",
      "GET, /photos?list-type=2&prefix=a, ListObjectsV2",
      "GET, /photos/?list-type=2, ListObjectsV2",
      "GET, /photos?prefix=a, ListObjects",
      "GET, /photos?versions, ListObjectVersions",
      "GET, /photos?uploads, ListMultipartUploads",
      "GET, /photos?versioning, GetBucketVersioning",
      "PUT, /photos?versioning, PutBucketVersioning",
      "GET, /photos?location, GetBucketLocation",
      "GET, /photos?policy, GetBucketPolicy",
      "GET, /photos?lifecycle, GetBucketLifecycle",
      "GET, /photos?object-lock, GetBucketObjectLock",
      "GET, /photos?tagging, GetBucketTagging",
      "POST, /photos?delete, DeleteObjects",
      "GET, /photos/a.jpg, GetObject",
      "HEAD, /photos/a.jpg, HeadObject",
      "PUT, /photos/a.jpg, PutObject",
      "DELETE, /photos/a.jpg, DeleteObject",
      "GET, /photos/a.jpg?tagging, GetObjectTagging",
      "PUT, /photos/a.jpg?tagging, PutObjectTagging",
      "DELETE, /photos/a.jpg?tagging, DeleteObjectTagging",
      "GET, /photos/a.jpg?acl, GetObjectAcl",
      "PUT, /photos/a.jpg?acl, PutObjectAcl",
      "GET, /photos/a.jpg?retention, GetObjectRetention",
      "GET, /photos/a.jpg?legal-hold, GetObjectLegalHold",
      "GET, /photos/a.jpg?attributes, GetObjectAttributes",
      "POST, /photos/a.jpg?uploads, CreateMultipartUpload",
      "PUT, /photos/a.jpg?partNumber=1&uploadId=u, UploadPart",
      "POST, /photos/a.jpg?uploadId=u, CompleteMultipartUpload",
      "DELETE, /photos/a.jpg?uploadId=u, AbortMultipartUpload",
      "GET, /photos/a.jpg?uploadId=u, ListParts",
      "get, /photos/a.jpg, GetObject",
    })
    void anOperationHasTheNameItHasInTheApi(String method, String target, String name) {
      assertThat(inPath(method, target)).isEqualTo(name);
    }
  }

  @Nested
  class WithTheBucketInTheHost {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
      "HEAD, /, HeadBucket",
      "PUT, /, CreateBucket",
      "DELETE, /, DeleteBucket",
      "GET, /?list-type=2, ListObjectsV2",
      "GET, /?prefix=a, ListObjects",
      "GET, /?versioning, GetBucketVersioning",
      "POST, /?delete, DeleteObjects",
      "GET, /a.jpg, GetObject",
      "GET, /folder/a.jpg, GetObject",
      "PUT, /a.jpg, PutObject",
      "GET, /a.jpg?tagging, GetObjectTagging",
      "POST, /a.jpg?uploads, CreateMultipartUpload",
      "PUT, /a.jpg?partNumber=1&uploadId=u, UploadPart",
    })
    void anOperationHasTheNameItHasInTheApi(String method, String target, String name) {
      assertThat(inHost(method, target)).isEqualTo(name);
    }

    @Test
    void anEmptyPathIsTheBucketToo() {
      assertThat(inHost("GET", "?list-type=2")).isEqualTo("ListObjectsV2");
    }
  }

  @Nested
  class OddKeys {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/photos//",
          "/photos//a",
          "/photos/a/",
          "/photos/a/../b",
          "/photos/./x",
          "/photos/..",
          "/photos/%20",
          "/photos/%3Ftagging",
          "/photos/a%2Fb",
          "/photos/%C3%A6gir",
          "/photos/%00",
          "/photos/tagging",
          "/photos/uploads",
          "/photos/a&acl",
          "/photos/a=b",
          "/photos/a+b",
        })
    void aKeyIsAKeyWhateverIsInIt(String target) {
      assertThat(inPath("GET", target)).isEqualTo("GetObject");
    }

    @Test
    void onlyANameOfAParameterIsASubresource() {
      assertThat(inPath("GET", "/photos/a?x-id=tagging&response-content-type=acl"))
          .isEqualTo("GetObject");
    }

    @Test
    void aSubresourceMayHaveAValue() {
      assertThat(inPath("GET", "/photos/a?tagging=&versionId=1")).isEqualTo("GetObjectTagging");
    }
  }

  @Nested
  class Reads {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "get", "Head"})
    void aReadChangesNothing(String method) {
      assertThat(S3Operation.reads(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH", "OPTIONS", "COPY", ""})
    void anythingElseIsTakenForAWrite(String method) {
      assertThat(S3Operation.reads(method)).isFalse();
    }
  }
}
