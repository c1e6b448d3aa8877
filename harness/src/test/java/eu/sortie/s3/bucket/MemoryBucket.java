package eu.sortie.s3.bucket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bucket in memory: answers what a test says, keeps what is put, and remembers who asked for what. */
final class MemoryBucket implements BucketCalls {

  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<String, Answer> refusals = new HashMap<>();
  private final List<Request> seen = new ArrayList<>();

  /** Knows every configuration and has none. */
  static MemoryBucket empty() {
    var bucket = new MemoryBucket();
    for (var configuration : Configuration.ALL) {
      bucket.answers.put(
          configuration.query(),
          configuration.none().isEmpty()
              ? new Answer(200, "<%1$s/>".formatted(configuration.root()))
              : error(404, configuration.none().stream().sorted().findFirst().orElseThrow()));
    }
    return bucket.has("acl", acl("destination", ""));
  }

  static String acl(String owner, String grants) {
    return "<AccessControlPolicy><Owner><ID>%1$s</ID></Owner><AccessControlList><Grant><Grantee><ID>%1$s</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>%2$s</AccessControlList></AccessControlPolicy>"
        .formatted(owner, grants);
  }

  static Answer error(int status, String code) {
    return new Answer(
        status, "<Error><Code>%s</Code><Message>made up</Message></Error>".formatted(code));
  }

  MemoryBucket has(String query, String document) {
    return answers(query, new Answer(200, document));
  }

  MemoryBucket answers(String query, Answer answer) {
    answers.put(query, answer);
    return this;
  }

  MemoryBucket refuses(String query, Answer answer) {
    refusals.put(query, answer);
    return this;
  }

  List<Request> writes() {
    return seen.stream().filter(request -> !request.method().equals("GET")).toList();
  }

  List<String> written() {
    return writes().stream().map(request -> subresource(request)).toList();
  }

  private String subresource(Request request) {
    return request.query().keySet().stream()
        .filter(answers::containsKey)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String library() {
    return "memory";
  }

  @Override
  public String region() {
    return "nowhere-1";
  }

  @Override
  public Answer call(Request request) {
    seen.add(request);
    var name = subresource(request);
    if (request.method().equals("GET")) {
      var page = request.query().get("continuation-token");
      var answer = answers.get(page == null ? name : name + " " + page);
      return answer == null ? error(404, "NoSuchPage") : answer;
    }
    var refusal = refusals.get(name);
    if (refusal != null) {
      return refusal;
    }
    if (!request.body().isEmpty()) {
      answers.put(name, new Answer(200, request.body()));
    }
    return new Answer(200, "");
  }
}
