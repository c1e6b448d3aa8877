package eu.sortie.yaml;

import static eu.sortie.yaml.Sample.refused;
import static eu.sortie.yaml.Sample.refusedByReader;

import java.util.List;
import java.util.stream.Stream;

/** Scenarios as files, good and bad; the reader and the schema are held against the same ones. */
final class ScenarioSamples {

  static final String PHOTOS = """
      scenario: Photos leave S3
      from: aws
      to: europe
      export:
        objects: {bucket: photos, under: 2026/}
      expect:
        - every item keeps: [content, content-type, user-metadata, tags]
        - time to exit: at most 30 min
        - cost to exit: at most 5.00 EUR
      allow:
        - loss of: storage-class
          because: the destination has one storage class
      """;

  private static final String SHORTEST = """
      scenario: Photos leave S3
      from: aws
      to: europe
      export: {objects: {bucket: photos}}
      expect: [{every item keeps: [content]}]
      """;

  static final String SHOP = """
      scenario: Shop leaves EKS
      from: aws
      to: europe
      export:
        resources: {namespace: shop}
      expect:
        - every item keeps: [spec, data, labels, annotations, rules]
        - workloads ready: within 5 min
        - answers: {service: web, path: /health, status: 200}
        - no residue of the source
      """;

  static final String IMAGES = """
      scenario: Images leave ECR
      from: aws
      to: europe
      export:
        images: {repositories: [shop/web, shop/api]}
      expect:
        - every item keeps: [content, media-type, referrers, points-to, repositories]
      """;

  private ScenarioSamples() {}

  static Stream<String> valid() {
    return Stream.of(
        PHOTOS,
        SHORTEST,
        SHOP,
        SHOP.replace("shop}", "shop, into: arrived}"),
        IMAGES,
        IMAGES.replace("repositories: [shop/web, shop/api]", "prefix: shop/, into: /"),
        IMAGES.replace("shop/api]", "shop/api@sha256:0123], into: exit"),
        SHOP.replace(", status: 200", ""),
        SHOP.replace("status: 200", "status: 301, body contains: \"\""),
        SHOP.replace("status: 200", "body contains: 'ok: yes'"),
        SHOP.replace("service: web", "service: 'web:http'"),
        SHOP.replace("answers: {", "answers alike: {").replace(", status: 200", ""),
        SHOP.replace("answers: {", "answers alike: {")
            .replace("status: 200", "headers: [content-type], body: json"),
        SHOP.replace("workloads ready", "probes equal"),
        SHOP.replace("workloads ready: within 5 min", "no drift: after 30 s"),
        SHOP.replace("workloads ready: within 5 min", "job completes: {job: a, within: 5 min}"),
        SHOP.replace(
            "workloads ready: within 5 min", "job completes: {cron job: a, within: 5 min}"),
        SHOP.replace("shop}", "shop, replace: [{text: a, by: \"\", because: it goes}]}"),
        SHOP.replace(
            "every item keeps: [spec", "every item keeps: [finalizers, other-fields, spec"),
        "---\n# a comment\n" + PHOTOS + "...\n",
        "\uFEFF" + PHOTOS,
        PHOTOS.replace("\n", "\r\n"),
        PHOTOS.replace("photos,", "photos, into: arrived,"),
        PHOTOS.replace("30 min", "1 h 30 min"),
        PHOTOS.replace("30 min", "1h30min"),
        PHOTOS.replace("5.00 EUR", "7 USD"),
        PHOTOS.replace("loss of: storage-class", "loss of: item\n    under: tmp/"),
        PHOTOS.replace("under: 2026/", "under: \"\""),
        PHOTOS.replace("scenario: Photos leave S3", "scenario: \"2026\""),
        PHOTOS.substring(0, PHOTOS.indexOf("allow:")) + "allow: []\n");
  }

  static Stream<Sample> invalid() {
    return Stream.of(
            shape(), keys(), gates(), resources(), images(), service(), allowances(), yaml())
        .flatMap(List::stream);
  }

