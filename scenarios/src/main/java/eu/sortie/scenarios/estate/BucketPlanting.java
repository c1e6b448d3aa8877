package eu.sortie.scenarios.estate;

import eu.sortie.spi.PlantedCase;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Configures a bucket, one case after the other, and looks whether the source shows what was said. */
final class BucketPlanting {

  /**
   * What can be taken off a bucket again: half a case would leave as a trait that no case speaks for. A source that does not know the
   * query would take it for the removal of the bucket, so it has to have shown the document first.
   */
  private static final Set<String> UNSET =
      Set.of("lifecycle", "cors", "website", "encryption", "tagging", "replication");

  private final RawS3 s3;
  private final String bucket;

  BucketPlanting(RawS3 s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  List<PlantedCase> plant(List<BucketCase> cases) throws IOException {
    var planted = new ArrayList<PlantedCase>();
    for (var poison : cases) {
      planted.add(because(poison)
          .map(because -> poison.notPlanted(bucket, because))
          .orElseGet(() -> poison.planted(bucket)));
    }
    return planted;
  }

  /** Tries a case that no drill looks at, so that the reason why it is not planted is the source's own. */
  PlantedCase tryOut(BucketCase poison) throws IOException {
    var refused = because(poison);
    if (refused.isEmpty()) {
      s3.unconfigure(bucket, poison.said());
    }
    return poison.notPlanted(
        bucket, refused.orElse("taken and shown, but no trait of a bucket speaks for it"));
  }

  private Optional<String> because(BucketCase poison) throws IOException {
    try {
      var document = poison.headers().isEmpty() ? Body.text(poison.document()) : Body.EMPTY;
      var answer = s3.configure(bucket, poison.said(), poison.headers(), document);
      return answer.isOk() ? look(poison) : Optional.of(answer.words());
    } catch (EOFException | SocketException silent) {
      return Optional.of("the source broke off without an answer");
    }
  }

  private Optional<String> look(BucketCase poison) throws IOException {
    var answer = s3.configuration(bucket, poison.asked());
    if (!answer.isOk()) {
      return Optional.of("taken, but a look was answered " + answer.words());
    }
    if (!poison.headers().isEmpty()) {
      return grants(poison, Grants.words(Xml.grants(answer.opening()).toArray(String[]::new)));
    }
    return poison.document().startsWith("{") ? json(poison, answer) : xml(poison, answer);
  }

  private static Optional<String> grants(BucketCase poison, String shown) {
    return poison.document().equals(shown)
        ? Optional.empty()
        : Optional.of("taken, but grants: planted '%s', the source shows '%s'"
            .formatted(poison.document(), shown));
  }

  private static Optional<String> json(BucketCase poison, Answer answer) {
    var planted = poison.document().replaceAll("\\s", "");
    return answer.text().replaceAll("\\s", "").equals(planted)
        ? Optional.empty()
        : Optional.of("taken, but the source shows another document: " + opening(answer.text()));
  }

  private Optional<String> xml(BucketCase poison, Answer answer) throws IOException {
    if (answer.size() == 0) {
      return Optional.of("taken, but the source shows nothing");
    }
    var planted = poison.document().getBytes(StandardCharsets.UTF_8);
    var root = Xml.root(answer.opening());
    var shown = Xml.leaves(answer.opening());
    for (var leaf : Xml.leaves(planted)) {
      if (!shown.contains(leaf)) {
        if (root.equals(Xml.root(planted)) && UNSET.contains(poison.said())) {
          s3.unconfigure(bucket, poison.said());
        }
        return Optional.of("taken, but %s: planted, and not shown in the %s".formatted(leaf, root));
      }
    }
    return Optional.empty();
  }

  private static String opening(String text) {
    return text.length() > 60 ? text.substring(0, 60) : text;
  }
}
