package eu.sortie.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The questions a registry answers, in the words of the distribution specification. */
final class Registry {

  /** Every form of manifest and index there is; what is asked for in one form may be converted to it, so all are. */
  static final String MANIFESTS = String.join(
      ", ",
      "application/vnd.oci.image.index.v1+json",
      "application/vnd.oci.image.manifest.v1+json",
      "application/vnd.docker.distribution.manifest.list.v2+json",
      "application/vnd.docker.distribution.manifest.v2+json",
      "application/vnd.oci.artifact.manifest.v1+json",
      "application/vnd.docker.distribution.manifest.v1+prettyjws",
      "application/vnd.docker.distribution.manifest.v1+json");

  static final String INDEX = "application/vnd.oci.image.index.v1+json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_DOCUMENT = 16 * 1024 * 1024;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

  private final Connection connection;
  private final Set<String> withoutReferrers = ConcurrentHashMap.newKeySet();

  Registry(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Makes sure that it is one, and lets us in. */
  void greet() throws IOException {
    try (var answer = connection.get("/v2/", "", "")) {
      require(answer);
    }
  }

  /** The tags of a repository; none where the repository is not there. */
  List<String> tags(String repository) throws IOException {
    var tags = new ArrayList<String>();
    try {
      pages(
          "/v2/%s/tags/list".formatted(repository),
          repository,
          page -> page.path("tags").forEach(tag -> tags.add(tag.asText())));
    } catch (AnswerException answer) {
      if (answer.status() != Answer.NOT_FOUND) {
        throw answer;
      }
    }
    return tags;
  }

  /** Whether it knows a repository, be it an empty one. */
  boolean knows(String repository) throws IOException {
    try (var answer = connection.get("/v2/%s/tags/list".formatted(repository), repository, "")) {
      if (answer.status() == Answer.NOT_FOUND) {
        return false;
      }
      require(answer);
      return true;
    }
  }

  /** The names of all repositories, as far as it lists them. */
  List<String> repositories() throws IOException {
    var names = new ArrayList<String>();
    pages(
        "/v2/_catalog",
        "",
        page -> page.path("repositories").forEach(name -> names.add(name.asText())));
    return names;
  }

  /** A manifest or an index, by its digest or a tag; empty where it is not there. */
  Optional<Document> manifest(String repository, String reference) throws IOException {
    try (var answer = connection.get(
        "/v2/%s/manifests/%s".formatted(repository, reference), repository, MANIFESTS)) {
      if (answer.status() == Answer.NOT_FOUND) {
        return Optional.empty();
      }
      require(answer);
      return Optional.of(new Document(answer.document(MOST_DOCUMENT), answer.type()));
    }
  }

  /** The bytes of a blob, as they come; whoever takes them closes them. */
  Answer blob(String repository, String digest) throws IOException {
    var answer = connection.get("/v2/%s/blobs/%s".formatted(repository, digest), repository, "");
    if (answer.isSuccess()) {
      return answer;
    }
    try (answer) {
      throw AnswerException.of(answer);
    }
  }

  boolean hasBlob(String repository, String digest) throws IOException {
    try (var answer =
        connection.head("/v2/%s/blobs/%s".formatted(repository, digest), repository, "")) {
      if (answer.status() == Answer.NOT_FOUND) {
        return false;
      }
      require(answer);
      return true;
    }
  }

  /**
   * What it says refers to something, by digest: by its API, and by the tag that stands in for it.
   *
   * @param mayHaveTag whether that tag is worth asking for
   */
  SortedMap<String, Descriptor> referrers(String repository, String digest, boolean mayHaveTag)
      throws IOException {
    var found = new TreeMap<String, Descriptor>();
    if (!withoutReferrers.contains(repository)) {
      try {
        pages(
            "/v2/%s/referrers/%s".formatted(repository, digest),
            repository,
            page -> add(page, found));
      } catch (AnswerException answer) {
        // 404 says that there is no such API: one that has it lists nothing instead.
        if (answer.status() != Answer.NOT_FOUND && answer.status() != 405) {
          throw answer;
        }
        withoutReferrers.add(repository);
      }
    }
    if (mayHaveTag) {
      var index = manifest(repository, ReferrersTag.of(digest));
      if (index.isPresent()) {
        add(JSON.readTree(index.get().bytes()), found);
      }
    }
    return found;
  }

  /** Repositories of which it does not say what refers to their images, but by tags. */
  SortedSet<String> withoutReferrers() {
    return new TreeSet<>(withoutReferrers);
  }

  private static void add(JsonNode index, SortedMap<String, Descriptor> found) {
    for (var one : index.path("manifests")) {
      found.put(one.path("digest").asText(), Descriptor.of(one));
    }
  }

  /** A listing in pages: the next one is where the registry says, whatever its address looks like. */
  private void pages(String path, String repository, Consumer<JsonNode> page) throws IOException {
    var next = path;
    while (!next.isEmpty()) {
      try (var answer = connection.get(next, repository, "application/json, " + INDEX)) {
        require(answer);
        page.accept(JSON.readTree(answer.document(MOST_DOCUMENT)));
        var link = NEXT.matcher(answer.header("Link").orElse(""));
        next = link.find() ? link.group(1) : "";
      }
    }
  }

  static void require(Answer answer) throws IOException {
    if (!answer.isSuccess()) {
      throw AnswerException.of(answer);
    }
  }
}