  private static List<Sample> resources() {
    return List.of(
        refused(
            "objects and resources together",
            shop("shop}", "shop}\n  objects: {bucket: photos}"),
            5,
            "saw 2 of them; make a scenario of each"),
        refused(
            "an export of nothing",
            shop("\n  resources: {namespace: shop}", " {}"),
            4,
            "expected what leaves, as in 'objects: {bucket: photos}', 'resources: {namespace: shop}', 'services: {cluster: shop}' or 'images: {repositories: [shop/web]}', saw nothing"),
        refused(
            "resources without a namespace",
            shop("namespace: shop", "into: arrived"),
            5,
            "the key 'namespace' is missing, expected the name of a namespace at the source"),
        refused(
            "a namespace without a name",
            shop("namespace: shop", "namespace: \" \""),
            5,
            "namespace: expected text, saw an empty one"),
        refused(
            "a namespace that is a number",
            shop("namespace: shop", "namespace: 12"),
            5,
            "saw a number"),
        refused(
            "a replacement without a because",
            shop("shop}", "shop, replace: [{text: a, by: b}]}"),
            5,
            "the key 'because' is missing, expected why the replacement is right"),
        refused(
            "a replacement of nothing",
            shop("shop}", "shop, replace: [{text: \"\", by: b, because: c}]}"),
            5,
            "text: expected the text that is replaced, saw an empty one"),
        refused(
            "a replacement by nobody knows what",
            shop("shop}", "shop, replace: [{text: a, because: c}]}"),
            5,
            "the key 'by' is missing, expected what stands there at the destination"),
        refused(
            "an unknown key of resources",
            shop("namespace: shop", "namespace: shop, under: a"),
            5,
            "known are namespace, into, untranslated, replace"),
        refused(
            "services without a cluster",
            shop("resources: {namespace: shop}", "services: {into: arrived}"),
            5,
            "the key 'cluster' is missing, expected the name of an ECS cluster at the source"),
        refused(
            "an unknown key of services",
            shop("resources: {namespace: shop}", "services: {cluster: shop, under: a}"),
            5,
            "known are cluster, services, into, untranslated, replace"),
        refused(
            "services that are no list",
            shop("resources: {namespace: shop}", "services: {cluster: shop, services: web}"),
            5,
            "services: expected a list"),
        refusedByReader(
            "a trait of objects among those of resources",
            shop("[spec", "[content"),
            7,
            "'content' is not a trait of what leaves (resource)"));
  }

  private static List<Sample> images() {
    return List.of(
        refused(
            "images of nothing",
            IMAGES.replace("repositories: [shop/web, shop/api]", "into: exit"),
            5,
            "expected either repositories, as in 'repositories: [shop/web]', or a prefix of their names, as in 'prefix: shop/', saw neither"),
        refused(
            "images of repositories and of a prefix",
            IMAGES.replace("shop/api]", "shop/api], prefix: shop/"),
            5,
            "saw both"),
        refused(
            "a repository without a name",
            IMAGES.replace("shop/api", "\" \""),
            5,
            "repositories: expected text, saw an empty one"),
        refused(
            "an unknown key of images",
            IMAGES.replace("repositories:", "repository:"),
            5,
            "known are repositories, prefix, into"),
        refusedByReader(
            "a trait of resources among those of images",
            IMAGES.replace("[content", "[spec"),
            7,
            "'spec' is not a trait of what leaves (image, image-tag, blob)"));
  }

