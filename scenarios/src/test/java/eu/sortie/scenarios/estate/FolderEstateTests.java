package eu.sortie.scenarios.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.sortie.scenario.Misuse;
import eu.sortie.spi.PlantedCase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

@ExtendWith(S3Mock.class)
class FolderEstateTests {

  @TempDir
  Path folder;

  private ServerProcess server;
  private Bucket bucket;

  @BeforeEach
  void open(ServerProcess started) {
    server = started;
    bucket = new Bucket(server.client(), "folder");
  }

  @AfterEach
  void removeTheBucket() {
    try {
      bucket
          .keys()
          .forEach(key -> bucket.client().deleteObject(d -> d.bucket("folder").key(key)));
      bucket.client().deleteBucket(delete -> delete.bucket("folder"));
    } catch (NoSuchBucketException neverMade) {
      // As it should be after a misuse.
    }
  }

  private Path write(String name, String words) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, words);
  }

  private void assertThatNothingWasPlanted() {
    assertThatThrownBy(() -> bucket.objects()).isInstanceOf(NoSuchBucketException.class);
  }

  @Nested
  class Contents {

    @Test
    void eachIsUnderItsPathWithSlashes() throws IOException {
      write("letter.txt", "to");
      write("2026/07/Ægir & co/a+b %2F.txt", "deep");

      assertThat(new FolderEstate(folder).plant(server.end())).isEmpty();

      assertThat(bucket.keys())
          .containsExactlyInAnyOrder("letter.txt", "2026/07/Ægir & co/a+b %2F.txt");
      assertThat(bucket.bytes("2026/07/Ægir & co/a+b %2F.txt")).asString().isEqualTo("deep");
    }

    @Test
    void theContentTypeIsGuessedAndNoMetadataMadeUp() throws IOException {
      write("page.html", "<p>");

      new FolderEstate(folder).plant(server.end());

      assertThat(bucket.read("page.html").contentType()).isEqualTo("text/html");
      assertThat(bucket.read("page.html").metadata()).isEmpty();
    }

    @Test
    void emptyFilesArePlanted() throws IOException {
      write("empty", "");

      new FolderEstate(folder).plant(server.end());

      assertThat(bucket.bytes("empty")).isEmpty();
    }

    @Test
    void largeOnesGoUpInParts() throws IOException {
      var large = folder.resolve("large.bin");
      try (var file = new RandomAccessFile(large.toFile(), "rw")) {
        file.setLength(65L * 1024 * 1024);
        file.seek(16L * 1024 * 1024 - 3);
        file.writeUTF("over the edge of a part");
      }

      new FolderEstate(folder).plant(server.end());

      var object = bucket.objects().get(0);
      assertThat(object.eTag()).endsWith("-5\"");
      var digest = Digests.begin();
      assertThat(java.util.HexFormat.of().formatHex(digest.digest(bucket.bytes("large.bin"))))
          .isEqualTo(Digests.of(new Body.FileBody(large, Files.size(large))));
    }
  }

  @Nested
  class Links {

    @Test
    void areNotFollowedAndReported() throws IOException {
      var target = write("real.txt", "real");
      Files.createSymbolicLink(folder.resolve("link.txt"), target);
      Files.createSymbolicLink(folder.resolve("loop"), folder);

      var cases = new FolderEstate(folder).plant(server.end());

      assertThat(bucket.keys()).containsExactly("real.txt");
      assertThat(cases)
          .extracting(PlantedCase::keys)
          .containsExactlyInAnyOrder(List.of("link.txt"), List.of("loop"));
      assertThat(cases).allSatisfy(each -> {
        assertThat(each.what()).isEqualTo("a symbolic link in the folder");
        assertThat(each.notPlanted()).startsWith("passed over");
      });
    }

    @Test
    void theFolderItselfMayBeOne(@TempDir Path elsewhere) throws IOException {
      write("real.txt", "real");
      var link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

      new FolderEstate(link).plant(server.end());

      assertThat(bucket.keys()).containsExactly("real.txt");
    }
  }

  @Nested
  class MisuseBeforeAnythingIsPlanted {

    @Test
    void anUnreadableFileIsNamed() throws IOException {
      write("a.txt", "a");
      var secret = write("b/secret.txt", "b");

      // Root may read everything, so the question itself is answered here.
      var estate = new FolderEstate(folder, file -> !file.endsWith("secret.txt"));

      assertThatThrownBy(() -> estate.plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageStartingWith(secret.toRealPath() + ": expected to read it");
      assertThatNothingWasPlanted();
    }

    @Test
    void anEmptyFolder() {
      assertThatThrownBy(() -> new FolderEstate(folder).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessage(
              "%s: expected at least one regular file, saw none. Name a folder with files in it",
              folder);
      assertThatNothingWasPlanted();
    }

    @Test
    void aFolderOfNothingButLinks() throws IOException {
      Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));

      assertThatThrownBy(() -> new FolderEstate(folder).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("saw none but 1 links or special files");
      assertThatNothingWasPlanted();
    }

    @Test
    void aFolderThatIsNotThere() {
      assertThatThrownBy(() -> new FolderEstate(folder.resolve("missing")).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("expected a folder whose files leave, saw nothing there");
    }

    @Test
    void aBucketThatHoldsSomethingElse() throws IOException {
      write("first.txt", "first");
      new FolderEstate(folder).plant(server.end());
      Files.move(folder.resolve("first.txt"), folder.resolve("second.txt"));

      assertThatThrownBy(() -> new FolderEstate(folder).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("saw 1 other keys, the first 'first.txt'");
      assertThat(bucket.keys()).containsExactly("first.txt");
    }

    @Test
    void aFile() throws IOException {
      var file = write("file.txt", "file");

      assertThatThrownBy(() -> new FolderEstate(file).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("saw a file");
    }

    @Test
    void aPathLongerThanAnyKey() throws IOException {
      write("d/".repeat(20) + ("x".repeat(199) + "/").repeat(5) + "end", "far down");

      assertThatThrownBy(() -> new FolderEstate(folder).plant(server.end()))
          .isInstanceOf(Misuse.class)
          .hasMessageContaining("expected a path of at most 1024 bytes below the folder, saw 1043");
      assertThatNothingWasPlanted();
    }
  }
}
