package eu.sortie.s3;

import static eu.sortie.scenario.ObjectTraits.ETAG;
import static eu.sortie.scenario.ObjectTraits.LAST_MODIFIED;
import static eu.sortie.scenario.ObjectTraits.OWNER;
import static eu.sortie.scenario.ObjectTraits.SIZE;
import static eu.sortie.scenario.ObjectTraits.STORAGE_CLASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.sortie.inventory.Item;
import eu.sortie.inventory.Value;
import eu.sortie.s3.bucket.BucketCalls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VersionListingTests {

  private static final String VERSION =
      "<Version><Key>%s</Key><VersionId>%s</VersionId><IsLatest>false</IsLatest><LastModified>2026-11-24T10:00:00.000Z</LastModified>"
          + "<ETag>&quot;e&quot;</ETag><Size>3</Size><StorageClass>GLACIER</StorageClass><Owner><ID>me</ID><DisplayName>x</DisplayName></Owner></Version>";
  private static final String MARKER =
      "<DeleteMarker><Key>%s</Key><VersionId>%s</VersionId><IsLatest>true</IsLatest><LastModified>2026-11-24T10:00:01.000Z</LastModified></DeleteMarker>";

  private final List<String> asked = new ArrayList<>();

  private List<Item> listed(String prefix, String... pages) throws IOException {
    asked.clear();
    var items = new ArrayList<Item>();
    new VersionListing(answering(pages), prefix).each(items::add);
    return items;
  }

  private BucketCalls answering(String... pages) {
    return new BucketCalls() {
      @Override
      public String library() {
        return "canned";
      }

      @Override
      public String region() {
        return "nowhere";
      }

      @Override
      public Answer call(Request request) {
        asked.add(request.query().toString());
        return new Answer(200, pages[asked.size() - 1]);
      }
    };
  }

  private static String page(String inside) {
    return "<?xml version=\"1.0\"?><ListVersionsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>false</IsTruncated>%s</ListVersionsResult>"
        .formatted(inside);
  }

  private static List<String> names(List<Item> items) {
    return items.stream().map(item -> item.id().kind() + " " + item.id()).toList();
  }

  @Test
  void versionsAndDeleteMarkersComeInTheOrderOfThePage() throws IOException {
    var items = listed(
        "",
        page(MARKER.formatted("k", "4")
            + VERSION.formatted("k", "3")
            + MARKER.formatted("k", "2")
            + VERSION.formatted("k", "1")));

    assertThat(names(items))
        .containsExactly(
            "delete-marker k @ 4", "object k @ 3", "delete-marker k @ 2", "object k @ 1");
  }

  @Test
  void aVersionShowsWhatTheListingShows() throws IOException {
    var item = listed("", page(VERSION.formatted("k", "1"))).get(0);

    assertThat(item.traits())
        .containsEntry(SIZE, Value.text("3"))
        .containsEntry(ETAG, Value.text("\"e\""))
        .containsEntry(STORAGE_CLASS, Value.text("GLACIER"))
        .containsEntry(LAST_MODIFIED, Value.text("2026-11-24T10:00:00Z"))
        .containsEntry(OWNER, Value.text("me"));
  }

  @Test
  void keysAreReadAsTheyWereEscaped() throws IOException {
    var escaped = "<EncodingType>url</EncodingType>" + VERSION.formatted("a%2Fb%0Ac+d", "1");

    assertThat(listed("", page(escaped)).get(0).id().key()).isEqualTo("a/b\nc d");
    asked.clear();
    assertThat(listed("", page(VERSION.formatted("a%2Fb+c", "1"))).get(0).id().key())
        .isEqualTo("a%2Fb+c");
  }

  @Test
  void aVersionWithoutANameIsTheNullVersion() throws IOException {
    var nameless = VERSION.formatted("k", "").replace("<VersionId></VersionId>", "");

    assertThat(names(listed("", page(nameless)))).containsExactly("object k @ null");
  }

  @Nested
  class InPages {

    private static String first(String markers) {
      return page(VERSION.formatted("a", "1"))
          .replace("<IsTruncated>false</IsTruncated>", "<IsTruncated>true</IsTruncated>" + markers);
    }

    @Test
    void goesOnWhereThePageSays() throws IOException {
      var items = listed(
          "under this/",
          first(
              "<EncodingType>url</EncodingType><NextKeyMarker>a%20b</NextKeyMarker><NextVersionIdMarker>v/1</NextVersionIdMarker>"),
          page(VERSION.formatted("b", "2")));

      assertThat(names(items)).containsExactly("object a @ 1", "object b @ 2");
      assertThat(asked)
          .containsExactly(
              "{encoding-type=url, prefix=under this/, versions=}",
              "{encoding-type=url, key-marker=a b, prefix=under this/, version-id-marker=v/1, versions=}");
    }

    @Test
    void thatAreCutShortWithoutSayingWhereToGoOnAreNoListing() {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> listed("", first("")))
          .withMessageContaining("does not say where it goes on");
    }

    @Test
    void thatNeverGetOnEndWithAWord() {
      var same = first("<NextKeyMarker>a</NextKeyMarker>");

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> listed("", same, same, same))
          .withMessageContaining("does not get on");
    }

    /** S3Mock calls it so. */
    @Test
    void thatAreCalledAsPlainOnesAreRead() throws IOException {
      assertThat(
              listed(
                  "",
                  "<ListBucketResult><Version><Key>a</Key><VersionId>1</VersionId></Version></ListBucketResult>"))
          .hasSize(1);
    }

    @Test
    void ofSomethingElseAreRefused() {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> listed("", "<ListAllMyBucketsResult></ListAllMyBucketsResult>"))
          .withMessageContaining("'ListAllMyBucketsResult', expected a ListVersionsResult");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() ->
              listed("", "<ListBucketResult><Contents><Key>a</Key></Contents></ListBucketResult>"))
          .withMessageContaining("'ListBucketResult', expected a ListVersionsResult");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> listed("", page("<Version><Key>a")))
          .withMessageContaining("cannot be read");
    }
  }
}