  private static List<Sample> service() {
    return List.of(
        refused(
            "a sentence nobody knows",
            shop("no residue of the source", "no residue of the sorce"),
            10,
            "expected a gate, as in 'no residue of the source' or 'every item keeps: [spec]', saw 'no residue of the sorce'; did you mean 'no residue of the source'?"),
        refused(
            "a gate that lacks its bar",
            shop("workloads ready: within 5 min", "workloads ready"),
            8,
            "did you mean 'workloads ready'?"),
        refused(
            "workloads without within",
            shop("within 5 min", "5 min"),
            8,
            "workloads ready: expected a bar, as in 'within 5 min', saw '5 min'"),
        refused(
            "workloads at most",
            shop("within 5 min", "at most 5 min"),
            8,
            "expected a bar, as in 'within 5 min'"),
        refused(
            "workloads within a number", shop("within 5 min", "within 5"), 8, "is not a duration"),
        refused(
            "a drift at most",
            shop("workloads ready: within 5 min", "no drift: at most 5 min"),
            8,
            "no drift: expected a bar, as in 'after 30 s', saw 'at most 5 min'"),
        refused(
            "probes without within",
            shop("workloads ready: within 5 min", "probes equal: 5 min"),
            8,
            "probes equal: expected a bar, as in 'within 5 min', saw '5 min'"),
        refused(
            "a job and a cron job",
            shop(
                "workloads ready: within 5 min",
                "job completes: {job: a, cron job: b, within: 5 min}"),
            8,
            "job completes: expected either 'job' or 'cron job', as in '{job: migrate, within: 5 min}'"),
        refused(
            "neither a job nor a cron job",
            shop("workloads ready: within 5 min", "job completes: {within: 5 min}"),
            8,
            "job completes: expected either 'job' or 'cron job'"),
        refused(
            "a job that may take for ever",
            shop("workloads ready: within 5 min", "job completes: {job: a}"),
            8,
            "the key 'within' is missing, expected how long it may take, as in '5 min'"),
        refused(
            "a body compared by nobody knows what",
            shop(
                "answers: {service: web, path: /health, status: 200}",
                "answers alike: {service: web, path: /, body: xml}"),
            9,
            "body: expected how bodies are compared, one of bytes, json, any, saw 'xml'"),
        refused(
            "an answer as at the source with a status",
            shop("answers: {", "answers alike: {"),
            9,
            "'status' is not a key here; known are service, path, headers, body"),
        refused(
            "an answer that is text",
            shop("{service: web, path: /health, status: 200}", "web"),
            9,
            "answers: expected keys with values"),
        refused(
            "an answer of no service",
            shop("service: web, ", ""),
            9,
            "the key 'service' is missing, expected the name of a service that arrives"),
        refused(
            "an answer to no question",
            shop(", path: /health", ""),
            9,
            "the key 'path' is missing, expected what it is asked for, as in '/health'"),
        refused(
            "a path without a slash",
            shop("/health", "health"),
            9,
            "expected the name of a service and a path that begins with '/', saw 'web' and 'health'"),
        refused(
            "a status below all",
            shop("200", "99"),
            9,
            ":9: answers: expected a status of HTTP, 100 to 599, saw 99"),
        refused(
            "a status above all",
            shop("200", "600"),
            9,
            "expected a status of HTTP, 100 to 599, saw 600"),
        refused(
            "a status that is text",
            shop("200", "abc"),
            9,
            "status: expected a status of HTTP, as in 200, saw text"),
        refused(
            "a status that is a fraction",
            shop("200", "200.5"),
            9,
            "status: expected a status of HTTP, as in 200, saw '200.5'"),
        refused(
            "a status in quotes",
            shop("200", "\"200\""),
            9,
            "status: expected a status of HTTP, as in 200, saw text"),
        refused(
            "an unknown key of an answer",
            shop("status: 200", "stauts: 200"),
            9,
            "known are service, path, status, body contains; did you mean 'status'?"));
  }

  private static String shop(String was, String becomes) {
    if (!SHOP.contains(was)) {
      throw new IllegalArgumentException("the sample has no " + was);
    }
    return SHOP.replace(was, becomes);
  }

  private static List<Sample> shape() {
    return List.of(
        refused("a list is no scenario", "- scenario: x\n", 1, "expected keys with values"),
        refused("text is no scenario", "hello\n", 1, "saw text"),
        refused("a number is no name", with("Photos leave S3", "2026"), 1, "put it in quotes"),
        refused(
            "a name that is blank",
            with("Photos leave S3", "\"  \""),
            1,
            "scenario: expected text"),
        refused(
            "true is no end",
            with("from: aws", "from: true"),
            2,
            "saw true or false; put it in quotes"),
        refused(
            "nothing is no end", with("from: aws", "from:"), 2, "from: expected text, saw nothing"),
        refused(
            "a list is no end",
            with("to: europe", "to: [europe]"),
            3,
            "to: expected text, saw a list"),
        refusedByReader(
            "an end that is left for itself",
            with("to: europe", "to: aws"),
            3,
            "expected another end"),
        refused(
            "an export that is text",
            with("objects: {bucket: photos, under: 2026/}", "photos"),
            5,
            "saw text"),
        refused(
            "a bucket that is a number",
            with("bucket: photos", "bucket: 12"),
            5,
            "bucket: expected text, saw a number"),
        refused(
            "a bucket without a name",
            with("bucket: photos", "bucket: \"\""),
            5,
            "bucket: expected text"),
        refused(
            "a prefix that is a number",
            with("under: 2026/", "under: 2026"),
            5,
            "put it in quotes"),
        refused(
            "objects without a bucket",
            with("bucket: photos, ", ""),
            5,
            "the key 'bucket' is missing"));
  }

  private static List<Sample> keys() {
    return List.of(
        refused(
            "a scenario without a name",
            with("scenario: Photos leave S3\n", ""),
            1,
            "the key 'scenario' is missing"),
        refused(
            "a scenario without a source", with("from: aws\n", ""), 1, "the key 'from' is missing"),
        refused(
            "a scenario without a destination",
            with("to: europe\n", ""),
            1,
            "the key 'to' is missing"),
        refused("a misspelt key", with("expect:", "expects:"), 6, "did you mean 'expect'?"),
        refused(
            "a misspelt key lists the known ones",
            with("from:", "form:"),
            2,
            "known are scenario, from, to, export, expect, allow"),
        refused(
            "an unknown key has no suggestion",
            with("from:", "retention-days:"),
            2,
            "'retention-days' is not a key here"),
        refused("an unknown kind of export", with("objects:", "tables:"), 5, "known are objects"),
        refused(
            "an unknown key of objects",
            with("under: 2026/", "prefix: 2026/"),
            5,
            "known are bucket, under, into"),
        refusedByReader(
            "a key that stands twice",
            with("to: europe", "from: europe"),
            3,
            "a second time, first in line 2"),
        refusedByReader("a key that is a list", "? [a, b]\n: c\n", 1, "expected text as a key"),
        refusedByReader("a merge", with("from: aws", "<<: {from: aws}"), 2, "a merge"));
  }

  private static List<Sample> gates() {
    return List.of(
        refused(
            "no gates",
            PHOTOS.substring(0, PHOTOS.indexOf("expect:")),
            1,
            "the key 'expect' is missing"),
        refused(
            "an empty list of gates",
            SHORTEST.replace("[{every item keeps: [content]}]", "[]"),
            5,
            "there is no gate"),
        refused(
            "gates that are no list",
            SHORTEST.replace("[{every item keeps: [content]}]", "{every item keeps: [content]}"),
            5,
            "expect: expected a list"),
        refused(
            "two gates in one item",
            with("- time to exit", "  time to exit"),
            7,
            "expected one gate an item, saw 2"),
        refused(
            "an empty gate",
            SHORTEST.replace("[{every item keeps: [content]}]", "[{}]"),
            5,
            "expected one gate an item, saw 0"),
        refused(
            "a misspelt gate",
            with("every item keeps", "every itm keeps"),
            7,
            "'every itm keeps' is not a key here; known are every item keeps, time to exit, cost to exit, workloads ready, answers, answers alike, probes equal, job completes, no drift; did you mean 'every item keeps'?"),
        refused(
            "a time without unit",
            with("at most 30 min", "at most 30"),
            8,
            "'30' is not a duration: expected a whole number with a unit"),
        refused(
            "a time in a unit nobody knows",
            with("30 min", "30 minutes"),
            8,
            "'minutes' is not a unit of time"),
        refused(
            "a time that is a number",
            with("at most 30 min", "30"),
            8,
            "time to exit: expected text, saw a number"),
        refused(
            "a time without at most",
            with("at most 30 min", "30 min"),
            8,
            "expected a bar, as in 'at most 30 min'"),
        refused(
            "a time that says nothing",
            with("at most 30 min", "\"at most \""),
            8,
            "is not a duration"),
        refused(
            "a cost without currency",
            with("5.00 EUR", "5.00"),
            9,
            "'5.00' is not an amount of money"),
        refused(
            "a cost in a currency in small letters",
            with("EUR", "eur"),
            9,
            "is not an amount of money"),
        refusedByReader(
            "a cost in a currency nobody knows", with("EUR", "EUX"), 9, "'EUX' is not a currency"),
        refused(
            "a bar that never ends",
            with("at most 5.00", "at most " + "9".repeat(300)),
            9,
            "at most 200 characters"),
        refused(
            "an unknown trait",
            with("user-metadata", "user-metdata"),
            7,
            "'user-metdata' is not a trait of what leaves (object, "),
        refused(
            "an unknown trait has a suggestion",
            with("user-metadata", "User_Metadata"),
            7,
            "did you mean 'user-metadata'?"),
        refused(
            "a trait that is a map", with("user-metadata", "{a: b}"), 7, "saw keys with values"),
        refused("no trait at all", SHORTEST.replace("[content]", "[]"), 5, "no trait is named"),
        refused(
            "traits that are no list",
            SHORTEST.replace("[content]", "content"),
            5,
            "every item keeps: expected a list, saw text"));
  }

  private static List<Sample> allowances() {
    return List.of(
        refused(
            "an allowance without because",
            with("\n    because: the destination has one storage class", ""),
            11,
            "the key 'because' is missing, expected why the loss is accepted"),
        refused(
            "an allowance with an empty because",
            with("because: the destination has one storage class", "because: \" \""),
            12,
            "because: expected text"),
        refused(
            "an allowance without a because behind the colon",
            with("because: the destination has one storage class", "because:"),
            12,
            "because: expected text, saw nothing"),
        refused(
            "an allowance of nothing",
            with("loss of: storage-class", "under: x"),
            11,
            "the key 'loss of' is missing"),
        refused(
            "an allowance of an unknown trait",
            with("loss of: storage-class", "loss of: storage-clas"),
            11,
            "did you mean 'storage-class'?"),
        refused(
            "an allowance of items",
            with("loss of: storage-class", "loss of: items"),
            11,
            "did you mean 'item'?"),
        refused(
            "allowances that are no list",
            PHOTOS.substring(0, PHOTOS.indexOf("allow:")) + "allow: tags\n",
            10,
            "allow: expected a list, saw text"));
  }

  private static List<Sample> yaml() {
    return List.of(
        refusedByReader("an empty file", "", 1, "this file is empty, expected a scenario"),
        refusedByReader("a file of comments", "# nothing\n\n", 1, "this file is empty"),
        refused("an empty document", "---\n", 1, "this file is empty"),
        refusedByReader(
            "two documents", PHOTOS + "---\n" + PHOTOS, 13, "a second document begins here"),
        refusedByReader("an anchor", with("from: aws", "from: &a aws"), 2, "an anchor"),
        refusedByReader("an alias", with("to: europe", "to: *a"), 3, "an alias"),
        refusedByReader("a tag", with("from: aws", "from: !end aws"), 2, "a tag"),
        refusedByReader("a tag of YAML's own", with("from: aws", "from: !!str aws"), 2, "a tag"),
        refusedByReader("a tag on a list", with("[content,", "!!set [content,"), 7, "a tag"),
        refusedByReader(
            "a tag with an undeclared handle", with("from: aws", "from: !x!y aws"), 2, "a tag"),
        refusedByReader(
            "a tab for indentation", with("  objects", "\tobjects"), 5, "this is not YAML"),
        refusedByReader("a bracket left open", with("tags]", "tags"), 8, "this is not YAML"),
        refusedByReader(
            "a quote left open", with("from: aws", "from: \"aws"), 13, "this is not YAML"),
        refusedByReader(
            "a colon inside of text",
            with("Photos leave S3", "Photos: leave S3"),
            1,
            "mapping values are not allowed here"),
        refusedByReader(
            "a character that cannot be seen", with("photos,", "pho\u0007tos,"), 5, "U+0007"),
        refusedByReader("half a character", with("photos,", "pho\ud83dtos,"), 5, "U+D83D"),
        refusedByReader("lists too deep for anybody", "[".repeat(5000), 1, "nested deeper than 16"),
        refusedByReader(
            "lists too deep, line by line", "- ".repeat(5000) + "x", 1, "nested deeper than 16"),
        refusedByReader(
            "an escape that stops", with("from: aws", "from: \"\\x"), 2, "this is not YAML"),
        refusedByReader(
            "an escape beyond all characters",
            with("to: europe", "to: \"\\U0011FFFF\""),
            3,
            "this is not YAML"),
        refusedByReader(
            "a version nobody knows", "%YAML 9.1\n---\n" + PHOTOS, 1, "this is not YAML"));
  }

  private static String with(String was, String becomes) {
    if (!PHOTOS.contains(was)) {
      throw new IllegalArgumentException("the sample has no " + was);
    }
    return PHOTOS.replace(was, becomes);
  }
}
